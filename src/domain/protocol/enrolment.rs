//! Binding a device to an assigned token, in two calls.

use serde::{Deserialize, Serialize};

use super::bytes::Base64Bytes;
use crate::domain::id::{DeviceId, EnrolmentId};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// The first call: the device shows its invitation's code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenEnrolmentRequest {
    /// The protocol's version.
    pub v: u8,
    /// The code as it was typed, followed or scanned.
    pub code: String,
}

/// The answer: what the device is being bound to, and what it needs to do so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentOffer {
    /// The protocol's version.
    pub v: u8,
    /// The enrolment this offer belongs to.
    pub enrolment: EnrolmentId,
    /// The name the device will have.
    pub device: DeviceId,
    /// The token's serial.
    pub serial: Serial,
    /// The company's name, to show.
    pub company: String,
    /// The user's name, to show.
    pub username: String,
    /// The server's name for itself; every signed message repeats it.
    pub audience: String,
    /// 32 random bytes, used once.
    pub nonce: Base64Bytes,
    /// The server's agreement key for this enrolment: SEC 1 uncompressed.
    pub server_key: Base64Bytes,
    /// Until when the invitation can be used.
    pub expires_at: Timestamp,
    /// The server's clock.
    pub server_time: Timestamp,
}

/// What the device signs to enrol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentStatement {
    /// The protocol's version.
    pub v: u8,
    /// `enrol`: a signature over this is good for nothing else.
    pub purpose: String,
    /// From the offer.
    pub audience: String,
    /// From the offer.
    pub enrolment: EnrolmentId,
    /// From the offer.
    pub device: DeviceId,
    /// From the offer.
    pub serial: Serial,
    /// SHA-256 of the invitation's code.
    pub code_hash: Base64Bytes,
    /// The device's signing key: SEC 1 uncompressed.
    pub signing_key: Base64Bytes,
    /// The device's agreement key: SEC 1 uncompressed.
    pub agreement_key: Base64Bytes,
    /// From the offer.
    pub nonce: Base64Bytes,
    /// The PIN secret under the transport pad.
    pub hidden_pin_secret: Base64Bytes,
    /// What the device calls itself, such as `Chrome · Android`; to show.
    pub device_name: String,
}

impl EnrolmentStatement {
    /// The value of `purpose`.
    pub const PURPOSE: &'static str = "enrol";
}

/// The second call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentRequest {
    /// The code again: holding it is what entitles.
    pub code: String,
    /// The canonical bytes of the [`EnrolmentStatement`].
    pub statement: Base64Bytes,
    /// Their signature by the new signing key.
    pub signature: Base64Bytes,
}

/// The answer to the second call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentReceipt {
    /// The protocol's version.
    pub v: u8,
    /// Where the token stands now.
    pub status: TokenStatus,
    /// The server's clock.
    pub server_time: Timestamp,
}
