use serde::{Deserialize, Serialize};

use crate::domain::id::UserId;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::Role;

/// The token of the person who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnToken {
    /// They have none.
    None,
    /// It waits for them to link their AppMovil.
    Unlinked {
        /// Its serial.
        serial: Serial,
        /// Until when the invitation that was issued last can be used; `None`
        /// when it no longer can.
        invited_until: Option<Timestamp>,
    },
    /// A device is bound to it.
    Linked {
        /// Its serial.
        serial: Serial,
        /// Where it stands.
        status: TokenStatus,
        /// What the device calls itself.
        device_name: String,
        /// When it was enrolled.
        enrolled_at: Timestamp,
    },
}

impl OwnToken {
    /// Whether it can confirm operations.
    pub const fn can_confirm(&self) -> bool {
        matches!(
            self,
            Self::Linked {
                status: TokenStatus::Active,
                ..
            }
        )
    }
}

/// An administrator whose requests are locked by rejections in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedPerson {
    /// Their name inside Llavero.
    pub user: UserId,
    /// Their own name.
    pub full_name: String,
}

/// The person who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Their name inside Llavero.
    pub user: UserId,
    /// The name they sign in with.
    pub username: String,
    /// Their own name.
    pub full_name: String,
    /// What they may do.
    pub role: Role,
    /// Their e-mail.
    pub email: Option<String>,
    /// Their mobile.
    pub mobile: Option<String>,
    /// Their company's name.
    pub company: String,
    /// Their own token.
    pub own_token: OwnToken,
    /// Whether this server shows demo data.
    pub demo: bool,
    /// The server's clock.
    pub server_time: Timestamp,
}

/// How far a sign-in has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInStep {
    /// Nobody is signed in.
    SignedOut,
    /// The password was right; the AppMovil's code is next.
    CodeNeeded,
    /// Somebody is signed in.
    SignedIn(Box<PersonView>),
}
