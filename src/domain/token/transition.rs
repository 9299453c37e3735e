//! The one function that moves a token from state to state.

use super::action::{ActionKind, TokenAction};
use super::state::{ActivationRule, BlockReason, TokenState, TokenStatus};
use crate::domain::id::{DeviceId, UserId};

/// What must happen in the same transaction as a change of state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Invite the holder to enrol; an older invitation stops working.
    IssueInvitation {
        /// Who is invited.
        holder: UserId,
    },
    /// The token's invitation stops working.
    VoidInvitation,
    /// The device never speaks for this token again; its secrets are destroyed.
    RevokeDevice {
        /// That device.
        device: DeviceId,
    },
    /// The device's sessions and open operations end; it keeps its keys.
    SuspendDevice {
        /// That device.
        device: DeviceId,
    },
    /// Its wrong PINs and codes are counted from none again.
    ForgiveDevice {
        /// That device.
        device: DeviceId,
    },
    /// The holder's physical tokens become disabled.
    DisablePhysical {
        /// Whose.
        holder: UserId,
    },
    /// The physical tokens that this one disabled work again.
    RestorePhysical {
        /// Whose.
        holder: UserId,
    },
}

/// A change of state and what comes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The state after the action.
    pub next: TokenState,
    /// What must happen with it, in order.
    pub effects: Vec<Effect>,
}

/// The action is not possible in that state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{action:?} is not possible in state {from:?}")]
pub struct IllegalTransition {
    /// The state the token was in.
    pub from: TokenStatus,
    /// What was tried.
    pub action: ActionKind,
}

/// Moves a token: DESIGN §3's table, and nothing else moves one.
///
/// # Errors
/// [`IllegalTransition`] where the table has no row.
pub fn transition(state: TokenState, action: TokenAction) -> Result<Transition, IllegalTransition> {
    use TokenAction as Do;
    use TokenState as In;

    let (next, effects) = match (state, action) {
        (In::Available, Do::Assign { holder, activation }) => (
            In::Assigned { holder, activation },
            vec![Effect::IssueInvitation { holder }],
        ),
        (In::Assigned { holder, activation }, Do::Enrol { device }) => {
            enrolled(holder, device, activation)
        }
        (In::Assigned { holder, .. }, Do::Resend) => {
            (state, vec![Effect::IssueInvitation { holder }])
        }
        (In::Assigned { .. }, Do::Cancel | Do::ExpireInvitation | Do::DeactivateHolder) => {
            (In::Available, vec![Effect::VoidInvitation])
        }
        (In::PendingActivation { holder, device }, Do::Activate) => active(holder, device),
        (In::Active { holder, device }, Do::Block { reason }) => blocked(holder, device, reason),
        (In::Active { holder, device }, Do::BlockForFailures) => {
            blocked(holder, device, BlockReason::TooManyFailures)
        }
        (
            In::PendingActivation { holder, device } | In::Active { holder, device },
            Do::DeactivateHolder,
        ) => blocked(holder, device, BlockReason::HolderInactive),
        (In::Blocked { holder, device, .. }, Do::Unblock) => {
            let (next, mut effects) = active(holder, device);
            effects.push(Effect::ForgiveDevice { device });
            (next, effects)
        }
        (
            In::PendingActivation { holder, device }
            | In::Active { holder, device }
            | In::Blocked { holder, device, .. },
            Do::ReplaceDevice { activation },
        ) => (
            In::Assigned { holder, activation },
            vec![
                Effect::RevokeDevice { device },
                Effect::IssueInvitation { holder },
            ],
        ),
        (In::Assigned { holder, .. }, Do::Unassign { restore_physical }) => (
            In::Available,
            unassigned(Effect::VoidInvitation, holder, restore_physical),
        ),
        (
            In::PendingActivation { holder, device }
            | In::Active { holder, device }
            | In::Blocked { holder, device, .. },
            Do::Unassign { restore_physical },
        ) => (
            In::Available,
            unassigned(Effect::RevokeDevice { device }, holder, restore_physical),
        ),
        (In::Available, Do::Retire) => (In::Retired, vec![]),
        (In::Blocked { device, .. }, Do::Retire) => {
            (In::Retired, vec![Effect::RevokeDevice { device }])
        }
        (from, action) => {
            return Err(IllegalTransition {
                from: from.status(),
                action: action.kind(),
            });
        }
    };
    Ok(Transition { next, effects })
}

fn enrolled(
    holder: UserId,
    device: DeviceId,
    activation: ActivationRule,
) -> (TokenState, Vec<Effect>) {
    match activation {
        ActivationRule::ByAdministrator => {
            (TokenState::PendingActivation { holder, device }, vec![])
        }
        ActivationRule::OnEnrolment => active(holder, device),
    }
}

fn active(holder: UserId, device: DeviceId) -> (TokenState, Vec<Effect>) {
    (
        TokenState::Active { holder, device },
        vec![Effect::DisablePhysical { holder }],
    )
}

fn blocked(holder: UserId, device: DeviceId, reason: BlockReason) -> (TokenState, Vec<Effect>) {
    (
        TokenState::Blocked {
            holder,
            device,
            reason,
        },
        vec![Effect::SuspendDevice { device }],
    )
}

fn unassigned(first: Effect, holder: UserId, restore_physical: bool) -> Vec<Effect> {
    let restore = restore_physical.then_some(Effect::RestorePhysical { holder });
    std::iter::once(first).chain(restore).collect()
}

/// One row of the table of transitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TransitionRow {
    /// The state before.
    pub from: TokenStatus,
    /// What is done.
    pub action: ActionKind,
    /// The state after.
    pub to: TokenStatus,
}

/// Every transition there is, found by trying each action in each state: the
/// table in `docs/ARCHITECTURE.md` is compared with it.
///
/// `holder` and `device` stand in for any; an administrator's first enrolment
/// shows as the row `Assigned → Active`.
pub fn transition_table(holder: UserId, device: DeviceId) -> Vec<TransitionRow> {
    let states = [
        TokenState::Available,
        TokenState::Assigned {
            holder,
            activation: ActivationRule::ByAdministrator,
        },
        TokenState::Assigned {
            holder,
            activation: ActivationRule::OnEnrolment,
        },
        TokenState::PendingActivation { holder, device },
        TokenState::Active { holder, device },
        TokenState::Blocked {
            holder,
            device,
            reason: BlockReason::Other,
        },
        TokenState::Retired,
    ];
    let mut rows = Vec::new();
    for state in states {
        for kind in ActionKind::ALL {
            let Ok(moved) = transition(state, sample(kind, holder, device)) else {
                continue;
            };
            let row = TransitionRow {
                from: state.status(),
                action: kind,
                to: moved.next.status(),
            };
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    rows
}

/// An action of each kind, to ask whether that kind is possible in a state.
pub(super) const fn sample(kind: ActionKind, holder: UserId, device: DeviceId) -> TokenAction {
    match kind {
        ActionKind::Assign => TokenAction::Assign {
            holder,
            activation: ActivationRule::ByAdministrator,
        },
        ActionKind::Enrol => TokenAction::Enrol { device },
        ActionKind::Resend => TokenAction::Resend,
        ActionKind::Cancel => TokenAction::Cancel,
        ActionKind::ExpireInvitation => TokenAction::ExpireInvitation,
        ActionKind::Activate => TokenAction::Activate,
        ActionKind::Block => TokenAction::Block {
            reason: BlockReason::Other,
        },
        ActionKind::BlockForFailures => TokenAction::BlockForFailures,
        ActionKind::DeactivateHolder => TokenAction::DeactivateHolder,
        ActionKind::Unblock => TokenAction::Unblock,
        ActionKind::ReplaceDevice => TokenAction::ReplaceDevice {
            activation: ActivationRule::ByAdministrator,
        },
        ActionKind::Unassign => TokenAction::Unassign {
            restore_physical: false,
        },
        ActionKind::Retire => TokenAction::Retire,
    }
}
