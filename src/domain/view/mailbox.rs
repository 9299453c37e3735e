use serde::{Deserialize, Serialize};

/// A message of the demo's mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailboxMessage {
    /// To which address.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// When it was written, in Bogotá.
    pub sent_at: String,
    /// The link in it, if there is one.
    pub link: Option<String>,
    /// Its text.
    pub body: String,
}
