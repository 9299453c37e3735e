//! A new company.

use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::company::{Company, CompanyKind, CompanyStatus};
use crate::domain::company_draft::CompanyDraft;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::id::CompanyId;
use crate::store::{self, StoreError, Unique, company};

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::CompanyCreated;

/// Makes the company that the form describes. It has nobody and no token yet.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::Invalid`] with every wrong field, also a word that another
/// company has; those of the store.
pub async fn create_company(
    context: &Context,
    caller: &Caller,
    draft: &CompanyDraft,
) -> Result<CompanyId, ServiceError> {
    caller.must_be_operator()?;
    let (slug, settings) = draft.check().map_err(RequestError::Invalid)?;
    let at = context.now();
    let made = Company {
        id: CompanyId::new(at, context.random_bytes()),
        kind: CompanyKind::Customer,
        slug,
        name: settings.name,
        status: CompanyStatus::Active,
        contact_period_days: settings.contact_period_days,
        approvals: draft.approvals,
        version: 1,
    };
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, made.id).await?;
    match company::insert(&mut writer, &made).await {
        Err(StoreError::Duplicate(Unique::CompanySlug)) => {
            return Err(RequestError::field(FieldName::Company, FieldProblem::Taken).into());
        }
        inserted => inserted?,
    }
    let entry = audit::entry(context, made.id, audit::caller(caller), ACTION, at);
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    context.publish(Change {
        company: made.id,
        topic: Topic::Company(made.id),
    });
    Ok(made.id)
}
