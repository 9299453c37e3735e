//! Operations: asking for one, watching it, taking it back.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::id::{OperationId, TokenId, UserId};
use crate::domain::view::OperationView;

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

/// Asks to activate a token (step 8). `version` is the one the person saw.
#[server(endpoint = "operation/request-activation", input = Json, output = Json)]
pub async fn request_activation(
    token: TokenId,
    version: i64,
) -> Result<OperationView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::request_activation::request_activation(&context, &person, token, version)
            .await,
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
