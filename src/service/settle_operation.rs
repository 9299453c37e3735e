//! Ending an operation without its change: rejected, expired, taken back,
//! superseded.

use super::audit::TokenChange;
use super::hub::{Change, Topic};
use super::{Context, ServiceError};
use crate::domain::operation::{Operation, OperationEvent};
use crate::domain::time::Timestamp;
use crate::store::audit::AuditActor;
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
    let token = token::find(writer, after.company, after.token)
        .await?
        .ok_or(ServiceError::Fault("an operation's token is not there"))?;
    let holder = user::find(writer, after.company, after.holder).await?;
    let entry = TokenChange {
        actor,
        action: action_code(event),
        token: &token,
        from: Some(token.state.status()),
        holder: holder.as_ref(),
        operation: Some(after.id),
        detail: after.state.code(),
    }
    .into_entry(context, at);
    audit::append(writer, &entry).await?;
    let change = Change {
        company: after.company,
        topic: Topic::Operation(after.id),
    };
    Ok((after, change))
}

const fn action_code(event: OperationEvent) -> &'static str {
    match event {
        OperationEvent::Confirm { .. } => "operation_confirmed",
        OperationEvent::Apply => "operation_applied",
        OperationEvent::Reject(_) => "operation_rejected",
        OperationEvent::Expire => "operation_expired",
        OperationEvent::Cancel => "operation_cancelled",
        OperationEvent::Supersede => "operation_superseded",
    }
}
