//! Choosing a password with the link that the bank sent.

use super::company_change::of_company;
use super::sign_in::{Origin, failures_key};
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::company::{Company, CompanyStatus};
use crate::domain::error::{FieldName, RequestError};
use crate::domain::password::{LinkFault, PasswordCode, check_password};
use crate::domain::time::Timestamp;
use crate::domain::user::{User, UserStatus};
use crate::domain::view::PasswordLinkView;
use crate::store::password_link::PasswordLinkRecord;
use crate::store::{
    self, Connection, company, message, password_link, session, sign_in_attempt, user,
};

/// What the log calls it.
const ACTION: AuditAction = AuditAction::PasswordChosen;

/// Tells for whom a link is.
///
/// # Errors
/// [`RequestError::LinkUnusable`] for one that cannot be used; those of the store.
pub async fn show_password_link(
    context: &Context,
    code: &str,
) -> Result<PasswordLinkView, ServiceError> {
    let mut reader = context.store.read().await?;
    let Invited {
        link,
        person,
        company,
    } = find(&mut reader, code, context.now()).await?;
    Ok(PasswordLinkView {
        full_name: person.full_name,
        username: person.username,
        company_name: company.name,
        company: company.slug,
        expires_at: link.expires_at,
    })
}

/// Sets the password and uses the link up. Sessions from before end, and failed
/// sign-ins are forgotten; a bound AppMovil is asked for its code as before.
///
/// # Errors
/// [`RequestError::Invalid`] for a password that is none;
/// [`RequestError::LinkUnusable`] for a link that cannot be used; those of the
/// store.
pub async fn choose_password(
    context: &Context,
    code: &str,
    password: &str,
    origin: &Origin,
) -> Result<(), ServiceError> {
    let at = context.now();
    let invited = {
        let mut reader = context.store.read().await?;
        find(&mut reader, code, at).await?
    };
    check(&invited, password)?;
    let hash = context.passwords.hash(password).await?;
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, invited.company.id).await?;
    // Again: hashing took its time, and somebody may have been faster.
    let Invited {
        link,
        person,
        company,
    } = find(&mut writer, code, at).await?;
    if !password_link::use_up(&mut writer, link.id).await? {
        return Err(RequestError::LinkUnusable(LinkFault::Unusable).into());
    }
    message::void_secret(&mut writer, &link.id.to_string(), at).await?;
    user::set_password_hash(&mut writer, person.id, &hash).await?;
    session::delete_of_user(&mut writer, person.id).await?;
    let key = failures_key(&company.slug, &person.username);
    sign_in_attempt::clear(&mut writer, &key).await?;
    let actor = audit::person(&person).from(origin.into());
    let entry = audit::of_user(context, &person, actor, ACTION, at);
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    context.publish_all([
        Change {
            company: company.id,
            topic: Topic::Sessions(person.id),
        },
        of_company(company.id),
    ]);
    Ok(())
}

/// Whom a link invites.
struct Invited {
    link: PasswordLinkRecord,
    person: User,
    company: Company,
}

async fn find(
    connection: &mut Connection,
    code: &str,
    now: Timestamp,
) -> Result<Invited, ServiceError> {
    let unusable = || RequestError::LinkUnusable(LinkFault::Unusable);
    let code: PasswordCode = code.parse().map_err(|_| unusable())?;
    let link = password_link::find_open(connection, &code.hash())
        .await?
        .ok_or_else(unusable)?;
    if now >= link.expires_at {
        return Err(RequestError::LinkUnusable(LinkFault::Expired).into());
    }
    let company = company::find(connection, link.company)
        .await?
        .filter(|company| company.status == CompanyStatus::Active)
        .ok_or_else(unusable)?;
    let person = user::find(connection, link.company, link.user)
        .await?
        .filter(|person| person.status == UserStatus::Active)
        .ok_or_else(unusable)?;
    Ok(Invited {
        link,
        person,
        company,
    })
}

fn check(invited: &Invited, password: &str) -> Result<(), RequestError> {
    let names = [
        invited.person.username.as_str(),
        invited.company.slug.as_str(),
    ];
    check_password(password, &names)
        .map_err(|problem| RequestError::field(FieldName::Password, problem))
}
