//! Operations: asking for one, watching it, taking it back.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::id::{OperationId, UserId};
use crate::domain::operation::OperationKind;
use crate::domain::view::{OperationView, SeenToken};

/// Asks to give a token to a user (step 3 of the process).
#[server(endpoint = "operation/request-assignment", input = Json, output = Json)]
pub async fn request_assignment(user: UserId) -> Result<OperationView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::request_assignment::request_assignment(&caller::context(), &person, user)
            .await,
    )
}

/// Asks to change a token that somebody holds, such as to activate it (step 8).
#[server(endpoint = "operation/request-change", input = Json, output = Json)]
pub async fn request_change(
    seen: SeenToken,
    kind: OperationKind,
) -> Result<OperationView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::request_change::request_change(&context, &person, seen, kind).await,
    )
}

/// Where an operation stands.
#[server(endpoint = "operation/show", input = Json, output = Json)]
pub async fn show_operation(operation: OperationId) -> Result<OperationView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::show_operation::show_operation(&caller::context(), &person, operation)
            .await,
    )
}

/// Takes an operation back that this person asked for.
#[server(endpoint = "operation/cancel", input = Json, output = Json)]
pub async fn cancel_operation(operation: OperationId) -> Result<OperationView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::cancel_operation::cancel_operation(&caller::context(), &person, operation)
            .await,
    )
}
