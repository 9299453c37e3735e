//! Taking an operation back.

use super::identify::Caller;
use super::settle_operation::settle_operation;
use super::show_operation::{own, show};
use super::{Context, ServiceError, audit};
use crate::domain::error::Conflict;
use crate::domain::id::OperationId;
use crate::domain::operation::OperationEvent;
use crate::domain::view::OperationView;
use crate::store::company;

/// Takes back an operation that the caller asked for and nobody has answered.
///
/// # Errors
/// [`Conflict::AlreadySettled`] when somebody has;
/// [`crate::domain::error::RequestError::NotFound`] for one of somebody else;
/// those of the store.
pub async fn cancel_operation(
    context: &Context,
    caller: &Caller,
    operation: OperationId,
) -> Result<OperationView, ServiceError> {
    caller.must_be_admin()?;
    let now = context.now();
    let mut writer = context.store.write().await?;
    // Before any row: who answers it at this moment holds the company first.
    company::lock(&mut writer, caller.company.id).await?;
    let before = own(&mut writer, caller, operation).await?;
    if before.is_expired(now) {
        return Err(Conflict::AlreadySettled.into());
    }
    let actor = audit::caller(caller);
    let (after, change) = settle_operation(
        context,
        &mut writer,
        before,
        OperationEvent::Cancel,
        actor,
        now,
    )
    .await?;
    let view = show(context, &mut writer, &after, now).await?;
    writer.commit().await?;
    context.publish(change);
    Ok(view)
}
