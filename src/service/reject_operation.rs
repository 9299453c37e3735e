//! A second administrator's no, said at the console.

use super::approval::{decide, find_shared};
use super::expire_operations::expire_due_of;
use super::identify::Caller;
use super::settle_operation::settle_operation;
use super::{Context, ServiceError, audit};
use crate::domain::id::OperationId;
use crate::domain::operation::{Operation, OperationEvent, Rejection};
use crate::domain::protocol::Decision;
use crate::store::company;

/// Rejects an operation that waits for a second administrator. Like blocking it
/// only takes power away, so it needs no AppMovil (ADR 17); there it can be
/// rejected as well.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotFound`] for an operation of another
/// company or of nobody; the refusal of [`crate::domain::approval`];
/// [`crate::domain::error::Conflict::AlreadySettled`] when somebody was faster;
/// those of the store.
pub async fn reject_operation(
    context: &Context,
    caller: &Caller,
    operation: OperationId,
) -> Result<(), ServiceError> {
    caller.must_be_admin()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let ended = expire_due_of(context, &mut writer, caller.company.id, at).await?;
    let waiting = find_shared(&mut writer, caller, operation).await?;
    decide(&mut writer, &caller.user, &waiting, Decision::Reject, at).await??;
    let waiting = Operation {
        second: Some(caller.user.id),
        ..waiting
    };
    let event = OperationEvent::Reject(Rejection::BySecond);
    let actor = audit::caller(caller);
    let (_, change) = settle_operation(context, &mut writer, waiting, event, actor, at).await?;
    writer.commit().await?;
    context.publish_all(ended.into_iter().chain([change]));
    Ok(())
}
