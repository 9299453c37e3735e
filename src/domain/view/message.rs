use serde::{Deserialize, Serialize};

use crate::domain::id::MessageId;
use crate::domain::message::{Channel, DeliveryFailure, MessageKind, MessageState};
use crate::domain::table::Page;
use crate::domain::time::Timestamp;

/// A row of the operator's table of messages. It tells neither what the message
/// says nor its whole address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageRow {
    /// Its name inside Llavero.
    pub id: MessageId,
    /// The company of whom it is for.
    pub company: String,
    /// The name with which that person signs in.
    pub username: String,
    /// What it is about; nothing for a kind that this program does not know.
    pub kind: Option<MessageKind>,
    /// By what.
    pub channel: Channel,
    /// To which address or number, masked.
    pub recipient: Option<String>,
    /// What became of it.
    pub state: MessageState,
    /// How often it was tried.
    pub attempts: u32,
    /// Why the last attempt failed.
    pub failure: Option<DeliveryFailure>,
    /// When it was written.
    pub written_at: Timestamp,
    /// When it is tried next, while it waits.
    pub next_attempt_at: Option<Timestamp>,
    /// When it was sent, failed or became void.
    pub settled_at: Option<Timestamp>,
    /// The version to name when having it sent again.
    pub version: i64,
}

impl MessageRow {
    /// Whether an operator can have it sent again: it has failed, or waits after
    /// an attempt that did.
    pub fn can_be_sent_again(&self) -> bool {
        match self.state {
            MessageState::Failed => self.failure != Some(DeliveryFailure::Unreadable),
            MessageState::Waiting => self.failure.is_some(),
            MessageState::Delivered | MessageState::Void => false,
        }
    }

    /// What names it, to the server, as it was seen.
    pub const fn seen(&self) -> SeenMessage {
        SeenMessage {
            message: self.id,
            version: self.version,
        }
    }
}

/// A page of the table, with what stands above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessagesView {
    /// The rows.
    pub page: Page<MessageRow>,
    /// How many messages wait, of all.
    pub waiting: u64,
    /// How many could not be sent, of all.
    pub failed: u64,
    /// The mail server; e-mails land in a folder while there is none.
    pub mail_server: Option<String>,
    /// The SMS gateway; there are no SMS while there is none.
    pub sms_gateway: Option<String>,
}

/// A message at the version that an operator saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenMessage {
    /// Which.
    pub message: MessageId,
    /// The version.
    pub version: i64,
}

/// What became of having a message sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SentAgain {
    /// It waits to be sent.
    Waiting,
    /// It was changed meanwhile: sent, tried, or void.
    Changed,
    /// The person has no address of that kind.
    NoAddress,
}
