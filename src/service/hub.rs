use serde::Serialize;
use tokio::sync::broadcast;

use crate::domain::id::{CompanyId, OperationId, TokenId, TokenRequestId, UserId};

/// What changed: a name, not the thing. Screens fetch it again, so that the
/// server stays the only source of truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "topic", content = "id")]
pub enum Topic {
    /// A token and with it the counters.
    Token(TokenId),
    /// An operation.
    Operation(OperationId),
    /// A user.
    User(UserId),
    /// The log has a new entry of something that changed nothing else.
    AuditLog,
    /// A company: its name, its status, its settings, its stock.
    Company(CompanyId),
    /// A company's request for more tokens.
    TokenRequest(TokenRequestId),
    /// Messages were sent, or not. It is for the bank's operators alone.
    Messages,
    /// Sessions of a user ended. It is for the server's own streams, which end
    /// with them, and is not passed on.
    Sessions(UserId),
}

impl Topic {
    /// Whether the bank's operators are told, whosever it is. They are not told
    /// of every token of every company.
    pub const fn concerns_the_bank(self) -> bool {
        matches!(
            self,
            Self::Company(_) | Self::TokenRequest(_) | Self::Messages
        )
    }
}

/// A change of one company's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Whose.
    pub company: CompanyId,
    /// What.
    pub topic: Topic,
}

/// Changes that a slow listener may fall behind before it misses some. One that
/// does fetches everything again.
const BACKLOG: usize = 1_024;

/// Carries changes from the use cases to open screens.
#[derive(Clone)]
pub struct Hub {
    sender: broadcast::Sender<Change>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(BACKLOG).0,
        }
    }
}

impl Hub {
    /// Tells everyone who listens.
    pub fn publish(&self, change: Change) {
        // Nobody listening is no error.
        let _ = self.sender.send(change);
    }

    /// Listens from now on.
    pub fn listen(&self) -> broadcast::Receiver<Change> {
        self.sender.subscribe()
    }
}
