//! Setting a user inactive: their token stops at once.

use super::apply_action::{by_system, end_sessions_of};
use super::identify::Caller;
use super::user_change::{self, UserChange};
use super::withdraw_operations::supersede_about;
use super::{Change, Context, ServiceError, Topic, password_link};
use crate::domain::audit::AuditAction;
use crate::domain::token::{TokenAction, TokenState};
use crate::domain::user::{User, UserStatus};
use crate::domain::user_change::UserAction;
use crate::domain::view::SeenUser;
use crate::store::{self, user};

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
    let SeenUser { user, version } = seen;
    let person = User {
        status: UserStatus::Inactive,
        version: version + 1,
        ..person
    };
    user::save(&mut writer, &person, version).await?;
    store::audit::append(&mut writer, &entry).await?;
    end_sessions_of(context, &mut writer, &person, &entry.actor, at).await?;
    password_link::void_open(&mut writer, &person, at).await?;
    let mut changes = supersede_about(context, &mut writer, &person, &entry.actor, at).await?;
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
        changes.extend(
            by_system(context, &mut writer, token, action, at)
                .await?
                .changes,
        );
    }
    writer.commit().await?;
    context.publish_all(changes);
    Ok(())
}
