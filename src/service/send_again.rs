//! An operator has messages sent again that could not be sent.

use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::contact::{Email, Mobile};
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::message::{Channel, MessageKind};
use crate::domain::view::{SeenMessage, SentAgain};
use crate::store::audit::AuditEntry;
use crate::store::{self, message, user};

/// What the log calls it.
const ACTION: AuditAction = AuditAction::MessageSentAgain;

/// As many as are sent again in one request at most; the choice goes over pages.
const MOST_AT_ONCE: usize = 1_000;

/// Has each of `messages` sent again, each by itself, to the address that its
/// person has by now. Tells what became of each, in their order.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator; [`RequestError::Invalid`]
/// for no messages or too many; those of the store, then those before it wait to
/// be sent.
pub async fn send_again(
    context: &Context,
    caller: &Caller,
    messages: &[SeenMessage],
) -> Result<Vec<SentAgain>, ServiceError> {
    caller.must_be_operator()?;
    let problem = match messages.len() {
        0 => Some(FieldProblem::Missing),
        count if count > MOST_AT_ONCE => Some(FieldProblem::TooLong),
        _ => None,
    };
    if let Some(problem) = problem {
        return Err(RequestError::field(FieldName::Messages, problem).into());
    }
    let mut outcomes = Vec::with_capacity(messages.len());
    for seen in messages {
        outcomes.push(send_one_again(context, caller, *seen).await?);
    }
    context.publish(Change {
        company: caller.company.id,
        topic: Topic::Messages,
    });
    Ok(outcomes)
}

async fn send_one_again(
    context: &Context,
    caller: &Caller,
    seen: SeenMessage,
) -> Result<SentAgain, ServiceError> {
    let at = context.now();
    let mut writer = context.store.write().await?;
    let Some(record) = message::find(&mut writer, seen.message)
        .await?
        .filter(|record| record.version == seen.version)
    else {
        return Ok(SentAgain::Changed);
    };
    let Some(person) = user::find(&mut writer, record.company, record.user).await? else {
        return Ok(SentAgain::NoAddress);
    };
    let contact = &person.contact;
    let present = match record.channel {
        Channel::Email => contact
            .email
            .as_deref()
            .and_then(Email::parse)
            .map(|email| email.as_str().to_owned()),
        Channel::Sms => contact
            .mobile
            .as_deref()
            .and_then(Mobile::parse)
            .map(|mobile| mobile.as_str().to_owned()),
    };
    // Of a change of the contact data the old address is told, too.
    let recipient = match record.kind {
        MessageKind::ContactChanged => record.recipient.clone().or(present),
        _ => present,
    };
    let Some(recipient) = recipient else {
        return Ok(SentAgain::NoAddress);
    };
    if !message::send_again(&mut writer, &record, &recipient, at).await? {
        return Ok(SentAgain::Changed);
    }
    let entry = AuditEntry {
        detail: record.kind.code().to_owned(),
        ..audit::of_user(context, &person, audit::caller(caller), ACTION, at)
    };
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    Ok(SentAgain::Waiting)
}
