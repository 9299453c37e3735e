//! The user search of the assignment wizard.

use super::identify::Caller;
use super::search::check;
use super::{Context, ServiceError};
use crate::domain::table::{Page, PageRequest};
use crate::domain::view::Candidate;
use crate::store::candidate;

/// A page of the company's users whose name holds `search`; those who may not
/// have a token are listed with every reason (DESIGN §1's rule).
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for anyone but an administrator;
/// [`crate::domain::error::RequestError::Invalid`] for an overlong search; those of the store.
pub async fn list_candidates(
    context: &Context,
    caller: &Caller,
    search: &str,
    page: &PageRequest,
) -> Result<Page<Candidate>, ServiceError> {
    caller.must_be_admin()?;
    check(search)?;
    let now = context.now();
    let period = caller.company.contact_period();
    let mut reader = context.store.read().await?;
    let found = candidate::page(&mut reader, caller.company.id, search.trim(), page).await?;
    Ok(found.map(|(user, holdings)| Candidate {
        ineligibilities: user.ineligibilities(holdings, now, period),
        user: user.id,
        username: user.username,
        full_name: user.full_name,
        email: user.contact.email,
        mobile: user.contact.mobile,
    }))
}
