//! Lifting the lock that rejections in a row put on an administrator's requests
//! (DESIGN §4): whoever rejects five times did not ask, and somebody else has to
//! look into it.

use super::identify::Caller;
use super::user_change::{self, UserChange};
use super::{Change, Context, ServiceError, Topic};
use crate::domain::audit::AuditAction;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::audit::AuditEntry;
use crate::store::{self, Connection, operation, user};

/// What the log calls it.
pub(super) const ACTION: AuditAction = AuditAction::RequestsUnlocked;

/// Requests rejected in a row after which their administrator asks no more.
pub(super) const REJECTIONS_ALLOWED: u32 = 5;

/// Whether the user's requests are locked.
///
/// # Errors
/// Those of the store.
pub(super) async fn are_locked(
    connection: &mut Connection,
    user: UserId,
) -> Result<bool, ServiceError> {
    let rejections = operation::rejections_in_a_row(connection, user).await?;
    Ok(rejections >= REJECTIONS_ALLOWED)
}

/// Lets a user of the caller's company ask again.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator, and for one's own
/// lock; [`RequestError::NotFound`] for a user of another company or of nobody;
/// [`Conflict::ChangedMeanwhile`] when nothing is locked any more; those of the
/// store.
pub async fn unlock_requests(
    context: &Context,
    caller: &Caller,
    user: UserId,
) -> Result<(), ServiceError> {
    let change = user_change::begin(context, caller, user).await?;
    let entry = change.entry(context, caller, ACTION);
    let UserChange {
        mut writer,
        person,
        at,
    } = change;
    if person.id == caller.user.id {
        return Err(RequestError::NotAllowed.into());
    }
    let changed = unlock(&mut writer, &person, &entry, at).await?;
    writer.commit().await?;
    context.publish(changed);
    Ok(())
}

/// Writes that the person may ask again, with its row of the log.
///
/// # Errors
/// [`Conflict::ChangedMeanwhile`] when nothing is locked any more; those of the
/// store.
pub(super) async fn unlock(
    writer: &mut Connection,
    person: &User,
    entry: &AuditEntry,
    at: Timestamp,
) -> Result<Change, ServiceError> {
    if !are_locked(writer, person.id).await? {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    user::unlock_requests(writer, person.id, at).await?;
    store::audit::append(writer, entry).await?;
    Ok(Change {
        company: person.company,
        topic: Topic::User(person.id),
    })
}
