//! The audit log (*Bitácora*).

use super::identify::Caller;
use super::{Context, ServiceError, search};
use crate::domain::error::RequestError;
use crate::domain::table::{AuditFilter, AuditQuery};
use crate::domain::view::AuditPage;
use crate::store::audit_table;

/// A page of the log of the caller's company.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who may not look at the console;
/// [`RequestError::Invalid`] for an overlong search; those of the store.
pub async fn list_log(
    context: &Context,
    caller: &Caller,
    query: &AuditQuery,
) -> Result<AuditPage, ServiceError> {
    caller.may_look()?;
    check(&query.filter)?;
    let mut reader = context.store.read().await?;
    Ok(audit_table::page(&mut reader, caller.company.id, query).await?)
}

/// Checks what a filter searches for.
pub(super) fn check(filter: &AuditFilter) -> Result<(), RequestError> {
    search::check(&filter.who)?;
    search::check(&filter.user)
}
