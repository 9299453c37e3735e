//! What a person may do with a token as a screen knows it: the rule of
//! [`decide`], asked without the names that only the server knows.

use super::action::{ActionKind, Party};
use super::permission::{Actor, Circumstances, Refusal, decide};
use super::state::{ActivationRule, BlockReason, TokenState, TokenStatus};
use super::transition::{sample, transition};
use crate::domain::id::{DeviceId, UserId};
use crate::domain::time::Timestamp;

/// A token as a screen knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenFacts {
    /// Where it stands.
    pub status: TokenStatus,
    /// Who holds it.
    pub holder: Option<UserId>,
    /// What else the rule looks at.
    pub circumstances: Circumstances,
}

impl TokenFacts {
    /// Whether `actor` may do this to the token now; `can_confirm` says whether
    /// they have an active token of their own to confirm with.
    ///
    /// # Errors
    /// The [`Refusal`] of [`decide`]; [`Refusal::CannotConfirm`] last.
    pub fn allows(&self, actor: Actor, can_confirm: bool, kind: ActionKind) -> Result<(), Refusal> {
        let party = actor
            .party()
            .filter(|party| kind.parties().contains(party))
            .ok_or(Refusal::NotYourRole)?;
        let state = state(self.status, self.holder).ok_or(Refusal::WrongState {
            from: self.status,
            action: kind,
        })?;
        let action = sample(kind, self.holder.unwrap_or(any_user()), any_device());
        decide(actor, state, action, &self.circumstances)?;
        if party == Party::Admin && kind.needs_confirmation() && !can_confirm {
            return Err(Refusal::CannotConfirm);
        }
        Ok(())
    }
}

/// What `party` does to tokens that are there to be chosen, in the order of a
/// token's life. Assigning is not among it: that begins with a user.
pub fn offered(party: Party) -> impl Iterator<Item = ActionKind> {
    ActionKind::ALL
        .into_iter()
        .filter(move |kind| *kind != ActionKind::Assign && kind.parties().contains(&party))
}

/// Where this leads from `status`; `None` where it is not possible.
pub fn destination(status: TokenStatus, kind: ActionKind) -> Option<TokenStatus> {
    let state = state(status, Some(any_user()))?;
    let moved = transition(state, sample(kind, any_user(), any_device())).ok()?;
    Some(moved.next.status())
}

/// The statuses in which this is possible.
pub fn possible_from(kind: ActionKind) -> impl Iterator<Item = TokenStatus> {
    TokenStatus::ALL
        .into_iter()
        .filter(move |status| destination(*status, kind).is_some())
}

/// A state with this status; no rule looks at which device is bound, nor at why
/// a token is blocked.
fn state(status: TokenStatus, holder: Option<UserId>) -> Option<TokenState> {
    let device = any_device();
    match (status, holder) {
        (TokenStatus::Available, _) => Some(TokenState::Available),
        (TokenStatus::Retired, _) => Some(TokenState::Retired),
        (TokenStatus::Assigned, Some(holder)) => Some(TokenState::Assigned {
            holder,
            activation: ActivationRule::ByAdministrator,
        }),
        (TokenStatus::PendingActivation, Some(holder)) => {
            Some(TokenState::PendingActivation { holder, device })
        }
        (TokenStatus::Active, Some(holder)) => Some(TokenState::Active { holder, device }),
        (TokenStatus::Blocked, Some(holder)) => Some(TokenState::Blocked {
            holder,
            device,
            reason: BlockReason::Other,
        }),
        (TokenStatus::Disabled, _) | (_, None) => None,
    }
}

fn any_user() -> UserId {
    UserId::new(Timestamp::from_seconds(0), [0; 10])
}

fn any_device() -> DeviceId {
    DeviceId::new(Timestamp::from_seconds(0), [0; 10])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::{Ineligibility, Role};

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn user(number: u8) -> UserId {
        UserId::new(NOW, [number; 10])
    }

    fn actor(role: Role) -> Actor {
        Actor::Person {
            user: user(1),
            role,
        }
    }

    fn held(status: TokenStatus) -> TokenFacts {
        TokenFacts {
            status,
            holder: Some(user(2)),
            circumstances: Circumstances::default(),
        }
    }

    #[test]
    fn an_administrator_is_offered_what_the_table_gives_them_but_assigning() {
        let offered: Vec<_> = offered(Party::Admin).collect();
        assert_eq!(
            offered,
            [
                ActionKind::Resend,
                ActionKind::Cancel,
                ActionKind::Activate,
                ActionKind::Block,
                ActionKind::Unblock,
                ActionKind::ReplaceDevice,
                ActionKind::Unassign,
            ]
        );
    }

    #[test]
    fn what_is_allowed_is_what_leads_somewhere() {
        for status in TokenStatus::HELD {
            for kind in offered(Party::Admin) {
                let allowed = held(status).allows(actor(Role::Admin), true, kind);
                match destination(status, kind) {
                    Some(_) => assert_eq!(allowed, Ok(())),
                    None => assert_eq!(
                        allowed,
                        Err(Refusal::WrongState {
                            from: status,
                            action: kind
                        })
                    ),
                }
            }
        }
    }

    #[test]
    fn an_auditor_is_refused_for_their_role_whatever_the_state() {
        for status in TokenStatus::ALL {
            for kind in ActionKind::ALL {
                let refused = held(status).allows(actor(Role::Auditor), true, kind);
                assert_eq!(refused, Err(Refusal::NotYourRole));
            }
        }
    }

    #[test]
    fn without_a_token_to_confirm_with_only_what_is_done_at_once_is_left() {
        let tried = |status, kind| held(status).allows(actor(Role::Admin), false, kind);
        assert_eq!(tried(TokenStatus::Active, ActionKind::Block), Ok(()));
        assert_eq!(tried(TokenStatus::Assigned, ActionKind::Resend), Ok(()));
        assert_eq!(
            tried(TokenStatus::Active, ActionKind::Unassign),
            Err(Refusal::CannotConfirm)
        );
    }

    #[test]
    fn an_inactive_holder_s_token_can_be_taken_back_but_not_put_to_work() {
        let facts = TokenFacts {
            circumstances: Circumstances {
                ineligibilities: vec![Ineligibility::Inactive],
                ..Circumstances::default()
            },
            ..held(TokenStatus::Blocked)
        };
        let tried = |kind| facts.allows(actor(Role::Admin), true, kind);
        assert_eq!(tried(ActionKind::Unassign), Ok(()));
        for kind in [ActionKind::Unblock, ActionKind::ReplaceDevice] {
            assert_eq!(
                tried(kind),
                Err(Refusal::Ineligible(vec![Ineligibility::Inactive]))
            );
        }
    }

    #[test]
    fn nothing_can_be_done_with_a_token_that_nobody_holds() {
        for status in [
            TokenStatus::Available,
            TokenStatus::Retired,
            TokenStatus::Disabled,
        ] {
            let facts = TokenFacts {
                holder: None,
                ..held(status)
            };
            for kind in offered(Party::Admin) {
                assert!(facts.allows(actor(Role::Admin), true, kind).is_err());
            }
        }
    }

    #[test]
    fn each_action_knows_from_where_it_is_possible() {
        let from = |kind| possible_from(kind).collect::<Vec<_>>();
        assert_eq!(from(ActionKind::Resend), [TokenStatus::Assigned]);
        assert_eq!(from(ActionKind::Unassign), TokenStatus::HELD);
        assert_eq!(
            destination(TokenStatus::Blocked, ActionKind::ReplaceDevice),
            Some(TokenStatus::Assigned)
        );
    }
}
