//! Control dual: who may answer an operation as the second administrator (ADR
//! 17). The server decides with this rule, and the browser explains with it why
//! a button is not there.

use serde::{Deserialize, Serialize};

use super::id::UserId;
use super::operation::OperationState;
use super::protocol::Decision;
use super::user::Role;

/// Who would answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approver {
    /// The person.
    pub user: UserId,
    /// As what.
    pub role: Role,
    /// Whether they have an active token to confirm with.
    pub has_active_token: bool,
}

/// What the rule looks at of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApprovalFacts {
    /// Where it stands.
    pub state: OperationState,
    /// Who asked.
    pub requested_by: UserId,
    /// Whether a token that it changes is, or would be, the approver's own.
    pub is_about_approver: bool,
}

/// Why somebody may not answer as the second administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalRefusal {
    /// Only administrators do this.
    #[error("this role never does this")]
    NotYourRole,
    /// It does not wait for a second administrator, or not any more.
    #[error("the operation does not wait for a second administrator")]
    NotWaiting,
    /// They asked for it themselves.
    #[error("nobody approves their own request")]
    OwnRequest,
    /// It changes their own token.
    #[error("nobody approves a change of their own token")]
    OwnToken,
    /// They have no active token to confirm with.
    #[error("the approver has no active token to confirm with")]
    CannotConfirm,
}

/// Decides whether `approver` may say `decision`. A no needs no active token: it
/// only takes power away.
///
/// # Errors
/// The first [`ApprovalRefusal`] that holds, in the order of its variants.
pub fn decide_approval(
    approver: Approver,
    facts: ApprovalFacts,
    decision: Decision,
) -> Result<(), ApprovalRefusal> {
    if approver.role != Role::Admin {
        return Err(ApprovalRefusal::NotYourRole);
    }
    if facts.state != OperationState::AwaitingSecondApproval {
        return Err(ApprovalRefusal::NotWaiting);
    }
    if facts.requested_by == approver.user {
        return Err(ApprovalRefusal::OwnRequest);
    }
    if facts.is_about_approver {
        return Err(ApprovalRefusal::OwnToken);
    }
    if decision == Decision::Approve && !approver.has_active_token {
        return Err(ApprovalRefusal::CannotConfirm);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::domain::time::Timestamp;

    fn user(number: u8) -> UserId {
        UserId::new(Timestamp::from_seconds(1_800_000_000), [number; 10])
    }

    prop_compose! {
        fn anybody()(
            number in 1_u8..4,
            role in select(vec![Role::Admin, Role::Member, Role::Auditor, Role::Operator]),
            has_active_token in any::<bool>(),
        ) -> Approver {
            Approver { user: user(number), role, has_active_token }
        }
    }

    prop_compose! {
        fn any_facts()(
            state in select(OperationState::ALL.to_vec()),
            requester in 1_u8..4,
            is_about_approver in any::<bool>(),
        ) -> ApprovalFacts {
            ApprovalFacts { state, requested_by: user(requester), is_about_approver }
        }
    }

    fn any_decision() -> impl Strategy<Value = Decision> {
        select(vec![Decision::Approve, Decision::Reject])
    }

    proptest! {
        #[test]
        fn nobody_answers_their_own_request(
            approver in anybody(), facts in any_facts(), decision in any_decision(),
        ) {
            let facts = ApprovalFacts { requested_by: approver.user, ..facts };
            prop_assert!(decide_approval(approver, facts, decision).is_err());
        }

        #[test]
        fn nobody_answers_a_change_of_their_own_token(
            approver in anybody(), facts in any_facts(), decision in any_decision(),
        ) {
            let facts = ApprovalFacts { is_about_approver: true, ..facts };
            prop_assert!(decide_approval(approver, facts, decision).is_err());
        }

        #[test]
        fn only_another_administrator_with_an_active_token_approves_what_waits(
            approver in anybody(), facts in any_facts(),
        ) {
            let may = approver.role == Role::Admin
                && approver.has_active_token
                && facts.state == OperationState::AwaitingSecondApproval
                && facts.requested_by != approver.user
                && !facts.is_about_approver;
            let decided = decide_approval(approver, facts, Decision::Approve);
            prop_assert_eq!(decided.is_ok(), may);
        }

        #[test]
        fn whoever_may_approve_may_reject(approver in anybody(), facts in any_facts()) {
            if decide_approval(approver, facts, Decision::Approve).is_ok() {
                prop_assert!(decide_approval(approver, facts, Decision::Reject).is_ok());
            }
        }
    }
}
