//! What is done about an operator of the bank after they were made: on the command
//! line, by whoever may run the program on the database.

use super::apply_action::{by_system, end_sessions_of};
use super::create_company_person::give_token;
use super::create_operator::NewOperator;
use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit, password_link};
use crate::domain::audit::{AuditAction, AuditOrigin};
use crate::domain::company::Company;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::time::Timestamp;
use crate::domain::token::{Refusal, TokenAction, TokenState};
use crate::domain::user::{Ineligibility, Role, User, UserStatus};
use crate::store::audit::AuditActor;
use crate::store::{self, Connection, Writer, company, token, user};

/// An operator about whom something begins, with the bank's company locked.
struct Found {
    writer: Writer,
    bank: Company,
    person: User,
    at: Timestamp,
}

async fn find(context: &Context, username: &str) -> Result<Found, ServiceError> {
    let at = context.now();
    let mut writer = context.store.write().await?;
    let bank = company::bank(&mut writer)
        .await?
        .ok_or(RequestError::NotFound)?;
    company::lock(&mut writer, bank.id).await?;
    let person = user::find_by_username(&mut writer, bank.id, username)
        .await?
        .filter(|user| user.role == Role::Operator)
        .ok_or(RequestError::NotFound)?;
    Ok(Found {
        writer,
        bank,
        person,
        at,
    })
}

/// Who does it, as the log names them.
fn command_line() -> AuditActor {
    AuditActor::system().from(AuditOrigin::CommandLine)
}

async fn note(
    context: &Context,
    writer: &mut Connection,
    person: &User,
    action: AuditAction,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let entry = audit::of_user(context, person, command_line(), action, at);
    Ok(store::audit::append(writer, &entry).await?)
}

fn must_be_active(person: &User) -> Result<(), ServiceError> {
    match person.status {
        UserStatus::Active => Ok(()),
        UserStatus::Inactive => Err(Refusal::Ineligible(vec![Ineligibility::Inactive]).into()),
    }
}

/// Makes an operator another link to choose a password with: their first ran out,
/// or they forgot it. An older link stops working.
///
/// # Errors
/// [`RequestError::NotFound`] for who is no operator; [`Refusal::Ineligible`] for
/// one who is inactive; those of the store.
pub async fn invite_operator(
    context: &Context,
    username: &str,
) -> Result<NewOperator, ServiceError> {
    let Found {
        mut writer,
        bank,
        person,
        at,
    } = find(context, username).await?;
    must_be_active(&person)?;
    let (_, link) = password_link::issue(context, &mut writer, &person, at).await?;
    let action = AuditAction::PasswordLinkSent;
    note(context, &mut writer, &person, action, at).await?;
    writer.commit().await?;
    Ok(NewOperator {
        company: bank.slug,
        link,
    })
}

/// Gives an operator who has none a token: from their next sign-in on they link an
/// AppMovil, and then it is asked for its code.
///
/// # Errors
/// Those of [`invite_operator`]; [`Refusal::Ineligible`] for one who holds a token.
pub async fn give_operator_token(context: &Context, username: &str) -> Result<(), ServiceError> {
    let Found {
        mut writer,
        bank,
        person,
        at,
    } = find(context, username).await?;
    must_be_active(&person)?;
    if token::find_live_of(&mut writer, person.id).await?.is_some() {
        return Err(Refusal::Ineligible(vec![Ineligibility::HasToken]).into());
    }
    let changes = assign(context, &mut writer, &bank, &person, at).await?;
    writer.commit().await?;
    context.publish_all(changes);
    Ok(())
}

/// Assigns an operator a token of the bank's own company.
///
/// # Errors
/// Those of the store.
pub(super) async fn assign(
    context: &Context,
    writer: &mut Connection,
    bank: &Company,
    person: &User,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let caller = Caller {
        user: person.clone(),
        company: bank.clone(),
        session: [0; 32],
        origin: AuditOrigin::CommandLine,
    };
    give_token(context, writer, &caller, bank, person, at).await
}

/// Sets an operator inactive: they are out at once, their link works no more, and
/// their token is blocked.
///
/// # Errors
/// [`RequestError::NotFound`] for who is no operator;
/// [`Conflict::ChangedMeanwhile`] for one who is inactive already; those of the
/// store.
pub async fn deactivate_operator(context: &Context, username: &str) -> Result<(), ServiceError> {
    let mut changes = Vec::new();
    let Found {
        mut writer,
        person,
        at,
        ..
    } = set(context, username, UserStatus::Inactive).await?;
    let action = AuditAction::UserDeactivated;
    note(context, &mut writer, &person, action, at).await?;
    end_sessions_of(context, &mut writer, &person, &command_line(), at).await?;
    password_link::void_open(&mut writer, &person, at).await?;
    let held = token::find_live_of(&mut writer, person.id).await?;
    if let Some(token) = held.filter(|token| !matches!(token.state, TokenState::Blocked { .. })) {
        let action = TokenAction::DeactivateHolder;
        let applied = by_system(context, &mut writer, token, action, at).await?;
        changes.extend(applied.changes);
    }
    writer.commit().await?;
    changes.push(Change {
        company: person.company,
        topic: Topic::Sessions(person.id),
    });
    context.publish_all(changes);
    Ok(())
}

/// Sets an operator active again; a token that was blocked with them stays so.
///
/// # Errors
/// [`RequestError::NotFound`] for who is no operator;
/// [`Conflict::ChangedMeanwhile`] for one who is active already; those of the
/// store.
pub async fn activate_operator(context: &Context, username: &str) -> Result<(), ServiceError> {
    let Found {
        mut writer,
        person,
        at,
        ..
    } = set(context, username, UserStatus::Active).await?;
    note(
        context,
        &mut writer,
        &person,
        AuditAction::UserActivated,
        at,
    )
    .await?;
    writer.commit().await?;
    Ok(())
}

/// Writes the other status; the transaction is still open.
async fn set(context: &Context, username: &str, status: UserStatus) -> Result<Found, ServiceError> {
    let mut found = find(context, username).await?;
    if found.person.status == status {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let before = found.person.version;
    found.person.status = status;
    found.person.version = before + 1;
    user::save(&mut found.writer, &found.person, before).await?;
    Ok(found)
}
