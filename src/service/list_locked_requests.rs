//! The other administrators whose requests are locked (DESIGN §4).

use super::identify::Caller;
use super::unlock_requests::are_locked;
use super::{Context, ServiceError};
use crate::domain::view::LockedPerson;
use crate::store::user;

/// Those of the caller's company without the caller, by username. A company has
/// few administrators, so each is looked at.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no
/// administrator; those of the store.
pub async fn list_locked_requests(
    context: &Context,
    caller: &Caller,
) -> Result<Vec<LockedPerson>, ServiceError> {
    caller.must_be_admin()?;
    let mut reader = context.store.read().await?;
    let mut locked = Vec::new();
    for admin in user::admins(&mut reader, caller.company.id).await? {
        if admin.id != caller.user.id && are_locked(&mut reader, admin.id).await? {
            locked.push(LockedPerson {
                user: admin.id,
                full_name: admin.full_name,
            });
        }
    }
    Ok(locked)
}
