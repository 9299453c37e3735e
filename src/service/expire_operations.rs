//! Ending operations whose time ran out.

use super::settle_operation::settle_operation;
use super::{Change, Context, ServiceError};
use crate::domain::operation::OperationEvent;
use crate::domain::time::Timestamp;
use crate::store::audit::AuditActor;
use crate::store::{Connection, device_nonce, operation};

/// How many are ended in one transaction.
const BATCH: u32 = 200;

/// Ends every operation whose time ran out, and forgets device nonces that can
/// no longer be replayed. The server calls it every few seconds.
///
/// # Errors
/// Those of the store.
pub async fn expire_operations(context: &Context) -> Result<(), ServiceError> {
    let now = context.now();
    let due = {
        let mut reader = context.store.read().await?;
        operation::open_past(&mut reader, now, 1).await?
    };
    if due.is_empty() {
        return Ok(());
    }
    let mut writer = context.store.write().await?;
    let changes = expire_due(context, &mut writer, now).await?;
    device_nonce::forget_before(&mut writer, now).await?;
    writer.commit().await?;
    for change in changes {
        context.publish(change);
    }
    Ok(())
}

/// The same inside a transaction, so that an operation past its time does not
/// stand in the way of a new one.
pub(super) async fn expire_due(
    context: &Context,
    writer: &mut Connection,
    now: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let mut changes = Vec::new();
    for due in operation::open_past(writer, now, BATCH).await? {
        let (_, change) = settle_operation(
            context,
            writer,
            due,
            OperationEvent::Expire,
            AuditActor::system(),
            now,
        )
        .await?;
        changes.push(change);
    }
    Ok(changes)
}
