use serde::{Deserialize, Serialize};

use crate::domain::batch::{BatchProgress, ItemOutcome};
use crate::domain::company::Approvals;
use crate::domain::contact_change::ContactChange;
use crate::domain::id::{OperationId, UserId};
use crate::domain::operation::{OperationKind, OperationState, first_has_approved};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::view::TimelineEntry;

/// What an operation changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectView {
    /// One token.
    Token {
        /// Its serial.
        serial: Serial,
        /// The name the user it is about signs in with.
        holder_username: String,
        /// That user's own name.
        holder_full_name: String,
    },
    /// Each of a list of tokens.
    Batch(BatchProgress),
}

/// One item of an operation on many tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// Its place in the list, from 0.
    pub position: u32,
    /// The token's serial.
    pub serial: Serial,
    /// The name the user signs in with.
    pub username: String,
    /// The user's own name.
    pub full_name: String,
    /// What became of it, once it was carried out.
    pub outcome: Option<ItemOutcome>,
}

/// Which items of an operation are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WantedItems {
    /// All.
    #[default]
    All,
    /// Those that were done.
    Done,
    /// Those that could not be.
    Failed,
}

/// A piece of an operation's items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemPage {
    /// The items, in the order of the list.
    pub items: Vec<ItemView>,
    /// Where the next piece begins, if there is one.
    pub next: Option<u32>,
}

/// An operation as its requester's waiting screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationView {
    /// Its name inside Llavero.
    pub id: OperationId,
    /// What it will do.
    pub kind: OperationKind,
    /// To what.
    pub subject: SubjectView,
    /// The holder's data that it changes, if it does, and who the holder is.
    pub contact: Option<(UserId, ContactChange)>,
    /// Where it stands.
    pub state: OperationState,
    /// The number to type in the AppMovil, while it waits.
    pub number: Option<String>,
    /// How many more wrong numbers it bears.
    pub numbers_left: u8,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
    /// The server's clock.
    pub server_time: Timestamp,
    /// How many administrators must confirm it.
    pub approvals: Approvals,
    /// The second administrator, who approved or rejected it.
    pub second_username: Option<String>,
    /// How many other administrators could approve it as the second one.
    pub approvers: u32,
    /// What happened to the token meanwhile, which superseded it.
    pub meanwhile: Option<TimelineEntry>,
    /// In a demo, where the user's invitation can be read once it was sent.
    pub demo_mailbox: Option<String>,
}

impl OperationView {
    /// Whether the one who asked has confirmed, and it waited for a second
    /// administrator: that is given a longer time.
    pub fn waited_for_second(&self) -> bool {
        first_has_approved(self.requested_at, self.expires_at)
    }
}
