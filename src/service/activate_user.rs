//! Setting a user active again. Their token stays blocked until an administrator
//! unblocks it in the AppMovil.

use super::identify::Caller;
use super::user_change;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::user::{User, UserStatus};
use crate::domain::user_change::UserAction;
use crate::domain::view::SeenUser;
use crate::store::{self, user};

/// The code under which the log keeps it.
const ACTION: &str = "user_activated";

/// Sets a user active as the administrator saw them.
///
/// # Errors
/// Those of [`user_change::begin_seen`]; those of the store.
pub async fn activate_user(
    context: &Context,
    caller: &Caller,
    seen: SeenUser,
) -> Result<(), ServiceError> {
    let mut change = user_change::begin_seen(context, caller, seen, UserAction::Activate).await?;
    let person = User {
        status: UserStatus::Active,
        ..change.person
    };
    user::save(&mut change.writer, &person, seen.version).await?;
    let entry = audit::of_user(context, &person, audit::caller(caller), ACTION, change.at);
    store::audit::append(&mut change.writer, &entry).await?;
    change.writer.commit().await?;
    context.publish(Change {
        company: person.company,
        topic: Topic::User(person.id),
    });
    Ok(())
}
