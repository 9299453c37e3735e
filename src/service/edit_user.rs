//! Changing a user's name, e-mail or mobile.

use super::identify::Caller;
use super::{Context, ServiceError, audit, outbox, password_link, phone_number, user_change};
use crate::domain::audit::AuditAction;
use crate::domain::contact::Contact;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::domain::user_change::{UserAction, UserRefusal};
use crate::domain::user_draft::{CheckedUser, UserDraft};
use crate::domain::view::SeenUser;
use crate::store::audit::AuditEntry;

/// What the log calls it.
pub(super) const ACTION: AuditAction = AuditAction::UserEdited;

/// Changes a user as the administrator saw them; username and role stay. Other
/// contact data count as never confirmed, unless the form says that they were; the
/// person is told of them, where they were reached before as well.
///
/// # Errors
/// Those of [`user_change::begin_seen`]; [`RequestError::Invalid`] with every
/// wrong field; [`UserRefusal::HoldsToken`] for another e-mail or mobile of
/// somebody who holds a token, which is asked for by
/// [`super::request_contact_change`]; those of the store.
pub async fn edit_user(
    context: &Context,
    caller: &Caller,
    seen: SeenUser,
    draft: &UserDraft,
) -> Result<(), ServiceError> {
    caller.must_be_admin()?;
    let checked = draft
        .check(phone_number::mobile)
        .map_err(RequestError::Invalid)?;
    let (mut change, held) =
        user_change::begin_seen(context, caller, seen, UserAction::Edit).await?;
    let edited = edited(&change.person, draft, checked, change.at)?;
    if change.person.contact.leads_elsewhere(&edited.contact) {
        if held.is_some() {
            return Err(UserRefusal::HoldsToken.into());
        }
        let (writer, person, by) = (&mut change.writer, &change.person, audit::caller(caller));
        outbox::tell_of_contact_change(context, writer, person, &edited, &by, change.at).await?;
        password_link::send_elsewhere(context, writer, &edited, change.at).await?;
    }
    let entry = AuditEntry {
        detail: what_changed(&change.person, &edited),
        ..change.entry(context, caller, ACTION)
    };
    change.conclude(context, &edited, entry).await
}

/// The person as the form has them.
pub(super) fn edited(
    person: &User,
    draft: &UserDraft,
    checked: CheckedUser,
    at: Timestamp,
) -> Result<User, RequestError> {
    if draft.role != person.role {
        return Err(RequestError::field(FieldName::Role, FieldProblem::Wrong));
    }
    let mut contact = Contact {
        email: Some(checked.email.as_str().to_owned()),
        mobile: Some(checked.mobile.as_str().to_owned()),
        confirmed_at: person.contact.confirmed_at,
    };
    if draft.contact_confirmed {
        contact.confirmed_at = Some(at);
    } else if person.contact.leads_elsewhere(&contact) {
        contact.confirmed_at = None;
    }
    Ok(User {
        full_name: checked.full_name,
        contact,
        ..person.clone()
    })
}

/// The fields that are not what they were, for the log.
pub(super) fn what_changed(before: &User, after: &User) -> String {
    [
        ("full_name", before.full_name != after.full_name),
        ("email", before.contact.email != after.contact.email),
        ("mobile", before.contact.mobile != after.contact.mobile),
        (
            "confirmed_at",
            before.contact.confirmed_at != after.contact.confirmed_at,
        ),
    ]
    .into_iter()
    .filter_map(|(name, changed)| changed.then_some(name))
    .collect::<Vec<_>>()
    .join(",")
}
