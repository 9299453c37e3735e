//! What is done about a company's users.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::view::LockedPerson;

/// The other administrators whose requests are locked.
#[server(endpoint = "user/locked-requests", input = Json, output = Json)]
pub async fn list_locked_requests() -> Result<Vec<LockedPerson>, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::list_locked_requests::list_locked_requests(&context, &person).await,
    )
}

/// Lifts the lock on the requests of another administrator.
#[server(endpoint = "user/unlock-requests", input = Json, output = Json)]
pub async fn unlock_requests(user: UserId) -> Result<(), RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::unlock_requests::unlock_requests(&context, &person, user).await)
}
