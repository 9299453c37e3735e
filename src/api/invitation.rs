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
    use crate::domain::token::ActionKind;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    caller::answer_attempt(
        &person,
        Attempt::of(ActionKind::Resend),
        crate::service::invite_own_device::invite_own_device(&caller::context(), &person, replace)
            .await,
    )
}
