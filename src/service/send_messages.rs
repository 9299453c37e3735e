//! Carrying messages from the outbox to their way out. A message that cannot be
//! sent stays there and is tried again; the change it tells of is never undone.

use super::device_secrets::message_place;
use super::issue_invitation::InvitationMessage;
use super::{Context, ServiceError};
use crate::store::message;
use crate::store::message::MessageRecord;

/// How many messages are taken at a time.
const BATCH: u32 = 50;

/// A message ready to be sent.
pub struct Outgoing {
    /// The message as it lies in the outbox.
    pub record: MessageRecord,
    /// What it tells.
    pub body: InvitationMessage,
}

/// The messages that wait, oldest first.
///
/// # Errors
/// Those of the store; a fault when a body does not open.
pub async fn waiting_messages(context: &Context) -> Result<Vec<Outgoing>, ServiceError> {
    let records = {
        let mut reader = context.store.read().await?;
        message::undelivered(&mut reader, BATCH).await?
    };
    records
        .into_iter()
        .map(|record| {
            let plain = context
                .vault
                .open(&message_place(record.id), &record.body)
                .map_err(|_| ServiceError::Fault("a message's body does not open"))?;
            let body = serde_json::from_slice(&plain)
                .map_err(|_| ServiceError::Fault("a message's body does not read"))?;
            Ok(Outgoing { record, body })
        })
        .collect()
}

/// Writes that a message was sent, and forgets what it said.
///
/// # Errors
/// Those of the store.
pub async fn mark_sent(context: &Context, message: &Outgoing) -> Result<(), ServiceError> {
    let mut writer = context.store.write().await?;
    message::mark_delivered(&mut writer, message.record.id, context.now()).await?;
    writer.commit().await?;
    Ok(())
}
