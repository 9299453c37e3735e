//! Names of things: one type each, so that one is never taken for another.
//!
//! They are UUIDs of version 7 (RFC 9562 §5.7): they sort by the time they were
//! made, and 74 bits of chance keep them from being guessed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use super::time::Timestamp;

/// The text is not the name of anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident ),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new name from the time and ten random bytes.
            pub fn new(at: Timestamp, random: [u8; 10]) -> Self {
                let millis = u64::try_from(at.as_micros() / 1_000).unwrap_or(0);
                Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )* };
}

ids! {
    /// Names a company.
    CompanyId,
    /// Names a user of one company.
    UserId,
    /// Names a token.
    TokenId,
    /// Names one invitation to bind a device, and the binding that follows.
    EnrolmentId,
    /// Names a bound device.
    DeviceId,
    /// Names an operation.
    OperationId,
    /// Names one device's confirmation of an operation.
    ConfirmationId,
    /// Names an entry of the audit log.
    AuditId,
    /// Names a message to a user.
    MessageId,
    /// Names a company's request for more tokens.
    TokenRequestId,
    /// Names a link to choose a password with.
    PasswordLinkId,
}
