use serde::{Deserialize, Serialize};

use crate::domain::id::OperationId;
use crate::domain::operation::{OperationKind, OperationState};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::view::TimelineEntry;

/// An operation as its requester's waiting screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationView {
    /// Its name inside Llavero.
    pub id: OperationId,
    /// What it will do.
    pub kind: OperationKind,
    /// The token's serial.
    pub serial: Serial,
    /// The name the user it is about signs in with.
    pub holder_username: String,
    /// That user's own name.
    pub holder_full_name: String,
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
    /// What happened to the token meanwhile, which superseded it.
    pub meanwhile: Option<TimelineEntry>,
    /// In a demo, where the user's invitation can be read once it was sent.
    pub demo_mailbox: Option<String>,
}
