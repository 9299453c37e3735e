//! One operation that two administrators confirm, as whoever looks at the console
//! sees it.

use super::approval::{decide, find_shared};
use super::identify::Caller;
use super::{Context, ServiceError, own_token};
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::operation::{Operation, OperationState, Subject, WRONG_NUMBERS_ALLOWED};
use crate::domain::protocol::Decision;
use crate::domain::time::Timestamp;
use crate::domain::view::{ApprovalQuestion, ApprovalRow, ApprovalView};
use crate::store::{Connection, approval, confirmation, token};

/// The operation, whether the caller may approve it, and what their AppMovil is
/// asked about it.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who may not look at the console;
/// [`RequestError::NotFound`] for an operation that is not shared, one of another
/// company or of nobody, alike; those of the store.
pub async fn show_approval(
    context: &Context,
    caller: &Caller,
    operation: OperationId,
) -> Result<ApprovalView, ServiceError> {
    caller.may_look()?;
    let mut reader = context.store.read().await?;
    let shared = find_shared(&mut reader, caller, operation).await?;
    view(&mut reader, caller, &shared, context.now()).await
}

/// The view of an operation that is shared.
pub(super) async fn view(
    connection: &mut Connection,
    caller: &Caller,
    shared: &Operation,
    now: Timestamp,
) -> Result<ApprovalView, ServiceError> {
    let row = approval::find(connection, shared.company, caller.user.id, shared.id)
        .await?
        .ok_or(RequestError::NotFound)?;
    let status = match shared.subject {
        Subject::Token(subject) => token::find(connection, shared.company, subject.token)
            .await?
            .map(|token| token.state.status()),
        Subject::Batch { .. } => None,
    };
    let decided = decide(connection, &caller.user, shared, Decision::Approve, now).await?;
    Ok(ApprovalView {
        row: seen_at(row, now),
        status,
        why_not: decided.err(),
        question: question(connection, caller, shared, now).await?,
        server_time: now,
    })
}

/// What an operation is at `now`: past its time before the sweep has written so.
pub(super) fn seen_at(row: ApprovalRow, now: Timestamp) -> ApprovalRow {
    let waits = matches!(
        row.state,
        OperationState::Pending | OperationState::AwaitingSecondApproval
    );
    if waits && now >= row.expires_at {
        ApprovalRow {
            state: OperationState::Expired,
            ..row
        }
    } else {
        row
    }
}

async fn question(
    connection: &mut Connection,
    caller: &Caller,
    shared: &Operation,
    now: Timestamp,
) -> Result<Option<ApprovalQuestion>, ServiceError> {
    let is_theirs = shared.requested_by != caller.user.id
        && shared.state == OperationState::AwaitingSecondApproval;
    let Some(device) = own_token::active_device(connection, &caller.user)
        .await?
        .filter(|_| is_theirs)
    else {
        return Ok(None);
    };
    let asked = confirmation::of_device(connection, shared.id, device.id).await?;
    Ok(asked
        .filter(|record| record.is_open(now))
        .map(|record| ApprovalQuestion {
            number: record.number,
            numbers_left: WRONG_NUMBERS_ALLOWED.saturating_sub(record.wrong_numbers),
            expires_at: record.expires_at,
        }))
}
