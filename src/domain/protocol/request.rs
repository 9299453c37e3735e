//! What an enrolled device asks: it has no cookie, its key signs each request.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::bytes::{Base64Bytes, NotCanonical, canonical_bytes};
use super::challenge::{ConfirmationStatement, DeviceOperation};
use crate::domain::id::{ConfirmationId, DeviceId};
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// How far a request's time may lie from the server's; its nonce is remembered
/// for as long.
pub const REQUEST_LIFETIME: Duration = Duration::from_secs(120);

/// What a device asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceCall {
    /// The operations that wait for it.
    Operations,
    /// The list of one that changes many tokens.
    List(ConfirmationId),
    /// Say yes or no to one.
    Confirm(ConfirmationStatement),
    /// What the server knows of it.
    Details,
}

/// What a device signs for each request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceRequest {
    /// The protocol's version.
    pub v: u8,
    /// `device-request`.
    pub purpose: String,
    /// The server's name for itself.
    pub audience: String,
    /// Who asks.
    pub device: DeviceId,
    /// 16 random bytes, used once.
    pub nonce: Base64Bytes,
    /// The device's idea of the server's clock.
    pub at: Timestamp,
    /// What it asks for.
    pub call: DeviceCall,
}

impl DeviceRequest {
    /// The value of `purpose`.
    pub const PURPOSE: &'static str = "device-request";

    /// The bytes to sign.
    ///
    /// # Errors
    /// Never for this type; see [`canonical_bytes`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, NotCanonical> {
        canonical_bytes(self)
    }
}

/// A request as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedRequest {
    /// The canonical bytes of the [`DeviceRequest`].
    pub payload: Base64Bytes,
    /// Their signature by the device's signing key.
    pub signature: Base64Bytes,
}

/// The answer to a [`DeviceCall`] of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceReply {
    /// The operations that wait.
    Operations {
        /// In the order they were asked for.
        waiting: Vec<DeviceOperation>,
        /// Where the device's token stands.
        status: TokenStatus,
        /// The server's clock.
        server_time: Timestamp,
    },
    /// The canonical bytes of the list.
    List(Base64Bytes),
    /// What became of the operation.
    Confirmed(Outcome),
    /// What the server knows of the device.
    Details(DeviceDetails),
}

/// What became of an operation that a device answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The token has changed.
    Applied {
        /// What was done.
        kind: OperationKind,
    },
    /// Its tokens are being changed, one after the other.
    Started {
        /// What is being done.
        kind: OperationKind,
        /// To how many.
        items: u32,
    },
    /// A second administrator has yet to confirm.
    AwaitingSecondApproval,
    /// It was rejected, as asked.
    Rejected,
}

/// What the server knows of a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceDetails {
    /// Its name inside Llavero.
    pub device: DeviceId,
    /// What it called itself.
    pub device_name: String,
    /// Its token's serial.
    pub serial: Serial,
    /// Where its token stands.
    pub status: TokenStatus,
    /// The company's name.
    pub company: String,
    /// The holder's name.
    pub username: String,
    /// When it was enrolled.
    pub enrolled_at: Timestamp,
    /// The server's clock.
    pub server_time: Timestamp,
}

/// Why the server refused a device, as far as the device may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum DeviceFault {
    /// The message is not of this protocol.
    #[error("the message cannot be read")]
    Malformed,
    /// The invitation is unknown, used or taken back: which is not said.
    #[error("the invitation cannot be used")]
    InvitationInvalid,
    /// The invitation's time ran out.
    #[error("the invitation has expired")]
    InvitationExpired,
    /// The signature, the device or the audience is not right, or the device
    /// was revoked: which is not said.
    #[error("the device is not recognised")]
    NotRecognised,
    /// The device's clock is too far from the server's.
    #[error("the clock is off")]
    ClockOff {
        /// The server's clock.
        server_time: Timestamp,
    },
    /// This very request came before.
    #[error("the request was already used")]
    Replayed,
    /// The device's token is blocked.
    #[error("the token is blocked")]
    Blocked,
    /// The bank suspended the company.
    #[error("the company is suspended")]
    Suspended,
    /// There is no such operation for this device.
    #[error("no such operation")]
    NoSuchOperation,
    /// The operation is not the one that was shown.
    #[error("the signed bytes are not the operation's")]
    WrongChallenge,
    /// Its time ran out.
    #[error("the operation has expired")]
    Expired,
    /// It was settled before.
    #[error("the operation was already settled")]
    AlreadySettled,
    /// The token changed meanwhile.
    #[error("the token changed meanwhile")]
    Superseded,
    /// The number is not the console's.
    #[error("wrong number, {left} tries left")]
    WrongNumber {
        /// How many tries are left; at zero the operation has ended.
        left: u8,
    },
    /// The PIN is not right.
    #[error("wrong PIN, {left} tries left")]
    WrongPin {
        /// How many tries are left; at zero the token is blocked.
        left: u8,
    },
    /// The operation can no longer be done, for another rule.
    #[error("the operation is not allowed")]
    NotAllowed,
    /// Too many requests.
    #[error("too many requests")]
    TooMany {
        /// How long to wait, in seconds.
        retry_after: u64,
    },
    /// The server cannot answer now.
    #[error("the server cannot answer now")]
    Unavailable,
}
