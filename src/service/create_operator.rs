//! An operator of the bank: made on the command line, by whoever may run the
//! program on the database.

use super::audit;
use super::bank_company;
use super::change_operator::assign;
use super::{Context, ServiceError, password_link, phone_number};
use crate::domain::audit::AuditAction;
use crate::domain::company_draft::check_slug;
use crate::domain::contact::Contact;
use crate::domain::error::{FieldError, FieldName, FieldProblem, RequestError};
use crate::domain::id::UserId;
use crate::domain::user::{Role, User, UserStatus};
use crate::domain::user_draft::UserDraft;
use crate::store::audit::AuditActor;
use crate::store::{self, StoreError, Unique, company, user};

/// The code under which the bank's log keeps it.
const ACTION: AuditAction = AuditAction::UserCreated;

/// How the bank is called, for the first operator.
#[derive(Debug, Clone)]
pub struct BankNames {
    /// The word that operators sign in with.
    pub slug: String,
    /// The bank's name on the screen.
    pub name: String,
}

/// A new operator.
#[derive(Debug, Clone)]
pub struct NewOperator {
    /// The word of the bank that they sign in with.
    pub company: String,
    /// The link with which they choose their password; it is sent to nobody.
    pub link: String,
}

/// Makes an operator, and the bank's own company if this is the first; with a token,
/// they link an AppMovil once they signed in, and then it is asked for its code. Their link
/// is for whoever runs the command: no message goes out.
///
/// # Errors
/// [`RequestError::Invalid`] with every wrong field, also a username that another
/// operator has, and a word that a customer has; those of the store.
pub async fn create_operator(
    context: &Context,
    names: &BankNames,
    draft: &UserDraft,
    with_token: bool,
) -> Result<NewOperator, ServiceError> {
    let checked = draft
        .check_new_as(&[Role::Operator], phone_number::mobile)
        .map_err(RequestError::Invalid)?;
    let slug = check_slug(&names.slug).map_err(|problem| {
        RequestError::Invalid(vec![FieldError {
            field: FieldName::Company,
            problem,
        }])
    })?;
    let at = context.now();
    let unknown = data_encoding::BASE32_NOPAD.encode(&context.random_bytes::<32>());
    let hash = context.passwords.hash(&unknown).await?;
    let mut writer = context.store.write().await?;
    let bank = match bank_company::found(context, &mut writer, &slug, &names.name, at).await {
        Err(ServiceError::Store(StoreError::Duplicate(Unique::CompanySlug))) => {
            return Err(RequestError::field(FieldName::Company, FieldProblem::Taken).into());
        }
        found => found?,
    };
    company::lock(&mut writer, bank.id).await?;
    let person = User {
        id: UserId::new(at, context.random_bytes()),
        company: bank.id,
        username: draft.username.trim().to_owned(),
        full_name: checked.full_name,
        role: Role::Operator,
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
    let entry = audit::of_user(context, &person, AuditActor::system(), ACTION, at);
    store::audit::append(&mut writer, &entry).await?;
    if with_token {
        assign(context, &mut writer, &bank, &person, at).await?;
    }
    let (_, link) = password_link::issue(context, &mut writer, &person, at).await?;
    writer.commit().await?;
    Ok(NewOperator {
        company: bank.slug,
        link,
    })
}
