//! What an administrator changes of a user of their company.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::{Writer, company, user};

/// A change that has begun.
pub(super) struct UserChange {
    /// The transaction, with the company locked.
    pub writer: Writer,
    /// The user as they are.
    pub person: User,
    /// When it is made.
    pub at: Timestamp,
}

/// Checks who asks, and begins.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::NotFound`] for a user of another company or of nobody; those
/// of the store.
pub(super) async fn begin(
    context: &Context,
    caller: &Caller,
    user: UserId,
) -> Result<UserChange, ServiceError> {
    caller.must_be_admin()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let person = user::find(&mut writer, caller.company.id, user)
        .await?
        .ok_or(RequestError::NotFound)?;
    Ok(UserChange { writer, person, at })
}
