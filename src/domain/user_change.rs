//! What an administrator may change of a user, and why not: the server decides
//! with it, and the browser explains with it why a button is disabled.

use serde::{Deserialize, Serialize};

use super::contact::ContactProblem;
use super::id::UserId;
use super::user::{Role, UserStatus};

/// What is done about a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserAction {
    /// Change their name or how they are reached.
    Edit,
    /// Say that e-mail and mobile were checked with the person.
    ConfirmContact,
    /// Set them inactive.
    Deactivate,
    /// Set them active again.
    Activate,
}

impl UserAction {
    /// Every action.
    pub const ALL: [Self; 4] = [
        Self::Edit,
        Self::ConfirmContact,
        Self::Deactivate,
        Self::Activate,
    ];
}

/// Why an action on a user is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum UserRefusal {
    /// Only administrators change users.
    #[error("this role never does this")]
    NotYourRole,
    /// Nobody sets themselves inactive.
    #[error("nobody sets themselves inactive")]
    Oneself,
    /// The company would be left without an administrator who can confirm.
    #[error("the user is the last administrator with an active token")]
    LastAdministrator,
    /// The user is active already.
    #[error("the user is active")]
    AlreadyActive,
    /// The user is inactive.
    #[error("the user is inactive")]
    Inactive,
    /// What is missing or wrong cannot be confirmed.
    #[error("the contact data cannot be confirmed: {0:?}")]
    ContactIncomplete(Vec<ContactProblem>),
    /// The e-mail and the mobile of somebody who holds a token are where their
    /// invitations go: whoever could change them could take over the token.
    #[error("the user holds a token")]
    HoldsToken,
}

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserFacts {
    /// Who.
    pub user: UserId,
    /// Whether they may use the service.
    pub status: UserStatus,
    /// What is wrong with their contact data.
    pub problems: Vec<ContactProblem>,
    /// Whether they are the company's last administrator with an active token.
    pub is_last_admin: bool,
}

/// Decides whether the person `actor`, who is `role`, may do `action`.
///
/// # Errors
/// The first [`UserRefusal`] that holds.
pub fn decide_user(
    actor: UserId,
    role: Role,
    facts: &UserFacts,
    action: UserAction,
) -> Result<(), UserRefusal> {
    if role != Role::Admin {
        return Err(UserRefusal::NotYourRole);
    }
    let is_active = facts.status == UserStatus::Active;
    match action {
        UserAction::Edit => Ok(()),
        UserAction::ConfirmContact => {
            let incomplete: Vec<_> = facts
                .problems
                .iter()
                .copied()
                .filter(|problem| *problem != ContactProblem::Stale)
                .collect();
            if !is_active {
                Err(UserRefusal::Inactive)
            } else if incomplete.is_empty() {
                Ok(())
            } else {
                Err(UserRefusal::ContactIncomplete(incomplete))
            }
        }
        UserAction::Deactivate if facts.user == actor => Err(UserRefusal::Oneself),
        UserAction::Deactivate if !is_active => Err(UserRefusal::Inactive),
        UserAction::Deactivate if facts.is_last_admin => Err(UserRefusal::LastAdministrator),
        UserAction::Deactivate => Ok(()),
        UserAction::Activate if is_active => Err(UserRefusal::AlreadyActive),
        UserAction::Activate => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::time::Timestamp;

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn id(number: u8) -> UserId {
        UserId::new(NOW, [number; 10])
    }

    fn facts() -> impl Strategy<Value = UserFacts> {
        let problems = [
            ContactProblem::EmailMissing,
            ContactProblem::MobileInvalid,
            ContactProblem::Stale,
        ];
        (
            0..3_u8,
            prop::sample::select(UserStatus::ALL.to_vec()),
            prop::sample::subsequence(problems.to_vec(), 0..=3),
            any::<bool>(),
        )
            .prop_map(|(number, status, problems, is_last_admin)| UserFacts {
                user: id(number),
                status,
                problems,
                is_last_admin,
            })
    }

    proptest! {
        #[test]
        fn only_administrators_change_users(facts in facts(), action in prop::sample::select(UserAction::ALL.to_vec())) {
            for role in [Role::Member, Role::Auditor, Role::Operator] {
                prop_assert_eq!(decide_user(id(9), role, &facts, action), Err(UserRefusal::NotYourRole));
            }
        }

        #[test]
        fn nobody_sets_themselves_or_the_last_administrator_inactive(facts in facts(), actor in 0..3_u8) {
            let decided = decide_user(id(actor), Role::Admin, &facts, UserAction::Deactivate);
            if facts.user == id(actor) || facts.is_last_admin {
                prop_assert!(decided.is_err());
            }
        }

        #[test]
        fn a_user_can_be_set_to_the_other_status_only(facts in facts()) {
            let activate = decide_user(id(9), Role::Admin, &facts, UserAction::Activate);
            let deactivate = decide_user(id(9), Role::Admin, &facts, UserAction::Deactivate);
            prop_assert!(activate.is_err() || deactivate.is_err());
            prop_assert_eq!(activate.is_ok(), facts.status == UserStatus::Inactive);
        }

        #[test]
        fn old_data_can_be_confirmed_and_missing_data_cannot(facts in facts()) {
            let only_old = facts.problems.iter().all(|problem| *problem == ContactProblem::Stale);
            let decided = decide_user(id(9), Role::Admin, &facts, UserAction::ConfirmContact);
            prop_assert_eq!(decided.is_ok(), only_old && facts.status == UserStatus::Active);
        }
    }
}
