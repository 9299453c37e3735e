//! The table of physical tokens.

use super::identify::Caller;
use super::{Context, ServiceError, search};
use crate::domain::table::{PhysicalFilter, PhysicalQuery};
use crate::domain::view::PhysicalPage;
use crate::store::physical_table;

/// A page of the physical tokens of the caller's company.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who may not look at the console;
/// [`crate::domain::error::RequestError::Invalid`] for an overlong search; those of the store.
pub async fn list_physical_tokens(
    context: &Context,
    caller: &Caller,
    query: &PhysicalQuery,
) -> Result<PhysicalPage, ServiceError> {
    caller.may_look()?;
    search::check(&query.filter.search)?;
    let company = caller.company.id;
    let mut reader = context.store.read().await?;
    let page = physical_table::page(&mut reader, company, query).await?;
    let everything = PhysicalFilter::default();
    let unfiltered_total = if query.filter == everything {
        page.total
    } else {
        physical_table::total(&mut reader, company, &everything).await?
    };
    Ok(PhysicalPage {
        page,
        unfiltered_total,
    })
}
