//! The table of users.

use super::identify::Caller;
use super::user_row::user_row;
use super::{Context, ServiceError};
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::table::{LONGEST_SEARCH, Page, UserFilter, UserQuery};
use crate::domain::view::UserPage;
use crate::store::user_table;

/// A page of the users of the caller's company.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who may not look at the console;
/// [`RequestError::Invalid`] for an overlong search; those of the store.
pub async fn list_users(
    context: &Context,
    caller: &Caller,
    query: &UserQuery,
) -> Result<UserPage, ServiceError> {
    caller.may_look()?;
    if query.filter.search.chars().count() > LONGEST_SEARCH {
        return Err(RequestError::field(FieldName::Search, FieldProblem::TooLong).into());
    }
    let company = caller.company.id;
    let now = context.now();
    let stale_before = now.minus(caller.company.contact_period());
    let mut reader = context.store.read().await?;
    let found = user_table::page(&mut reader, company, query, stale_before).await?;
    let everybody = UserFilter::default();
    let unfiltered_total = if query.filter == everybody {
        found.total
    } else {
        user_table::total(&mut reader, company, &everybody, stale_before).await?
    };
    let mut rows = Vec::with_capacity(found.rows.len());
    for (user, token) in found.rows {
        rows.push(user_row(&mut reader, caller, user, token, now).await?);
    }
    Ok(UserPage {
        page: Page {
            rows,
            total: found.total,
            number: found.number,
            size: found.size,
            previous: found.previous,
            next: found.next,
        },
        unfiltered_total,
    })
}
