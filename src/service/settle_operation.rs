//! Ending an operation without its change: rejected, expired, taken back,
//! superseded.

use super::audit::{TokenChange, of_batch};
use super::hub::{Change, Topic};
use super::unlock_requests::REJECTIONS_ALLOWED;
use super::{Context, ServiceError, approval, outbox};
use crate::domain::audit::{AuditAction, AuditOutcome, AuditReason};
use crate::domain::message::MessageContent;
use crate::domain::operation::{Operation, OperationEvent, Subject};
use crate::domain::protocol::Decision;
use crate::domain::time::Timestamp;
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::{Connection, audit, operation, token, user};

/// Moves the operation, writes it and its audit row.
pub(super) async fn settle_operation(
    context: &Context,
    writer: &mut Connection,
    before: Operation,
    event: OperationEvent,
    actor: AuditActor,
    at: Timestamp,
) -> Result<(Operation, Change), ServiceError> {
    let version = before.version;
    let after = before.step(event, at)?;
    operation::save(writer, &after, version).await?;
    let (action, outcome) = told(event);
    let entry = entry_about(context, writer, &after, action, outcome, actor, at).await?;
    audit::append(writer, &entry).await?;
    match event {
        OperationEvent::Reject(_) => tell_of_lock(context, writer, &after, at).await?,
        OperationEvent::Confirm { complete: false } => {
            tell_who_can_approve(context, writer, &after, at).await?;
        }
        _ => {}
    }
    let change = Change {
        company: after.company,
        topic: Topic::Operation(after.id),
    };
    Ok((after, change))
}

/// The rejection that locks an administrator's requests alerts the others
/// (DESIGN §4).
async fn tell_of_lock(
    context: &Context,
    writer: &mut Connection,
    rejected: &Operation,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let requester = rejected.requested_by;
    if operation::rejections_in_a_row(writer, requester).await? != REJECTIONS_ALLOWED {
        return Ok(());
    }
    let Some(locked) = user::find(writer, rejected.company, requester).await? else {
        return Ok(());
    };
    let content = MessageContent::AdminRequestsLocked {
        admin: outbox::told_holder(&locked),
    };
    let spared = [Some(requester)];
    outbox::tell_admins(context, writer, rejected.company, &content, &spared, at).await
}

/// A request that waits for a second administrator is told to those who can be it.
async fn tell_who_can_approve(
    context: &Context,
    writer: &mut Connection,
    waiting: &Operation,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let requester = waiting.requested_by;
    let Some(asked_by) = user::find(writer, waiting.company, requester).await? else {
        return Ok(());
    };
    let content = MessageContent::AdminApprovalWaiting {
        asked_by: outbox::told_holder(&asked_by),
        operation: waiting.kind,
        items: match waiting.subject {
            Subject::Batch { items } => Some(items),
            Subject::Token(_) => None,
        },
        expires_at: waiting.expires_at,
    };
    let mut spared = vec![Some(requester)];
    for admin in user::admins(writer, waiting.company).await? {
        let decided = approval::decide(writer, &admin, waiting, Decision::Approve, at).await?;
        spared.extend(decided.err().map(|_| Some(admin.id)));
    }
    outbox::tell_admins(context, writer, waiting.company, &content, &spared, at).await
}

/// What the log says of something done about an operation.
pub(super) async fn entry_about(
    context: &Context,
    connection: &mut Connection,
    after: &Operation,
    action: AuditAction,
    outcome: AuditOutcome,
    actor: AuditActor,
    at: Timestamp,
) -> Result<AuditEntry, ServiceError> {
    let kind = after.kind.code();
    let subject = match after.subject {
        Subject::Token(subject) => subject,
        Subject::Batch { items } => {
            let detail = format!("{kind} × {items}");
            return Ok(AuditEntry {
                outcome,
                ..of_batch(context, after, actor, action, detail, at)
            });
        }
    };
    let token = token::find(connection, after.company, subject.token)
        .await?
        .ok_or(ServiceError::Fault("an operation's token is not there"))?;
    let holder = user::find(connection, after.company, subject.holder).await?;
    let change = TokenChange {
        actor,
        action,
        token: &token,
        from: Some(token.state.status()),
        holder: holder.as_ref(),
        operation: Some(after.id),
        detail: kind,
    };
    Ok(AuditEntry {
        outcome,
        ..change.into_entry(context, at)
    })
}

/// What the log calls an event, and what became of the operation by it.
fn told(event: OperationEvent) -> (AuditAction, AuditOutcome) {
    let done = AuditOutcome::Done;
    match event {
        OperationEvent::Confirm { .. } => (AuditAction::OperationConfirmed, done),
        OperationEvent::Apply => (AuditAction::OperationApplied, done),
        OperationEvent::Reject(why) => (
            AuditAction::OperationRejected,
            AuditOutcome::Refused(why.into()),
        ),
        OperationEvent::Expire => (
            AuditAction::OperationExpired,
            AuditOutcome::Failed(AuditReason::Expired),
        ),
        OperationEvent::Cancel => (AuditAction::OperationCancelled, done),
        OperationEvent::Supersede => (
            AuditAction::OperationSuperseded,
            AuditOutcome::Failed(AuditReason::Superseded),
        ),
    }
}
