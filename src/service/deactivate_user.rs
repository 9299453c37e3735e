//! Setting a user inactive: their token stops at once.

use super::apply_action::{by_system, end_sessions_of};
use super::identify::Caller;
use super::user_change::{self, UserChange};
use super::withdraw_operations::supersede_about;
use super::{Change, Context, ServiceError, Topic, password_link};
use crate::domain::audit::AuditAction;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenAction, TokenState};
use crate::domain::user::{User, UserStatus};
use crate::domain::user_change::UserAction;
use crate::domain::view::SeenUser;
use crate::store::audit::AuditEntry;
use crate::store::{self, Connection, user};

/// What the log calls it.
const ACTION: AuditAction = AuditAction::UserDeactivated;

/// Sets a user inactive as the administrator saw them. In the same transaction
/// their token is blocked, or freed while it waits for them to enrol, what was
/// asked for about them comes to nothing, and their sessions end.
///
/// # Errors
/// Those of [`user_change::begin_seen`]; those of the store.
pub async fn deactivate_user(
    context: &Context,
    caller: &Caller,
    seen: SeenUser,
) -> Result<(), ServiceError> {
    let (change, held) =
        user_change::begin_seen(context, caller, seen, UserAction::Deactivate).await?;
    let entry = change.entry(context, caller, ACTION);
    let UserChange {
        mut writer,
        person,
        at,
    } = change;
    let changes = write_inactive(context, &mut writer, person, held, &entry, at).await?;
    writer.commit().await?;
    context.publish_all(changes);
    Ok(())
}

/// Writes in the caller's transaction that `person`, who holds `held`, is
/// inactive from now on, and `entry`, the log's row of it.
///
/// # Errors
/// Those of the store.
pub(super) async fn write_inactive(
    context: &Context,
    writer: &mut Connection,
    person: User,
    held: Option<Token>,
    entry: &AuditEntry,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let (user, version) = (person.id, person.version);
    let person = User {
        status: UserStatus::Inactive,
        version: version + 1,
        ..person
    };
    user::save(writer, &person, version).await?;
    store::audit::append(writer, entry).await?;
    end_sessions_of(context, writer, &person, &entry.actor, at).await?;
    password_link::void_open(writer, &person, at).await?;
    let mut changes = supersede_about(context, writer, &person, &entry.actor, at).await?;
    changes.extend([
        Change {
            company: person.company,
            topic: Topic::User(user),
        },
        Change {
            company: person.company,
            topic: Topic::Sessions(user),
        },
    ]);
    if let Some(token) = held.filter(|token| !matches!(token.state, TokenState::Blocked { .. })) {
        let action = TokenAction::DeactivateHolder;
        changes.extend(by_system(context, writer, token, action, at).await?.changes);
    }
    Ok(changes)
}
