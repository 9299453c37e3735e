//! Linking one's own AppMovil.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::Invitation;

/// Makes an invitation for the signed-in person's own assigned token. One that
/// still works is ended only to `replace` it.
#[server(endpoint = "invitation/own", input = Json, output = Json)]
pub async fn invite_own_device(
    #[server(default)] replace: bool,
) -> Result<Invitation, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::invite_own_device::invite_own_device(&caller::context(), &person, replace)
            .await,
    )
}
