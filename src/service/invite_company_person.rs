//! Sending an administrator or an auditor their link again, and giving an
//! administrator the token that they have not.

use super::company_change::{self, CompanyChange, of_company};
use super::create_company_person::give_token;
use super::identify::Caller;
use super::{Change, Context, ServiceError, audit, password_link, unlock_requests};
use crate::domain::audit::AuditAction;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::token::Refusal;
use crate::domain::user::{Ineligibility, Role, User, UserStatus};
use crate::store::{self, user};

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::PasswordLinkSent;

/// Sends the person a new link to choose a password with: their first one, or
/// another because they forgot it. An older link stops working; their password
/// stays until they choose another.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::NotFound`] for a company or a person that is not, or whom the
/// bank does not make; [`Refusal::Ineligible`] for one who is inactive; those of
/// the store.
pub async fn invite_company_person(
    context: &Context,
    caller: &Caller,
    company: CompanyId,
    person: UserId,
) -> Result<(), ServiceError> {
    let (mut change, person) = begin(context, caller, company, person).await?;
    let at = change.at;
    password_link::send(context, &mut change.writer, &person, at).await?;
    let entry = audit::of_user(context, &person, audit::caller(caller), ACTION, at);
    store::audit::append(&mut change.writer, &entry).await?;
    change.writer.commit().await?;
    context.publish(of_company(company));
    Ok(())
}

/// Gives an administrator a token: an available one of the company, or one more.
///
/// # Errors
/// Those of [`invite_company_person`]; [`Refusal::Ineligible`] for one who holds a
/// token; [`Conflict::ChangedMeanwhile`] for who is no administrator.
pub async fn give_company_person_token(
    context: &Context,
    caller: &Caller,
    company: CompanyId,
    person: UserId,
) -> Result<(), ServiceError> {
    let (change, person) = begin(context, caller, company, person).await?;
    let CompanyChange {
        mut writer,
        company,
        at,
    } = change;
    if person.role != Role::Admin {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let mut changes: Vec<Change> =
        give_token(context, &mut writer, caller, &company, &person, at).await?;
    writer.commit().await?;
    changes.push(of_company(company.id));
    context.publish_all(changes);
    Ok(())
}

/// Lets an administrator ask again whose requests rejections in a row locked: where
/// there is no other administrator, nobody else can (DESIGN §4).
///
/// # Errors
/// Those of [`invite_company_person`]; [`Conflict::ChangedMeanwhile`] when nothing
/// is locked any more.
pub async fn unlock_company_person(
    context: &Context,
    caller: &Caller,
    company: CompanyId,
    person: UserId,
) -> Result<(), ServiceError> {
    let (change, person) = begin(context, caller, company, person).await?;
    let CompanyChange { mut writer, at, .. } = change;
    let action = unlock_requests::ACTION;
    let entry = audit::of_user(context, &person, audit::caller(caller), action, at);
    let changed = unlock_requests::unlock(&mut writer, &person, &entry, at).await?;
    writer.commit().await?;
    context.publish_all([changed, of_company(company)]);
    Ok(())
}

/// Begins with a person of a company whom the bank makes, and who is active.
async fn begin(
    context: &Context,
    caller: &Caller,
    company: CompanyId,
    person: UserId,
) -> Result<(CompanyChange, User), ServiceError> {
    let mut change = company_change::begin(context, caller, company).await?;
    let person = user::find(&mut change.writer, company, person)
        .await?
        .filter(|person| matches!(person.role, Role::Admin | Role::Auditor))
        .ok_or(RequestError::NotFound)?;
    must_be_active(&person)?;
    Ok((change, person))
}

/// Nobody is invited who may not use the service.
pub(super) fn must_be_active(person: &User) -> Result<(), ServiceError> {
    match person.status {
        UserStatus::Active => Ok(()),
        UserStatus::Inactive => Err(Refusal::Ineligible(vec![Ineligibility::Inactive]).into()),
    }
}
