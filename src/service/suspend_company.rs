//! Suspending a company: nobody of it uses the service until it is resumed.

use super::company_change;
use super::identify::Caller;
use super::settle_operation::settle_operation;
use super::{Change, Context, ServiceError, audit};
use crate::domain::audit::AuditAction;
use crate::domain::company::{Company, CompanyStatus};
use crate::domain::error::Conflict;
use crate::domain::id::CompanyId;
use crate::domain::operation::{OperationEvent, OperationState};
use crate::domain::time::Timestamp;
use crate::domain::view::SeenCompany;
use crate::store::audit::AuditActor;
use crate::store::{Connection, operation, session};

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::CompanySuspended;

/// Suspends a company as the operator saw it. In the same transaction the
/// sessions of its people end, and so does every request that waits for a
/// confirmation. Tokens and users stay as they are.
///
/// What was confirmed already is carried out: it was approved.
///
/// # Errors
/// Those of [`company_change::begin_seen`]; [`Conflict::ChangedMeanwhile`] when it
/// is suspended already; those of the store.
pub async fn suspend_company(
    context: &Context,
    caller: &Caller,
    seen: SeenCompany,
) -> Result<(), ServiceError> {
    let mut change = company_change::begin_seen(context, caller, seen).await?;
    if change.company.status == CompanyStatus::Suspended {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let entry = change.entry(context, caller, ACTION);
    let suspended = Company {
        status: CompanyStatus::Suspended,
        ..change.company.clone()
    };
    session::delete_of_company(&mut change.writer, seen.company).await?;
    let actor = audit::caller(caller);
    let changes =
        cancel_waiting(context, &mut change.writer, seen.company, &actor, change.at).await?;
    change.conclude(context, &suspended, entry, changes).await
}

/// Ends every request of a company that waits for a confirmation.
///
/// # Errors
/// Those of the store.
pub(super) async fn cancel_waiting(
    context: &Context,
    writer: &mut Connection,
    company: CompanyId,
    actor: &AuditActor,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let mut changes: Vec<Change> = Vec::new();
    for waiting in operation::open_of_company(writer, company, u32::MAX).await? {
        if waiting.state == OperationState::Confirmed {
            continue;
        }
        let event = OperationEvent::Cancel;
        let (_, settled) =
            settle_operation(context, writer, waiting, event, actor.clone(), at).await?;
        changes.push(settled);
    }
    Ok(changes)
}
