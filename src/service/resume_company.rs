//! Letting a suspended company use the service again.

use super::company_change;
use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::audit::AuditAction;
use crate::domain::company::{Company, CompanyStatus};
use crate::domain::error::Conflict;
use crate::domain::view::SeenCompany;

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::CompanyResumed;

/// Resumes a company as the operator saw it: everything is as it was when it was
/// suspended.
///
/// # Errors
/// Those of [`company_change::begin_seen`]; [`Conflict::ChangedMeanwhile`] when it
/// works already; those of the store.
pub async fn resume_company(
    context: &Context,
    caller: &Caller,
    seen: SeenCompany,
) -> Result<(), ServiceError> {
    let change = company_change::begin_seen(context, caller, seen).await?;
    if change.company.status == CompanyStatus::Active {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let entry = change.entry(context, caller, ACTION);
    let resumed = Company {
        status: CompanyStatus::Active,
        ..change.company.clone()
    };
    change.conclude(context, &resumed, entry, Vec::new()).await
}
