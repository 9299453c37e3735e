//! Changing a company's name, or for how long its contact data hold.

use super::company_change;
use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::audit::AuditAction;
use crate::domain::company::Company;
use crate::domain::company_draft::CompanySettings;
use crate::domain::error::RequestError;
use crate::domain::view::SeenCompany;
use crate::store::audit::AuditEntry;

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::CompanyEdited;

/// Changes a company as the operator saw it. The word its people sign in with
/// stays.
///
/// # Errors
/// Those of [`company_change::begin_seen`]; [`RequestError::Invalid`] with every
/// wrong field; those of the store.
pub async fn edit_company(
    context: &Context,
    caller: &Caller,
    seen: SeenCompany,
    settings: &CompanySettings,
) -> Result<(), ServiceError> {
    caller.must_be_operator()?;
    let checked = settings.check().map_err(RequestError::Invalid)?;
    let change = company_change::begin_seen(context, caller, seen).await?;
    let edited = Company {
        name: checked.name,
        contact_period_days: checked.contact_period_days,
        ..change.company.clone()
    };
    let entry = AuditEntry {
        detail: what_changed(&change.company, &edited),
        ..change.entry(context, caller, ACTION)
    };
    change.conclude(context, &edited, entry, Vec::new()).await
}

/// The fields that are not what they were, for the log.
fn what_changed(before: &Company, after: &Company) -> String {
    [
        ("name", before.name != after.name),
        (
            "contact_period_days",
            before.contact_period_days != after.contact_period_days,
        ),
    ]
    .into_iter()
    .filter_map(|(name, changed)| changed.then_some(name))
    .collect::<Vec<_>>()
    .join(",")
}
