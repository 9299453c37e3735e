//! Control dual: what waits for a second administrator, and their answer.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::table::ApprovalQuery;
use crate::domain::view::{ApprovalPage, ApprovalView};

/// A piece of one of the lists.
#[server(endpoint = "approval/list", input = Json, output = Json)]
pub async fn list_approvals(query: ApprovalQuery) -> Result<ApprovalPage, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::list_approvals::list_approvals(&context, &person, &query).await)
}

/// How many operations wait for this person's own answer.
#[server(endpoint = "approval/count", input = Json, output = Json)]
pub async fn count_approvals() -> Result<u64, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::list_approvals::count_approvals(&context, &person).await)
}

/// One operation, before it is answered and after.
#[server(endpoint = "approval/show", input = Json, output = Json)]
pub async fn show_approval(operation: OperationId) -> Result<ApprovalView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::show_approval::show_approval(&context, &person, operation).await)
}

/// Has this person's AppMovil ask for their approval.
#[server(endpoint = "approval/ask", input = Json, output = Json)]
pub async fn ask_approval(operation: OperationId) -> Result<ApprovalView, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationConfirmed),
        crate::service::ask_approval::ask_approval(&context, &person, operation).await,
    )
}

/// Says no.
#[server(endpoint = "approval/reject", input = Json, output = Json)]
pub async fn reject_operation(operation: OperationId) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationRejected),
        crate::service::reject_operation::reject_operation(&context, &person, operation).await,
    )
}
