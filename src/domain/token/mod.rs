//! A token and the rule of its life (DESIGN §3).

mod action;
mod availability;
mod permission;
mod state;
mod transition;

use serde::{Deserialize, Serialize};

pub use action::{ActionKind, Party, TokenAction};
pub use availability::{TokenFacts, destination, offered, possible_from};
pub use permission::{Actor, Circumstances, Refusal, decide};
pub use state::{ActivationRule, BlockReason, PhysicalState, TokenKind, TokenState, TokenStatus};
pub use transition::{
    Effect, IllegalTransition, Transition, TransitionRow, transition, transition_table,
};

use super::id::{CompanyId, TokenId, UserId};
use super::serial::Serial;
use super::time::Timestamp;

/// A virtual token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Its name inside Llavero.
    pub id: TokenId,
    /// The company it was granted to.
    pub company: CompanyId,
    /// Its serial number.
    pub serial: Serial,
    /// Where it stands in its life.
    pub state: TokenState,
    /// When its state last changed.
    pub updated_at: Timestamp,
    /// Grows by one with each change.
    pub version: i64,
}

/// A physical token: the device that a virtual one replaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhysicalToken {
    /// Its name inside Llavero.
    pub id: TokenId,
    /// The company it belongs to.
    pub company: CompanyId,
    /// Its serial number.
    pub serial: Serial,
    /// Whether it is in use.
    pub state: PhysicalState,
    /// When its state last changed.
    pub updated_at: Timestamp,
    /// Grows by one with each change.
    pub version: i64,
}

impl PhysicalToken {
    /// A physical token that its holder is registered with. A virtual token of
    /// theirs that works, or that is blocked and was not taken back, has replaced
    /// it already (DESIGN §1, effect): registering gives no more power than
    /// there was.
    pub fn registered(
        id: TokenId,
        company: CompanyId,
        serial: Serial,
        holder: UserId,
        held: Option<&Token>,
        at: Timestamp,
    ) -> Self {
        let replaced_by = held.filter(|held| {
            matches!(
                held.state.status(),
                TokenStatus::Active | TokenStatus::Blocked
            )
        });
        let state = match replaced_by {
            Some(held) => PhysicalState::Disabled {
                holder,
                replacement: held.id,
            },
            None => PhysicalState::InUse { holder },
        };
        Self {
            id,
            company,
            serial,
            state,
            updated_at: at,
            version: 1,
        }
    }

    /// The token once its holder's virtual token works (DESIGN §1, effect). One
    /// that an earlier virtual token disabled is from now on disabled by this
    /// one, so that taking this one back can restore it.
    pub fn disabled_by(self, replacement: TokenId, at: Timestamp) -> Self {
        match self.state {
            PhysicalState::Disabled {
                replacement: by, ..
            } if by == replacement => self,
            PhysicalState::InUse { holder } | PhysicalState::Disabled { holder, .. } => {
                let state = PhysicalState::Disabled {
                    holder,
                    replacement,
                };
                self.moved(state, at)
            }
        }
    }

    /// The token in use again, if `replacement` is what disabled it.
    pub fn restored_from(self, replacement: TokenId, at: Timestamp) -> Self {
        match self.state {
            PhysicalState::Disabled {
                holder,
                replacement: by,
            } if by == replacement => self.moved(PhysicalState::InUse { holder }, at),
            PhysicalState::Disabled { .. } | PhysicalState::InUse { .. } => self,
        }
    }

    /// Whether `replacement` is what disabled it.
    pub fn is_disabled_by(&self, replacement: TokenId) -> bool {
        matches!(self.state, PhysicalState::Disabled { replacement: by, .. } if by == replacement)
    }

    /// Who holds it.
    pub const fn holder(&self) -> UserId {
        match self.state {
            PhysicalState::InUse { holder } | PhysicalState::Disabled { holder, .. } => holder,
        }
    }

    fn moved(self, state: PhysicalState, at: Timestamp) -> Self {
        Self {
            state,
            updated_at: at,
            version: self.version + 1,
            ..self
        }
    }
}
