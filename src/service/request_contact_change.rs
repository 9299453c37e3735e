//! Asking to give the holder of a token another e-mail or mobile: their
//! invitations go there, so it is confirmed in the AppMovil (ADR 18).

use super::edit_user::edited;
use super::identify::Caller;
use super::operation_view::Subjects;
use super::request_operation::{REQUESTED, begin, new_operation, subject_of, told};
use super::{Context, ServiceError, audit, circumstances, phone_number, user_change};
use crate::domain::contact_change::ContactChange;
use crate::domain::error::RequestError;
use crate::domain::operation::{Operation, OperationKind, Subject};
use crate::domain::protocol::{ChallengeContact, ChallengeSubject};
use crate::domain::token::Refusal;
use crate::domain::user_change::UserAction;
use crate::domain::user_draft::UserDraft;
use crate::domain::view::{OperationView, SeenUser};
use crate::store::{operation, user};

/// Asks to change a user, as the administrator saw them, to what the form holds.
///
/// # Errors
/// [`RequestError::Invalid`] with every wrong field;
/// [`crate::domain::error::Conflict::ChangedMeanwhile`] when somebody changed the
/// user first; [`RequestError::Malformed`] for who holds no token or keeps both,
/// whom `edit_user` changes; [`Refusal::OwnToken`] for oneself;
/// [`Refusal::OperationOpen`] while another request on the token waits;
/// [`RequestError::NotFound`] for a user of another company or of nobody; the
/// limits of DESIGN §4; those of the store.
pub async fn request_contact_change(
    context: &Context,
    caller: &Caller,
    seen: SeenUser,
    draft: &UserDraft,
) -> Result<OperationView, ServiceError> {
    caller.must_be_admin()?;
    let checked = draft
        .check(phone_number::mobile)
        .map_err(RequestError::Invalid)?;
    let mut request = begin(context, caller).await?;
    let (at, company) = (request.at, &caller.company);
    let writer = &mut request.writer;
    let holder = user::find(writer, company.id, seen.user)
        .await?
        .ok_or(RequestError::NotFound)?;
    let action = UserAction::Edit;
    let token = user_change::check_seen(writer, caller, &holder, seen, action, at)
        .await?
        .ok_or(RequestError::Malformed)?;
    let after = edited(&holder, draft, checked, at)?;
    if !holder.contact.leads_elsewhere(&after.contact) {
        return Err(RequestError::Malformed.into());
    }
    if holder.id == caller.user.id {
        return Err(Refusal::OwnToken.into());
    }
    let found = circumstances::of_token(writer, company, &token, &holder, None, at).await?;
    if found.has_open_operation {
        return Err(Refusal::OperationOpen.into());
    }
    let change = ContactChange::between(&holder, &after, draft.contact_confirmed);
    let kind = OperationKind::ChangeContact;
    let subject = Subject::Token(subject_of(&token, &holder));
    let asked = Operation {
        contact: Some(change.clone()),
        ..new_operation(context, caller, kind, subject, at)
    };
    operation::insert(writer, &asked).await?;
    let entry = audit::TokenChange {
        actor: audit::caller(caller),
        action: REQUESTED,
        token: &token,
        from: Some(token.state.status()),
        holder: Some(&holder),
        operation: Some(asked.id),
        detail: kind.code(),
    };
    let entry = entry.into_entry(context, at);
    let signed = ChallengeSubject::Contact(ChallengeContact {
        token: told(&token, &holder),
        contact: change,
    });
    let subjects = Subjects::Token {
        token: &token,
        holder: &holder,
    };
    request
        .conclude(context, caller, &asked, signed, entry, subjects)
        .await
}
