//! Who of the users that a filter lets through may get a token now.

use super::identify::Caller;
use super::{Context, ServiceError, search};
use crate::domain::batch::LARGEST_BATCH;
use crate::domain::table::UserFilter;
use crate::domain::view::Assignable;
use crate::store::user_table;

/// The users of the caller's company that match, in the order of their
/// usernames, as many as one request takes at most.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no administrator;
/// [`crate::domain::error::RequestError::Invalid`] for an overlong search; those of the store.
pub async fn list_assignable(
    context: &Context,
    caller: &Caller,
    filter: &UserFilter,
) -> Result<Assignable, ServiceError> {
    caller.must_be_admin()?;
    search::check(&filter.search)?;
    let (company, now) = (caller.company.id, context.now());
    let period = caller.company.contact_period();
    let stale_before = now.minus(period);
    let mut reader = context.store.read().await?;
    let matching = user_table::total(&mut reader, company, filter, stale_before).await?;
    let users = user_table::matching(&mut reader, company, filter, stale_before, LARGEST_BATCH)
        .await?
        .into_iter()
        .filter(|(user, holdings)| user.ineligibilities(*holdings, now, period).is_empty())
        .map(|(user, _)| user.id)
        .collect();
    Ok(Assignable { users, matching })
}
