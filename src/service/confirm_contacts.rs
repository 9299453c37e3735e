//! *Confirmar datos*: an administrator says that the e-mail and the mobile of
//! users were checked with them.

use super::attempt::{Attempt, note_refusal};
use super::identify::Caller;
use super::{Context, ServiceError, user_change};
use crate::domain::audit::AuditAction;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::user_change::UserAction;
use crate::domain::view::{SeenUser, UserOutcome};

/// What the log calls it.
const ACTION: AuditAction = AuditAction::ContactConfirmed;

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
                if let Some(error) = &error {
                    note_refusal(
                        context,
                        caller,
                        Attempt::of(ACTION).on_user(one.user),
                        error,
                    );
                }
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
    let (change, _) =
        user_change::begin_seen(context, caller, seen, UserAction::ConfirmContact).await?;
    let mut confirmed = change.person.clone();
    confirmed.contact.confirmed_at = Some(change.at);
    let entry = change.entry(context, caller, ACTION);
    change.conclude(context, &confirmed, entry).await
}
