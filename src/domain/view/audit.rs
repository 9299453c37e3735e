use serde::{Deserialize, Serialize};

use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome};
use crate::domain::id::{AuditId, OperationId, UserId};
use crate::domain::serial::Serial;
use crate::domain::table::Page;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// Who did something, as the log tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditWho {
    /// A person in the console.
    Person {
        /// Their name inside Llavero.
        id: UserId,
        /// Their username.
        name: String,
    },
    /// A person through their device.
    Device {
        /// The person and their username, if they are still known.
        holder: Option<(UserId, String)>,
        /// The device's name.
        name: String,
    },
    /// Somebody of the bank, who has no page here.
    Bank {
        /// Their name and the bank's.
        name: String,
    },
    /// Llavero itself.
    System,
}

impl AuditWho {
    /// The person, if it was one.
    pub const fn user(&self) -> Option<UserId> {
        match self {
            Self::Person { id, .. }
            | Self::Device {
                holder: Some((id, _)),
                ..
            } => Some(*id),
            Self::Device { holder: None, .. } | Self::Bank { .. } | Self::System => None,
        }
    }
}

/// An entry of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRow {
    /// Its name inside Llavero.
    pub id: AuditId,
    /// Its place in the company's log, from 1.
    pub sequence: i64,
    /// *Fecha y hora*.
    pub at: Timestamp,
    /// *Quién*.
    pub who: AuditWho,
    /// *Qué*.
    pub action: AuditAction,
    /// *Resultado*.
    pub outcome: AuditOutcome,
    /// *Token*.
    pub serial: Option<Serial>,
    /// *Usuario*.
    pub user: Option<(UserId, String)>,
    /// *Desde dónde*.
    pub origin: Option<AuditOrigin>,
    /// The token's status before.
    pub from: Option<TokenStatus>,
    /// The token's status after.
    pub to: Option<TokenStatus>,
    /// The operation it was part of.
    pub operation: Option<OperationId>,
    /// More, as the log keeps it.
    pub detail: String,
}

/// A page of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// The rows.
    pub page: Page<AuditRow>,
    /// Whether `page.total` is all there are; otherwise there are more.
    pub total_is_exact: bool,
    /// Where a search stopped that was not done, and the way on is the page's
    /// own: the time of the last entry that was looked at.
    pub looked_until: Option<Timestamp>,
    /// How many entries the whole log has: what came later is news.
    pub entries: i64,
}

/// How many entries came since a page was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LogNews {
    /// So many that the filters let through.
    pub count: u32,
    /// Whether there may be more.
    pub or_more: bool,
}
