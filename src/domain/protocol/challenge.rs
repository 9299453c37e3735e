//! What is confirmed, and the yes or no to it.

use serde::{Deserialize, Serialize};

use super::bytes::Base64Bytes;
use crate::domain::id::{CompanyId, ConfirmationId, DeviceId, OperationId, UserId};
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;

/// How many digits the number has that the console shows.
pub const NUMBER_DIGITS: usize = 6;

/// What a device is asked to confirm. The server keeps its exact canonical
/// bytes, the device shows and signs those, and the change is made from those.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The protocol's version.
    pub v: u8,
    /// `confirm-operation`.
    pub purpose: String,
    /// The server's name for itself.
    pub audience: String,
    /// This confirmation's name.
    pub confirmation: ConfirmationId,
    /// The operation's name.
    pub operation: OperationId,
    /// What will be done.
    pub kind: OperationKind,
    /// The company's name inside Llavero.
    pub company: CompanyId,
    /// The company's name, to show.
    pub company_name: String,
    /// The token's serial.
    pub serial: Serial,
    /// The token's version that this is good for.
    pub token_version: i64,
    /// The user it is about.
    pub holder: UserId,
    /// That user's name, to show.
    pub holder_username: String,
    /// That user's own name, to show.
    pub holder_full_name: String,
    /// The administrator who asked.
    pub requested_by: UserId,
    /// That administrator's name, to show.
    pub requested_by_username: String,
    /// The device that may confirm.
    pub device: DeviceId,
    /// 32 random bytes.
    pub nonce: Base64Bytes,
    /// When it was made.
    pub issued_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
}

impl Challenge {
    /// The value of `purpose`.
    pub const PURPOSE: &'static str = "confirm-operation";
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// *Aprobar*.
    Approve,
    /// *Rechazar*.
    Reject,
}

impl Decision {
    /// The word that stands for it in signed bytes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Reject => "reject",
        }
    }
}

/// What a device signs to confirm or reject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationStatement {
    /// The confirmation's name.
    pub confirmation: ConfirmationId,
    /// The exact bytes of the [`Challenge`].
    pub challenge: Base64Bytes,
    /// Yes or no.
    pub decision: Decision,
    /// The number that the console shows; empty to reject.
    pub number: String,
    /// [`super::pin_mac`] of all this; empty to reject, which needs no PIN.
    pub pin_mac: Base64Bytes,
}

/// An operation that waits for a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceOperation {
    /// The confirmation's name.
    pub confirmation: ConfirmationId,
    /// The exact bytes of the [`Challenge`]: all that is shown is read from
    /// them.
    pub challenge: Base64Bytes,
}

impl DeviceOperation {
    /// The challenge that the bytes hold; `None` if they hold none.
    pub fn challenge(&self) -> Option<Challenge> {
        let text = str::from_utf8(self.challenge.as_slice()).ok()?;
        serde_json::from_str(text).ok()
    }
}
