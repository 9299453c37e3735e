//! *Confirmar datos*: an administrator says that the e-mail and the mobile of
//! users were checked with them.

use super::identify::Caller;
use super::user_change;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::contact::Contact;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::user::User;
use crate::domain::user_change::UserAction;
use crate::domain::view::{SeenUser, UserOutcome};
use crate::store::{self, user};

/// The code under which the log keeps it.
const ACTION: &str = "contact_confirmed";

/// The most users of one request: a page of the table.
const MOST_USERS: usize = 100;

/// Confirms the data of each user as the administrator saw them, and tells what
/// became of each. Why a single one was not confirmed is the answer's error.
///
/// # Errors
/// [`RequestError::Invalid`] for nobody or too many; those of
/// [`user_change::begin_seen`]; those of the store.
pub async fn confirm_contacts(
    context: &Context,
    caller: &Caller,
    seen: &[SeenUser],
) -> Result<Vec<UserOutcome>, ServiceError> {
    caller.must_be_admin()?;
    match seen {
        [] => Err(RequestError::field(FieldName::Users, FieldProblem::Missing).into()),
        [one] => {
            confirm(context, caller, *one).await?;
            Ok(vec![UserOutcome {
                user: one.user,
                error: None,
            }])
        }
        several if several.len() > MOST_USERS => {
            Err(RequestError::field(FieldName::Users, FieldProblem::TooLong).into())
        }
        several => {
            let mut outcomes = Vec::with_capacity(several.len());
            for one in several {
                let error = match confirm(context, caller, *one).await {
                    Ok(()) => None,
                    Err(error) => Some(error.into_request_error(context)),
                };
                outcomes.push(UserOutcome {
                    user: one.user,
                    error,
                });
            }
            Ok(outcomes)
        }
    }
}

async fn confirm(context: &Context, caller: &Caller, seen: SeenUser) -> Result<(), ServiceError> {
    let mut change =
        user_change::begin_seen(context, caller, seen, UserAction::ConfirmContact).await?;
    let person = User {
        contact: Contact {
            confirmed_at: Some(change.at),
            ..change.person.contact.clone()
        },
        ..change.person
    };
    user::save(&mut change.writer, &person, seen.version).await?;
    let entry = audit::of_user(context, &person, audit::caller(caller), ACTION, change.at);
    store::audit::append(&mut change.writer, &entry).await?;
    change.writer.commit().await?;
    context.publish(Change {
        company: person.company,
        topic: Topic::User(person.id),
    });
    Ok(())
}
