//! Carrying messages from the outbox to their ways out. What cannot be sent is
//! tried again, and never undoes or delays the change that it tells of; one
//! message's trouble holds up no other.

use std::time::Duration;

use tracing::{debug, info, warn};

use super::device_secrets::message_place;
use super::{Context, ServiceError};
use crate::domain::id::MessageId;
use crate::domain::locale::Locale;
use crate::domain::message::{Channel, DeliveryFailure, MessageContent, MessageState, retry_after};
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::message::{Attempt, MessageRecord};
use crate::store::{Connection, StoreError, message, user};

/// How many messages are taken at a time, and sent side by side.
const TAKEN: u32 = 8;

/// For how long a message is taken: longer than any attempt lasts, so that no
/// other server tries it meanwhile; the message of a server that died waits as
/// long.
pub const LEASE: Duration = Duration::from_secs(5 * 60);

/// A message taken to be sent.
#[derive(Debug)]
pub struct Outgoing {
    /// The message as it lies in the outbox.
    record: MessageRecord,
    /// To which address or number.
    pub recipient: String,
    /// Whom it is for.
    pub to: User,
    /// What it says.
    pub content: MessageContent,
}

impl Outgoing {
    /// Its name, by which whoever receives it can tell that it came twice.
    pub fn id(&self) -> String {
        self.record.id.to_string()
    }

    /// By what it goes.
    pub const fn channel(&self) -> Channel {
        self.record.channel
    }

    /// The language of its words.
    pub const fn locale(&self) -> Locale {
        self.record.locale
    }

    /// When it was written.
    pub const fn written_at(&self) -> Timestamp {
        self.record.created_at
    }
}

/// Takes messages that are due, so that nobody else sends them meanwhile. Those
/// that cannot be read have failed, and those whose link has expired are void:
/// both are passed over. Empty when nothing is due.
///
/// # Errors
/// Those of the store.
pub async fn take_due(context: &Context, channel: Channel) -> Result<Vec<Outgoing>, ServiceError> {
    loop {
        let now = context.now();
        let due = {
            let mut reader = context.store.read().await?;
            message::due(&mut reader, channel, now, TAKEN).await?
        };
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let mut writer = context.store.write().await?;
        let mut taken = Vec::with_capacity(due.len());
        for id in due {
            taken.extend(take(context, &mut writer, id, now).await?);
        }
        writer.commit().await?;
        if !taken.is_empty() {
            return Ok(taken);
        }
    }
}

/// Takes one message, unless somebody else was faster or it is settled on the
/// way.
async fn take(
    context: &Context,
    writer: &mut Connection,
    id: MessageId,
    now: Timestamp,
) -> Result<Option<Outgoing>, ServiceError> {
    let Some(record) = readable(message::find(writer, id).await)? else {
        unreadable(id);
        message::give_up(writer, id, DeliveryFailure::Unreadable, now).await?;
        return Ok(None);
    };
    let Some(record) = message::claim(writer, record, now, now.plus(LEASE)).await? else {
        return Ok(None);
    };
    let content = context
        .vault
        .open(&message_place(record.id), &record.body)
        .ok()
        .and_then(|plain| MessageContent::read(record.kind, &plain).ok());
    let to = readable(user::find(writer, record.company, record.user).await)?;
    let (Some(content), Some(to), Some(recipient)) = (content, to, record.recipient.clone()) else {
        unreadable(id);
        let attempt = Attempt::Failed(DeliveryFailure::Unreadable);
        message::settle(writer, &record, attempt, now).await?;
        return Ok(None);
    };
    if content.expires_at().is_some_and(|end| end <= now) {
        message::settle(writer, &record, Attempt::Void, now).await?;
        return Ok(None);
    }
    Ok(Some(Outgoing {
        record,
        recipient,
        to,
        content,
    }))
}

/// A row that does not read is none: the next message must not wait for it.
fn readable<T>(found: Result<Option<T>, StoreError>) -> Result<Option<T>, StoreError> {
    match found {
        Err(StoreError::Inconsistent { .. }) => Ok(None),
        other => other,
    }
}

fn unreadable(id: MessageId) {
    warn!(message = %id, "a message does not open or read");
}

/// Writes how the attempt ended: what was sent is forgotten, what was not is
/// tried again later, or has failed.
///
/// # Errors
/// Those of the store.
pub async fn settle(
    context: &Context,
    sent: &Outgoing,
    outcome: Result<(), DeliveryFailure>,
) -> Result<MessageState, ServiceError> {
    let now = context.now();
    let record = &sent.record;
    let (attempt, state) = match outcome {
        Ok(()) => (Attempt::Delivered, MessageState::Delivered),
        Err(failure) => match retry_after(record.attempts).filter(|_| !failure.is_permanent()) {
            Some(wait) => (
                Attempt::Again(failure, now.plus(wait)),
                MessageState::Waiting,
            ),
            None => (Attempt::Failed(failure), MessageState::Failed),
        },
    };
    let mut writer = context.store.write().await?;
    message::settle(&mut writer, record, attempt, now).await?;
    writer.commit().await?;
    let (id, kind, attempts) = (record.id, record.kind.code(), record.attempts);
    match outcome {
        Ok(()) => debug!(message = %id, kind, "a message was sent"),
        Err(failure) if state == MessageState::Failed => {
            warn!(message = %id, kind, attempts, failure = failure.code(), "a message could not be sent");
        }
        Err(failure) => {
            info!(message = %id, kind, attempts, failure = failure.code(), "a message was not sent; it is tried again");
        }
    }
    Ok(state)
}
