//! A user's page.

use super::identify::Caller;
use super::user_row::{is_last_admin, user_row};
use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::view::UserRow;
use crate::store::{token, user};

/// A user of the caller's company.
///
/// # Errors
/// [`RequestError::NotFound`] for a name that is none, of another company or of
/// nobody, all alike; those of the store.
pub async fn show_user(
    context: &Context,
    caller: &Caller,
    id: &str,
) -> Result<UserRow, ServiceError> {
    caller.may_look()?;
    let id: UserId = id.parse().map_err(|_| RequestError::NotFound)?;
    let mut reader = context.store.read().await?;
    let person = user::find(&mut reader, caller.company.id, id)
        .await?
        .ok_or(RequestError::NotFound)?;
    let held = token::find_live_of(&mut reader, id)
        .await?
        .map(|token| (token.serial, token.state.status()));
    let is_last_admin = is_last_admin(&mut reader, &person, held.as_ref()).await?;
    let period = caller.company.contact_period();
    Ok(user_row(person, held, is_last_admin, period, context.now()))
}
