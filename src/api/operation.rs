//! Operations: asking for one, watching it, taking it back.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::id::{OperationId, UserId};
use crate::domain::operation::OperationKind;
use crate::domain::view::{ItemPage, OperationView, SeenToken, WantedItems};

/// Asks to give a token to a user (step 3 of the process).
#[server(endpoint = "operation/request-assignment", input = Json, output = Json)]
pub async fn request_assignment(user: UserId) -> Result<OperationView, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationRequested).on_user(user),
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
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationRequested).on_token(seen.token),
        crate::service::request_change::request_change(&context, &person, seen, kind).await,
    )
}

/// Asks to give a token to each of several users, with one confirmation.
#[server(endpoint = "operation/request-assignments", input = Json, output = Json)]
pub async fn request_assignments(users: Vec<UserId>) -> Result<OperationView, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationRequested),
        crate::service::request_batch::request_assignments(&context, &person, &users).await,
    )
}

/// Asks to change several tokens in the same way, with one confirmation.
#[server(endpoint = "operation/request-changes", input = Json, output = Json)]
pub async fn request_changes(
    seen: Vec<SeenToken>,
    kind: OperationKind,
) -> Result<OperationView, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationRequested),
        crate::service::request_batch::request_changes(&context, &person, &seen, kind).await,
    )
}

/// What became of each token of an operation on several, a piece at a time.
#[server(endpoint = "operation/items", input = Json, output = Json)]
pub async fn list_items(
    operation: OperationId,
    wanted: WantedItems,
    from: u32,
) -> Result<ItemPage, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::list_items::list_items(&context, &person, operation, wanted, from).await,
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
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationCancelled),
        crate::service::cancel_operation::cancel_operation(&caller::context(), &person, operation)
            .await,
    )
}
