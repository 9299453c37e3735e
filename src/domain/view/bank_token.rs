use serde::{Deserialize, Serialize};

use super::token::TokenDetail;
use crate::domain::company::CompanyStatus;
use crate::domain::id::CompanyId;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::{ActionKind, BlockReason, TokenStatus};
use crate::domain::user::Role;

/// Whose a token is, as the bank sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwningCompany {
    /// Its name inside Llavero.
    pub id: CompanyId,
    /// Its name on the screen.
    pub name: String,
    /// Whether it may use the service.
    pub status: CompanyStatus,
}

/// A token that was looked up across the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BankToken {
    /// A virtual one.
    Virtual {
        /// Whose.
        company: OwningCompany,
        /// What its holder may do, if somebody holds it.
        holder_role: Option<Role>,
        /// What is known of it.
        token: Box<TokenDetail>,
    },
    /// A physical one.
    Physical {
        /// Whose.
        company: OwningCompany,
        /// Its serial.
        serial: Serial,
        /// *Activo* or *Inhabilitado*.
        status: TokenStatus,
        /// Its holder's names: the one they sign in with and their own.
        holder: (String, String),
        /// The virtual token that replaced it.
        replaced_by: Option<Serial>,
        /// When it last changed.
        updated_at: Timestamp,
    },
}

/// What an operator does to a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperatorDeed {
    /// Put it out of use for ever.
    Retire,
    /// Stop it at once.
    Block {
        /// Why.
        reason: BlockReason,
    },
    /// Take it back.
    Unassign {
        /// Whether the physical token that it replaced works again.
        restore_physical: bool,
    },
    /// Revoke the device and invite the holder to bind another.
    ReplaceDevice,
    /// Send a new invitation.
    Resend,
}

impl OperatorDeed {
    /// What it does to the token.
    pub const fn action_kind(self) -> ActionKind {
        match self {
            Self::Retire => ActionKind::Retire,
            Self::Block { .. } => ActionKind::Block,
            Self::Unassign { .. } => ActionKind::Unassign,
            Self::ReplaceDevice => ActionKind::ReplaceDevice,
            Self::Resend => ActionKind::Resend,
        }
    }
}
