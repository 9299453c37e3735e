//! What is done about an operator of the bank after they were made: on the command
//! line, by whoever may run the program on the database.

use super::create_company_person::give_token;
use super::create_operator::NewOperator;
use super::deactivate_user::write_inactive;
use super::identify::Caller;
use super::invite_company_person::must_be_active;
use super::{Change, Context, ServiceError, audit, password_link};
use crate::domain::audit::{AuditAction, AuditOrigin};
use crate::domain::company::Company;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::time::Timestamp;
use crate::domain::user::{Role, User, UserStatus};
use crate::store::audit::{AuditActor, AuditEntry};
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

fn entry(context: &Context, person: &User, action: AuditAction, at: Timestamp) -> AuditEntry {
    audit::of_user(context, person, command_line(), action, at)
}

/// Makes an operator another link to choose a password with: their first ran out,
/// or they forgot it. An older link stops working.
///
/// # Errors
/// [`RequestError::NotFound`] for who is no operator; [`Ineligible`](crate::domain::token::Refusal::Ineligible) for
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
    let entry = entry(context, &person, AuditAction::PasswordLinkSent, at);
    store::audit::append(&mut writer, &entry).await?;
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
/// Those of [`invite_operator`]; [`Ineligible`](crate::domain::token::Refusal::Ineligible) for one who holds a token.
pub async fn give_operator_token(context: &Context, username: &str) -> Result<(), ServiceError> {
    let Found {
        mut writer,
        bank,
        person,
        at,
    } = find(context, username).await?;
    must_be_active(&person)?;
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
    let Found {
        mut writer,
        person,
        at,
        ..
    } = find(context, username).await?;
    if person.status == UserStatus::Inactive {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let held = token::find_live_of(&mut writer, person.id).await?;
    let entry = entry(context, &person, AuditAction::UserDeactivated, at);
    let changes = write_inactive(context, &mut writer, person, held, &entry, at).await?;
    writer.commit().await?;
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
    } = find(context, username).await?;
    if person.status == UserStatus::Active {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let version = person.version;
    let entry = entry(context, &person, AuditAction::UserActivated, at);
    let active = User {
        status: UserStatus::Active,
        version: version + 1,
        ..person
    };
    user::save(&mut writer, &active, version).await?;
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    Ok(())
}
