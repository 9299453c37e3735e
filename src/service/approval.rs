//! What answering as the second administrator has in common: the operation that
//! waits, and whether this person may (ADR 17).

use super::identify::Caller;
use super::{ServiceError, own_token};
use crate::domain::approval::{ApprovalFacts, ApprovalRefusal, Approver, decide_approval};
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::operation::{Operation, OperationState};
use crate::domain::protocol::Decision;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::{Connection, operation};

/// The operation of the caller's company with this name, if all of the company
/// who look at the console see it.
///
/// # Errors
/// [`RequestError::NotFound`] for one that is not shared, one of another company
/// or of nobody, alike; those of the store.
pub(super) async fn find_shared(
    connection: &mut Connection,
    caller: &Caller,
    id: OperationId,
) -> Result<Operation, ServiceError> {
    operation::find(connection, caller.company.id, id)
        .await?
        .filter(Operation::is_shared)
        .ok_or(RequestError::NotFound.into())
}

/// What the rule says of this person and this operation at `now`.
///
/// # Errors
/// Those of the store; the rule's answer is the inner one.
pub(super) async fn decide(
    connection: &mut Connection,
    person: &User,
    operation: &Operation,
    decision: Decision,
    now: Timestamp,
) -> Result<Result<(), ApprovalRefusal>, ServiceError> {
    let approver = Approver {
        user: person.id,
        role: person.role,
        has_active_token: own_token::active_device(connection, person)
            .await?
            .is_some(),
    };
    let facts = ApprovalFacts {
        state: if operation.is_expired(now) {
            OperationState::Expired
        } else {
            operation.state
        },
        requested_by: operation.requested_by,
        is_about_approver: operation::is_about(connection, operation.id, person.id).await?,
    };
    Ok(decide_approval(approver, facts, decision))
}
