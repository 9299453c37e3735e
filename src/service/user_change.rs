//! What an administrator changes of a user of their company.

use super::identify::Caller;
use super::{Context, ServiceError, circumstances};
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::domain::user_change::{UserAction, UserFacts, decide_user};
use crate::domain::view::SeenUser;
use crate::store::{Writer, company, token, user};

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

/// The same for a user whom the administrator saw, if the rule allows `action`.
///
/// # Errors
/// Those of [`begin`]; [`Conflict::ChangedMeanwhile`] when somebody changed them
/// first; what [`decide_user`] refuses.
pub(super) async fn begin_seen(
    context: &Context,
    caller: &Caller,
    seen: SeenUser,
    action: UserAction,
) -> Result<UserChange, ServiceError> {
    let mut change = begin(context, caller, seen.user).await?;
    let person = &change.person;
    if person.version != seen.version {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let is_last_admin = match token::find_live_of(&mut change.writer, seen.user).await? {
        Some(held) => circumstances::is_last_admin(&mut change.writer, &held, person).await?,
        None => false,
    };
    let facts = UserFacts {
        user: person.id,
        status: person.status,
        problems: person
            .contact
            .problems(change.at, caller.company.contact_period()),
        is_last_admin,
    };
    decide_user(caller.user.id, caller.user.role, &facts, action)?;
    Ok(change)
}
