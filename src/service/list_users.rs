//! The table of users.

use super::identify::Caller;
use super::user_row::{is_last_admin, user_row};
use super::{Context, ServiceError, search};
use crate::domain::table::{Page, UserQuery};
use crate::domain::view::UserRow;
use crate::store::user_table;

/// A page of the users of the caller's company.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who may not look at the console;
/// [`crate::domain::error::RequestError::Invalid`] for an overlong search; those of the store.
pub async fn list_users(
    context: &Context,
    caller: &Caller,
    query: &UserQuery,
) -> Result<Page<UserRow>, ServiceError> {
    caller.may_look()?;
    search::check(&query.filter.search)?;
    let company = caller.company.id;
    let now = context.now();
    let stale_before = now.minus(caller.company.contact_period());
    let mut reader = context.store.read().await?;
    let found = user_table::page(&mut reader, company, query, stale_before).await?;
    let mut last_admins = Vec::new();
    for (user, token) in &found.rows {
        if is_last_admin(&mut reader, user, token.as_ref()).await? {
            last_admins.push(user.id);
        }
    }
    let period = caller.company.contact_period();
    Ok(found.map(|(user, token)| {
        let is_last_admin = last_admins.contains(&user.id);
        user_row(user, token, is_last_admin, period, now)
    }))
}
