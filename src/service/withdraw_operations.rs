//! Ending the operations that wait for a device which may no longer answer.

use super::settle_operation::settle_operation;
use super::{Context, ServiceError};
use crate::domain::id::DeviceId;
use crate::domain::operation::{OperationEvent, Rejection};
use crate::domain::time::Timestamp;
use crate::store::audit::AuditActor;
use crate::store::{Connection, confirmation, operation};

/// Rejects every open operation that waits for `device`.
pub(super) async fn withdraw_operations(
    context: &Context,
    writer: &mut Connection,
    device: DeviceId,
    at: Timestamp,
) -> Result<(), ServiceError> {
    for record in confirmation::waiting_for(writer, device, at).await? {
        let Some(waiting) = operation::find(writer, record.company, record.operation).await? else {
            continue;
        };
        if waiting.state.is_open() {
            let event = OperationEvent::Reject(Rejection::DeviceBlocked);
            settle_operation(context, writer, waiting, event, AuditActor::system(), at).await?;
        }
    }
    Ok(())
}
