//! Letting a suspended company use the service again.

use super::company_change;
use super::identify::Caller;
use super::settings::INVITATION_LIFETIME;
use super::{Context, ServiceError};
use crate::domain::audit::AuditAction;
use crate::domain::company::{Company, CompanyStatus};
use crate::domain::error::Conflict;
use crate::domain::view::SeenCompany;
use crate::store::enrolment;

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::CompanyResumed;

/// Resumes a company as the operator saw it: everything is as it was when it was
/// suspended, and whoever was invited has the whole time to enrol.
///
/// # Errors
/// Those of [`company_change::begin_seen`]; [`Conflict::ChangedMeanwhile`] when it
/// works already; those of the store.
pub async fn resume_company(
    context: &Context,
    caller: &Caller,
    seen: SeenCompany,
) -> Result<(), ServiceError> {
    let mut change = company_change::begin_seen(context, caller, seen).await?;
    if change.company.status == CompanyStatus::Active {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    // Nobody could use them meanwhile.
    let until = change.at.plus(INVITATION_LIFETIME);
    enrolment::prolong(&mut change.writer, change.company.id, until).await?;
    let entry = change.entry(context, caller, ACTION);
    let resumed = Company {
        status: CompanyStatus::Active,
        ..change.company.clone()
    };
    change.conclude(context, &resumed, entry, Vec::new()).await
}
