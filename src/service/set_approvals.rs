//! Switching a company's control dual on or off: the bank does it.

use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::company::Approvals;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::CompanyId;
use crate::store::audit::AuditEntry;
use crate::store::{self, company};

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::ApprovalsSet;

/// Says how many administrators of `company` must confirm an operation;
/// `version` is the company's, as the operator saw it.
///
/// Requests that wait keep the approvals they were asked for with: going back to
/// one applies none of them (ADR 17).
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator of the bank;
/// [`RequestError::NotFound`] for a company that is not;
/// [`Conflict::ChangedMeanwhile`] when somebody changed it first; those of the
/// store.
pub async fn set_approvals(
    context: &Context,
    caller: &Caller,
    company: CompanyId,
    version: i64,
    approvals: Approvals,
) -> Result<(), ServiceError> {
    caller.must_be_operator()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, company).await?;
    let before = company::find_customer(&mut writer, company)
        .await?
        .ok_or(RequestError::NotFound)?;
    if before.version != version {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    company::set_approvals(&mut writer, company, approvals, version).await?;
    let entry = AuditEntry {
        detail: approvals.number().to_string(),
        ..audit::entry(context, company, audit::caller(caller), ACTION, at)
    };
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    context.publish(Change {
        company,
        topic: Topic::Company(company),
    });
    Ok(())
}
