//! Who may do what to a token now: the server decides with it, and the browser
//! explains with it why a button is disabled.

use serde::{Deserialize, Serialize};

use super::action::{ActionKind, Party, TokenAction};
use super::state::{ActivationRule, TokenState, TokenStatus};
use super::transition::{Transition, transition};
use crate::domain::id::{DeviceId, UserId};
use crate::domain::user::{Ineligibility, Role};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person.
    Person {
        /// Who.
        user: UserId,
        /// As what.
        role: Role,
    },
    /// A bound device, or one that is being bound.
    Device {
        /// Which.
        device: DeviceId,
    },
    /// Llavero itself.
    System,
}

impl Actor {
    /// The party this actor belongs to; an auditor and a secondary user belong
    /// to none.
    pub const fn party(self) -> Option<Party> {
        match self {
            Self::Person {
                role: Role::Admin, ..
            } => Some(Party::Admin),
            Self::Person {
                role: Role::Operator,
                ..
            } => Some(Party::Operator),
            Self::Person {
                role: Role::Member | Role::Auditor,
                ..
            } => None,
            Self::Device { .. } => Some(Party::Device),
            Self::System => Some(Party::System),
        }
    }
}

/// What the rule looks at besides the token's state.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Circumstances {
    /// Why the user it is about may not have a token; empty when they may. For
    /// an assignment each reason counts, for whatever else gives them power only
    /// that they are inactive.
    pub ineligibilities: Vec<Ineligibility>,
    /// Whether another operation on this token waits to be confirmed.
    pub has_open_operation: bool,
    /// Whether the holder is the company's last administrator with an active
    /// token.
    pub holder_is_last_admin: bool,
}

/// Why an action is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The actor's role never does this.
    #[error("this role never does this")]
    NotYourRole,
    /// The token's state does not allow it.
    #[error("{action:?} is not possible in state {from:?}")]
    WrongState {
        /// The state it is in.
        from: TokenStatus,
        /// What was tried.
        action: ActionKind,
    },
    /// The user who would get the token may not have one.
    #[error("the user may not have a token: {0:?}")]
    Ineligible(Vec<Ineligibility>),
    /// Another operation on this token waits to be confirmed.
    #[error("another operation on this token is open")]
    OperationOpen,
    /// Nobody approves a change of their own token alone.
    #[error("nobody approves a change of their own token alone")]
    OwnToken,
    /// The company would be left without an administrator who can confirm.
    #[error("the holder is the last administrator with an active token")]
    LastAdministrator,
    /// The actor has no active token of their own to confirm with. A screen's
    /// refusal: who asks all the same is told so before the rule is asked.
    #[error("the actor has no active token to confirm with")]
    CannotConfirm,
}

/// Decides whether `actor` may do `action` to a token in `state`, and what it
/// brings.
///
/// # Errors
/// The first [`Refusal`] that holds: role, state, own token, last
/// administrator, open operation, eligibility.
pub fn decide(
    actor: Actor,
    state: TokenState,
    action: TokenAction,
    circumstances: &Circumstances,
) -> Result<Transition, Refusal> {
    let kind = action.kind();
    let party = actor
        .party()
        .filter(|party| kind.parties().contains(party))
        .ok_or(Refusal::NotYourRole)?;
    if party != Party::Operator && action.activation() == Some(ActivationRule::OnEnrolment) {
        return Err(Refusal::NotYourRole);
    }
    let moved = transition(state, action).map_err(|illegal| Refusal::WrongState {
        from: illegal.from,
        action: illegal.action,
    })?;
    if let Actor::Person {
        user,
        role: Role::Admin,
    } = actor
        && kind.needs_confirmation()
        && (state.holder() == Some(user) || moved.next.holder() == Some(user))
    {
        return Err(Refusal::OwnToken);
    }
    let removes_power = matches!(
        kind,
        ActionKind::Block | ActionKind::Unassign | ActionKind::ReplaceDevice
    );
    if party == Party::Admin && removes_power && circumstances.holder_is_last_admin {
        return Err(Refusal::LastAdministrator);
    }
    if party == Party::Admin && kind.needs_confirmation() && circumstances.has_open_operation {
        return Err(Refusal::OperationOpen);
    }
    let hindrances = hindrances(party, kind, &circumstances.ineligibilities);
    if !hindrances.is_empty() {
        return Err(Refusal::Ineligible(hindrances));
    }
    Ok(moved)
}

/// Which of a user's ineligibilities stand in the way. The operator gives
/// administrators their tokens, and invites them on the screen: for them neither
/// the role nor the contact data counts.
fn hindrances(party: Party, kind: ActionKind, all: &[Ineligibility]) -> Vec<Ineligibility> {
    let counts = |reason: &Ineligibility| match (kind, party) {
        (ActionKind::Assign, Party::Operator) => !matches!(
            reason,
            Ineligibility::NotSecondary | Ineligibility::Contact(_)
        ),
        (ActionKind::Assign, _) => true,
        (ActionKind::Activate | ActionKind::Unblock | ActionKind::ReplaceDevice, _) => {
            *reason == Ineligibility::Inactive
        }
        _ => false,
    };
    all.iter().copied().filter(counts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Timestamp;
    use crate::domain::token::BlockReason;

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn user(number: u8) -> UserId {
        UserId::new(NOW, [number; 10])
    }

    fn device() -> DeviceId {
        DeviceId::new(NOW, [9; 10])
    }

    fn admin(number: u8) -> Actor {
        Actor::Person {
            user: user(number),
            role: Role::Admin,
        }
    }

    #[test]
    fn an_auditor_and_a_secondary_user_may_do_nothing() {
        for role in [Role::Auditor, Role::Member] {
            let actor = Actor::Person {
                user: user(1),
                role,
            };
            let state = TokenState::PendingActivation {
                holder: user(2),
                device: device(),
            };
            assert_eq!(
                decide(
                    actor,
                    state,
                    TokenAction::Activate,
                    &Circumstances::default()
                ),
                Err(Refusal::NotYourRole)
            );
        }
    }

    #[test]
    fn nobody_activates_their_own_token() {
        let state = TokenState::PendingActivation {
            holder: user(1),
            device: device(),
        };
        let refused = decide(
            admin(1),
            state,
            TokenAction::Activate,
            &Circumstances::default(),
        );
        assert_eq!(refused, Err(Refusal::OwnToken));
        assert!(
            decide(
                admin(2),
                state,
                TokenAction::Activate,
                &Circumstances::default()
            )
            .is_ok()
        );
    }

    #[test]
    fn an_ineligible_user_is_not_assigned_a_token() {
        let circumstances = Circumstances {
            ineligibilities: vec![Ineligibility::Inactive],
            ..Circumstances::default()
        };
        let assign = TokenAction::Assign {
            holder: user(2),
            activation: ActivationRule::ByAdministrator,
        };
        let refused = decide(admin(1), TokenState::Available, assign, &circumstances);
        assert_eq!(
            refused,
            Err(Refusal::Ineligible(vec![Ineligibility::Inactive]))
        );
    }

    #[test]
    fn only_the_operator_spares_a_token_its_activation() {
        let assign = TokenAction::Assign {
            holder: user(2),
            activation: ActivationRule::OnEnrolment,
        };
        let decided = |actor| {
            decide(
                actor,
                TokenState::Available,
                assign,
                &Circumstances::default(),
            )
        };
        let operator = Actor::Person {
            user: user(7),
            role: Role::Operator,
        };
        assert_eq!(decided(admin(1)), Err(Refusal::NotYourRole));
        assert!(decided(operator).is_ok());
    }

    #[test]
    fn an_inactive_holder_s_token_is_not_put_to_work() {
        let circumstances = Circumstances {
            ineligibilities: vec![Ineligibility::NotSecondary, Ineligibility::Inactive],
            ..Circumstances::default()
        };
        let state = TokenState::Blocked {
            holder: user(2),
            device: device(),
            reason: BlockReason::Lost,
        };
        assert_eq!(
            decide(admin(1), state, TokenAction::Unblock, &circumstances),
            Err(Refusal::Ineligible(vec![Ineligibility::Inactive]))
        );
    }

    #[test]
    fn the_last_administrator_with_a_token_is_not_blocked_by_another() {
        let circumstances = Circumstances {
            holder_is_last_admin: true,
            ..Circumstances::default()
        };
        let state = TokenState::Active {
            holder: user(1),
            device: device(),
        };
        let block = TokenAction::Block {
            reason: BlockReason::Lost,
        };
        assert_eq!(
            decide(admin(2), state, block, &circumstances),
            Err(Refusal::LastAdministrator)
        );
    }

    #[test]
    fn a_refusal_of_state_names_both() {
        let refused = decide(
            admin(1),
            TokenState::Retired,
            TokenAction::Unblock,
            &Circumstances::default(),
        );
        assert_eq!(
            refused,
            Err(Refusal::WrongState {
                from: TokenStatus::Retired,
                action: ActionKind::Unblock
            })
        );
    }
}
