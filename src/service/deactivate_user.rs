//! Setting a user inactive: their token stops at once.

use super::apply_action::by_system;
use super::identify::Caller;
use super::user_change::{self, UserChange};
use super::{Change, Context, ServiceError, Topic, audit, circumstances};
use crate::domain::error::Conflict;
use crate::domain::id::UserId;
use crate::domain::token::{Refusal, Token, TokenAction, TokenState};
use crate::domain::user::{User, UserStatus};
use crate::store::{self, Connection, session, token, user};

/// The code under which the log keeps it.
const ACTION: &str = "user_deactivated";

/// Sets the user inactive whom the administrator saw at `version`. In the same
/// transaction their token is blocked, or freed while it waits for them to
/// enrol, and their sessions end.
///
/// # Errors
/// Those of [`user_change::begin`]; [`Conflict::ChangedMeanwhile`] when somebody
/// changed them first;
/// [`Refusal::OwnToken`] for oneself; [`Refusal::LastAdministrator`] when nobody
/// would be left to confirm; those of the store.
pub async fn deactivate_user(
    context: &Context,
    caller: &Caller,
    user: UserId,
    version: i64,
) -> Result<(), ServiceError> {
    let UserChange {
        mut writer,
        person,
        at,
    } = user_change::begin(context, caller, user).await?;
    if person.version != version || person.status == UserStatus::Inactive {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let held = token::find_live_of(&mut writer, user).await?;
    check(&mut writer, caller, &person, held.as_ref()).await?;
    let person = User {
        status: UserStatus::Inactive,
        version: version + 1,
        ..person
    };
    user::save(&mut writer, &person, version).await?;
    session::delete_of_user(&mut writer, user).await?;
    let entry = audit::of_user(context, &person, audit::caller(caller), ACTION, at);
    store::audit::append(&mut writer, &entry).await?;
    let mut changes = vec![
        Change {
            company: person.company,
            topic: Topic::User(user),
        },
        Change {
            company: person.company,
            topic: Topic::Sessions(user),
        },
    ];
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

async fn check(
    connection: &mut Connection,
    caller: &Caller,
    person: &User,
    held: Option<&Token>,
) -> Result<(), ServiceError> {
    if person.id == caller.user.id {
        return Err(Refusal::OwnToken.into());
    }
    if let Some(token) = held
        && circumstances::is_last_admin(connection, token, person).await?
    {
        return Err(Refusal::LastAdministrator.into());
    }
    Ok(())
}
