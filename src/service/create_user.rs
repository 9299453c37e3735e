//! A new user of the company.

use super::identify::Caller;
use super::password::NO_PASSWORD;
use super::phone_number;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::contact::Contact;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::id::UserId;
use crate::domain::user::{User, UserStatus};
use crate::domain::user_draft::UserDraft;
use crate::store::{self, StoreError, Unique, company, user};

/// What the log calls it.
const ACTION: AuditAction = AuditAction::UserCreated;

/// Makes the user that the form describes. They have no password: a
/// secondary user needs none to enrol and to confirm.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::Invalid`] with every wrong field, also a username that
/// another has; those of the store.
pub async fn create_user(
    context: &Context,
    caller: &Caller,
    draft: &UserDraft,
) -> Result<UserId, ServiceError> {
    caller.must_be_admin()?;
    let checked = draft
        .check_new(phone_number::mobile)
        .map_err(RequestError::Invalid)?;
    let at = context.now();
    let person = User {
        id: UserId::new(at, context.random_bytes()),
        company: caller.company.id,
        username: draft.username.trim().to_owned(),
        full_name: checked.full_name,
        role: draft.role,
        status: UserStatus::Active,
        contact: Contact {
            email: Some(checked.email.as_str().to_owned()),
            mobile: Some(checked.mobile.as_str().to_owned()),
            confirmed_at: draft.contact_confirmed.then_some(at),
        },
        version: 1,
    };
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, person.company).await?;
    match user::insert(&mut writer, &person, NO_PASSWORD, at).await {
        Err(StoreError::Duplicate(Unique::Username)) => {
            return Err(RequestError::field(FieldName::Username, FieldProblem::Taken).into());
        }
        inserted => inserted?,
    }
    let entry = audit::of_user(context, &person, audit::caller(caller), ACTION, at);
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    context.publish(Change {
        company: person.company,
        topic: Topic::User(person.id),
    });
    Ok(person.id)
}
