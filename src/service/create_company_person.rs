//! A company's administrators and auditors, whom the bank makes.

use super::apply_action::{Author, apply_action};
use super::company_change::{self, CompanyChange, of_company};
use super::grant_tokens::grant_next;
use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit, password_link, phone_number};
use crate::domain::audit::AuditAction;
use crate::domain::company::Company;
use crate::domain::contact::Contact;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::time::Timestamp;
use crate::domain::token::{ActivationRule, Circumstances, Refusal, Token, TokenAction};
use crate::domain::user::{Ineligibility, Role, User, UserStatus};
use crate::domain::user_draft::{BANK_GIVEN_ROLES, UserDraft};
use crate::store::{self, Connection, StoreError, Unique, token, user};

/// The code under which the company's log keeps it.
const ACTION: AuditAction = AuditAction::UserCreated;

/// Makes the administrator or the auditor that the form describes, and sends them
/// the link with which they choose their password. An administrator gets a token:
/// an available one of the company, or one more that the bank grants.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::Invalid`] with every wrong field, also a username that another
/// of the company has; [`RequestError::NotFound`] for a company that is not; those
/// of the store.
pub async fn create_company_person(
    context: &Context,
    caller: &Caller,
    company: CompanyId,
    draft: &UserDraft,
) -> Result<UserId, ServiceError> {
    caller.must_be_operator()?;
    let checked = draft
        .check_new_as(&BANK_GIVEN_ROLES, phone_number::mobile)
        .map_err(RequestError::Invalid)?;
    // A password that nobody knows, until they choose theirs.
    let unknown = data_encoding::BASE32_NOPAD.encode(&context.random_bytes::<32>());
    let hash = context.passwords.hash(&unknown).await?;
    let change = company_change::begin(context, caller, company).await?;
    let CompanyChange {
        mut writer,
        company,
        at,
    } = change;
    let person = User {
        id: UserId::new(at, context.random_bytes()),
        company: company.id,
        username: draft.username.trim().to_owned(),
        full_name: checked.full_name,
        role: draft.role,
        status: UserStatus::Active,
        contact: Contact {
            email: Some(checked.email.as_str().to_owned()),
            mobile: Some(checked.mobile.as_str().to_owned()),
            confirmed_at: Some(at),
        },
        version: 1,
    };
    match user::insert(&mut writer, &person, &hash, at).await {
        Err(StoreError::Duplicate(Unique::Username)) => {
            return Err(RequestError::field(FieldName::Username, FieldProblem::Taken).into());
        }
        inserted => inserted?,
    }
    let entry = audit::of_user(context, &person, audit::caller(caller), ACTION, at);
    store::audit::append(&mut writer, &entry).await?;
    let mut changes = Vec::new();
    if person.role == Role::Admin {
        changes = give_token(context, &mut writer, caller, &company, &person, at).await?;
    }
    password_link::send(context, &mut writer, &person, at).await?;
    writer.commit().await?;
    changes.push(Change {
        company: company.id,
        topic: Topic::User(person.id),
    });
    changes.push(of_company(company.id));
    context.publish_all(changes);
    Ok(person.id)
}

/// Assigns somebody whom the bank makes their token: one that is available, or one
/// more.
///
/// # Errors
/// [`Refusal::Ineligible`] for one who holds a token; those of the store.
pub(super) async fn give_token(
    context: &Context,
    writer: &mut Connection,
    caller: &Caller,
    company: &Company,
    person: &User,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    if token::find_live_of(writer, person.id).await?.is_some() {
        return Err(Refusal::Ineligible(vec![Ineligibility::HasToken]).into());
    }
    let token = available_token(context, writer, caller, company.id, at).await?;
    let action = TokenAction::Assign {
        holder: person.id,
        activation: ActivationRule::OnEnrolment,
    };
    let author = Author {
        actor: caller.actor(),
        name: audit::caller(caller),
        operation: None,
    };
    let circumstances = Circumstances::default();
    let applied = apply_action(context, writer, token, action, author, &circumstances, at).await?;
    Ok(applied.changes)
}

async fn available_token(
    context: &Context,
    writer: &mut Connection,
    caller: &Caller,
    company: CompanyId,
    at: Timestamp,
) -> Result<Token, ServiceError> {
    if let Some(token) = token::next_available(writer, company).await? {
        return Ok(token);
    }
    let operator = audit::caller(caller);
    let granted = grant_next(context, writer, company, 1, operator, at).await?;
    granted
        .into_iter()
        .next()
        .ok_or(ServiceError::Fault("a grant of no tokens"))
}
