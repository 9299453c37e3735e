//! An operation (*Solicitud*): one change, of one token or of each of a list of
//! tokens, that is waiting to be confirmed in the AppMovil, or was (DESIGN §3
//! and §4).

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::company::Approvals;
use super::contact_change::ContactChange;
use super::id::{CompanyId, OperationId, TokenId, UserId};
use super::time::Timestamp;
use super::token::{ActionKind, ActivationRule, TokenAction};

/// How long an operation waits to be confirmed (DESIGN §4).
pub const OPERATION_LIFETIME: Duration = Duration::from_secs(120);

/// How long an operation waits for a second administrator, from the moment at
/// which the one who asked has confirmed it (ADR 17): a working day, so that a
/// colleague who is in a meeting or at lunch need not hurry.
pub const SECOND_APPROVAL_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

/// How many wrong numbers end an operation (DESIGN §4).
pub const WRONG_NUMBERS_ALLOWED: u8 = 3;

/// What an operation will do to its token once it is confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationKind {
    /// Give an available token to a user.
    Assign,
    /// Take the invitation back.
    Cancel,
    /// Put a token to work whose holder has enrolled.
    Activate,
    /// Let a blocked token work again.
    Unblock,
    /// Revoke the device and invite the holder to bind another.
    ReplaceDevice,
    /// Take the token back.
    Unassign,
    /// Take the token back, and let the physical one work again.
    UnassignRestoringPhysical,
    /// Give the token's holder another e-mail or mobile; the token stays as it
    /// is.
    ChangeContact,
}

impl OperationKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Assign,
        Self::Cancel,
        Self::Activate,
        Self::Unblock,
        Self::ReplaceDevice,
        Self::Unassign,
        Self::UnassignRestoringPhysical,
        Self::ChangeContact,
    ];

    /// The word that stands for it in the store and in the signed bytes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Cancel => "cancel",
            Self::Activate => "activate",
            Self::Unblock => "unblock",
            Self::ReplaceDevice => "replace_device",
            Self::Unassign => "unassign",
            Self::UnassignRestoringPhysical => "unassign_restoring_physical",
            Self::ChangeContact => "change_contact",
        }
    }

    /// The kind that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What it does to its token, if it does anything; `holder` is the user it is
    /// about.
    pub const fn action(self, holder: UserId) -> Option<TokenAction> {
        Some(match self {
            Self::Assign => TokenAction::Assign {
                holder,
                activation: ActivationRule::ByAdministrator,
            },
            Self::Cancel => TokenAction::Cancel,
            Self::Activate => TokenAction::Activate,
            Self::Unblock => TokenAction::Unblock,
            Self::ReplaceDevice => TokenAction::ReplaceDevice {
                activation: ActivationRule::ByAdministrator,
            },
            Self::Unassign => TokenAction::Unassign {
                restore_physical: false,
            },
            Self::UnassignRestoringPhysical => TokenAction::Unassign {
                restore_physical: true,
            },
            Self::ChangeContact => return None,
        })
    }

    /// Whether many tokens can be changed so by one operation.
    pub const fn comes_in_batches(self) -> bool {
        matches!(self, Self::Assign | Self::Activate)
    }

    /// The name of what it does to its token, if it does anything.
    pub const fn action_kind(self) -> Option<ActionKind> {
        Some(match self {
            Self::Assign => ActionKind::Assign,
            Self::Cancel => ActionKind::Cancel,
            Self::Activate => ActionKind::Activate,
            Self::Unblock => ActionKind::Unblock,
            Self::ReplaceDevice => ActionKind::ReplaceDevice,
            Self::Unassign | Self::UnassignRestoringPhysical => ActionKind::Unassign,
            Self::ChangeContact => return None,
        })
    }
}

/// Why an operation ended as rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// The administrator pressed *Rechazar* in the AppMovil.
    OnDevice,
    /// The number was typed wrong too often.
    WrongNumbers,
    /// The device was blocked while the operation waited.
    DeviceBlocked,
    /// The second administrator said no.
    BySecond,
}

/// Where an operation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum OperationState {
    /// It waits for the AppMovil of the one who asked.
    Pending,
    /// It waits for a second administrator ("control dual").
    AwaitingSecondApproval,
    /// Every confirmation that it needs is there.
    Confirmed,
    /// The token has changed.
    Applied,
    /// It was refused.
    Rejected {
        /// Why.
        reason: Rejection,
    },
    /// Nobody confirmed it in time.
    Expired,
    /// The one who asked took it back.
    Cancelled,
    /// The token changed meanwhile.
    Superseded,
}

/// What happens to an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationEvent {
    /// A device confirmed it; `complete` when no other approval is needed.
    Confirm {
        /// Whether it was the last approval needed.
        complete: bool,
    },
    /// Its change was written.
    Apply,
    /// It was refused.
    Reject(Rejection),
    /// Its time ran out.
    Expire,
    /// It was taken back.
    Cancel,
    /// Its token changed meanwhile.
    Supersede,
}

/// The event is not possible in that state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} is not possible for an operation that is {from:?}")]
pub struct IllegalStep {
    /// The state the operation was in.
    pub from: OperationState,
    /// What was tried.
    pub event: OperationEvent,
}

impl OperationState {
    /// Whether the operation still waits for somebody.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Pending | Self::AwaitingSecondApproval | Self::Confirmed
        )
    }

    /// Moves an operation; nothing else does.
    ///
    /// # Errors
    /// [`IllegalStep`] when the operation is settled, or not that far yet.
    pub fn step(self, event: OperationEvent) -> Result<Self, IllegalStep> {
        use OperationEvent as Event;

        match (self, event) {
            (Self::Pending, Event::Confirm { complete: false }) => Ok(Self::AwaitingSecondApproval),
            (Self::Pending | Self::AwaitingSecondApproval, Event::Confirm { complete: true }) => {
                Ok(Self::Confirmed)
            }
            (Self::Confirmed, Event::Apply) => Ok(Self::Applied),
            (Self::Pending, Event::Reject(Rejection::BySecond)) => {
                Err(IllegalStep { from: self, event })
            }
            (Self::Pending | Self::AwaitingSecondApproval, Event::Reject(reason)) => {
                Ok(Self::Rejected { reason })
            }
            (Self::Pending | Self::AwaitingSecondApproval, Event::Expire) => Ok(Self::Expired),
            (Self::Pending | Self::AwaitingSecondApproval, Event::Cancel) => Ok(Self::Cancelled),
            (Self::Pending | Self::AwaitingSecondApproval | Self::Confirmed, Event::Supersede) => {
                Ok(Self::Superseded)
            }
            (from, event) => Err(IllegalStep { from, event }),
        }
    }

    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::AwaitingSecondApproval => "awaiting_second_approval",
            Self::Confirmed => "confirmed",
            Self::Applied => "applied",
            Self::Rejected {
                reason: Rejection::OnDevice,
            } => "rejected_on_device",
            Self::Rejected {
                reason: Rejection::WrongNumbers,
            } => "rejected_wrong_numbers",
            Self::Rejected {
                reason: Rejection::DeviceBlocked,
            } => "rejected_device_blocked",
            Self::Rejected {
                reason: Rejection::BySecond,
            } => "rejected_by_second",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
            Self::Superseded => "superseded",
        }
    }

    /// Every state.
    pub const ALL: [Self; 11] = [
        Self::Pending,
        Self::AwaitingSecondApproval,
        Self::Confirmed,
        Self::Applied,
        Self::Rejected {
            reason: Rejection::OnDevice,
        },
        Self::Rejected {
            reason: Rejection::WrongNumbers,
        },
        Self::Rejected {
            reason: Rejection::DeviceBlocked,
        },
        Self::Rejected {
            reason: Rejection::BySecond,
        },
        Self::Expired,
        Self::Cancelled,
        Self::Superseded,
    ];

    /// The state that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A token as an operation knew it when it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenSubject {
    /// The token.
    pub token: TokenId,
    /// Its version: another one supersedes the change.
    pub version: i64,
    /// The user the change is about.
    pub holder: UserId,
}

/// What an operation changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// One token.
    Token(TokenSubject),
    /// Each token of a list, which is stored beside the operation.
    Batch {
        /// How many they are.
        items: u32,
    },
}

/// One change that is waiting to be confirmed, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its name inside Llavero.
    pub id: OperationId,
    /// The company of what it changes.
    pub company: CompanyId,
    /// What it will do.
    pub kind: OperationKind,
    /// To what.
    pub subject: Subject,
    /// The holder's data that it changes: of an [`OperationKind::ChangeContact`],
    /// and of no other.
    pub contact: Option<ContactChange>,
    /// The administrator who asked.
    pub requested_by: UserId,
    /// How many administrators must confirm it.
    pub approvals: Approvals,
    /// The second administrator, who approved or rejected it.
    pub second: Option<UserId>,
    /// Where it stands.
    pub state: OperationState,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
    /// When it reached its last state, if it has.
    pub settled_at: Option<Timestamp>,
    /// Grows by one with each change.
    pub version: i64,
}

/// Whether the one who asked has confirmed an operation that two confirm: only
/// then does it get the time that the second has.
pub fn first_has_approved(requested_at: Timestamp, expires_at: Timestamp) -> bool {
    expires_at.since(requested_at) > OPERATION_LIFETIME
}

impl Operation {
    /// The operation after `event`. One that begins to wait for a second
    /// administrator has [`SECOND_APPROVAL_LIFETIME`] from then on.
    ///
    /// # Errors
    /// [`IllegalStep`] as [`OperationState::step`] says.
    pub fn step(self, event: OperationEvent, at: Timestamp) -> Result<Self, IllegalStep> {
        let state = self.state.step(event)?;
        let settled_at = (!state.is_open()).then_some(at);
        let expires_at = match state {
            OperationState::AwaitingSecondApproval => at.plus(SECOND_APPROVAL_LIFETIME),
            _ => self.expires_at,
        };
        Ok(Self {
            state,
            settled_at,
            expires_at,
            version: self.version + 1,
            ..self
        })
    }

    /// The operation as the company's `setting` has it now: a setting that asks
    /// for more counts at once, one that asks for less does not.
    pub const fn under(mut self, setting: Approvals) -> Self {
        self.approvals = self.approvals.stricter(setting);
        self
    }

    /// Whether all of the company who may look at the console see it: one that
    /// two administrators confirm, once the first has.
    pub fn is_shared(&self) -> bool {
        self.approvals == Approvals::Two && first_has_approved(self.requested_at, self.expires_at)
    }

    /// Whether its time has run out at `now`. What is confirmed is being carried
    /// out, however long that takes.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.state != OperationState::Confirmed && now >= self.expires_at
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_event() -> impl Strategy<Value = OperationEvent> {
        prop_oneof![
            any::<bool>().prop_map(|complete| OperationEvent::Confirm { complete }),
            Just(OperationEvent::Apply),
            Just(OperationEvent::Reject(Rejection::OnDevice)),
            Just(OperationEvent::Expire),
            Just(OperationEvent::Cancel),
            Just(OperationEvent::Supersede),
        ]
    }

    proptest! {
        #[test]
        fn a_settled_operation_never_moves_again(events in prop::collection::vec(any_event(), 1..20)) {
            let mut state = OperationState::Pending;
            for event in events {
                let was_open = state.is_open();
                match state.step(event) {
                    Ok(next) => { prop_assert!(was_open); state = next; }
                    Err(illegal) => prop_assert_eq!(illegal.from, state),
                }
            }
        }

        #[test]
        fn nothing_is_applied_that_was_not_confirmed(events in prop::collection::vec(any_event(), 1..20)) {
            let mut state = OperationState::Pending;
            let mut confirmed = false;
            for event in events {
                if let Ok(next) = state.step(event) {
                    confirmed |= next == OperationState::Confirmed;
                    prop_assert!(next != OperationState::Applied || confirmed);
                    state = next;
                }
            }
        }
    }

    #[test]
    fn states_and_kinds_survive_being_stored() {
        for state in OperationState::ALL {
            assert_eq!(OperationState::from_code(state.code()), Some(state));
        }
        for kind in OperationKind::ALL {
            assert_eq!(OperationKind::from_code(kind.code()), Some(kind));
        }
    }
}
