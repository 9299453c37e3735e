//! The bank's table of companies.

use super::identify::Caller;
use super::{Context, ServiceError, search};
use crate::domain::table::{CompanyQuery, Page};
use crate::domain::view::CompanyRow;
use crate::store::company_table;

/// A page of the bank's customers.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no operator;
/// [`crate::domain::error::RequestError::Invalid`] for an overlong search; those
/// of the store.
pub async fn list_companies(
    context: &Context,
    caller: &Caller,
    query: &CompanyQuery,
) -> Result<Page<CompanyRow>, ServiceError> {
    caller.must_be_operator()?;
    search::check(&query.filter.search)?;
    let mut reader = context.store.read().await?;
    let found = company_table::page(&mut reader, query).await?;
    Ok(found.map(|found| CompanyRow {
        id: found.company.id,
        name: found.company.name,
        slug: found.company.slug,
        status: found.company.status,
        tokens: found.tokens,
        available: found.available,
    }))
}
