//! Setting a user inactive: their token stops at once.

use super::apply_action::by_system;
use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit, circumstances};
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::domain::token::{Refusal, Token, TokenAction, TokenState};
use crate::domain::user::{User, UserStatus};
use crate::store::audit::AuditEntry;
use crate::store::{self, Connection, company, session, token, user};

/// The code under which the log keeps it.
const ACTION: &str = "user_deactivated";

/// Sets the user inactive whom the administrator saw at `version`. In the same
/// transaction their token is blocked, or freed while it waits for them to
/// enrol, and their sessions end.
///
/// # Errors
/// [`RequestError::NotFound`] for a user of another company or of nobody;
/// [`Conflict::ChangedMeanwhile`] when somebody changed them first;
/// [`Refusal::OwnToken`] for oneself; [`Refusal::LastAdministrator`] when nobody
/// would be left to confirm; those of the store.
pub async fn deactivate_user(
    context: &Context,
    caller: &Caller,
    user: UserId,
    version: i64,
) -> Result<(), ServiceError> {
    caller.must_be_admin()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let person = user::find(&mut writer, caller.company.id, user)
        .await?
        .ok_or(RequestError::NotFound)?;
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
    store::audit::append(&mut writer, &entry(context, caller, &person, at)).await?;
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

fn entry(context: &Context, caller: &Caller, person: &User, at: Timestamp) -> AuditEntry {
    AuditEntry {
        user: Some(person.id),
        username: Some(person.username.clone()),
        ..audit::entry(context, person.company, audit::caller(caller), ACTION, at)
    }
}
