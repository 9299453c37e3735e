//! Writing messages to the outbox, in the transaction of what they tell. Nothing
//! is sent here: see [`send_messages`](super::send_messages).

use super::apply_action::Author;
use super::device_secrets::message_place;
use super::{Context, ServiceError};
use crate::domain::contact::{Email, Mobile};
use crate::domain::id::{CompanyId, MessageId, UserId};
use crate::domain::message::{Channel, Doer, MessageContent, Told, ToldHolder, ToldToken};
use crate::domain::time::Timestamp;
use crate::domain::token::{Actor, Token};
use crate::domain::user::{Role, User, UserStatus};
use crate::store::audit::{ActorKind, AuditActor};
use crate::store::message::NewMessage;
use crate::store::{Connection, message, user};

/// A message to a person of a company.
pub(super) struct Letter<'a> {
    /// To whom.
    pub to: &'a User,
    /// What it says.
    pub content: &'a MessageContent,
    /// The invitation or link whose code it holds: what was not delivered of it
    /// becomes void with that, by [`message::void_secret`].
    pub secret_of: Option<String>,
}

/// Writes a message for each channel that it goes by: e-mail, and SMS where
/// there is a gateway and the person has a mobile.
///
/// # Errors
/// Those of the store.
pub(super) async fn write(
    context: &Context,
    writer: &mut Connection,
    letter: Letter<'_>,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let contact = &letter.to.contact;
    let email = contact.email.as_deref().and_then(Email::parse);
    let email = email.map(|email| email.as_str().to_owned());
    put(context, writer, &letter, Channel::Email, email, at).await?;
    if let Some(mobile) = sms_recipient(context, &letter) {
        put(context, writer, &letter, Channel::Sms, Some(mobile), at).await?;
    }
    Ok(())
}

fn sms_recipient(context: &Context, letter: &Letter<'_>) -> Option<String> {
    if context.settings.ways_out.sms.is_none() || !letter.content.kind().goes_by_sms() {
        return None;
    }
    let mobile = letter
        .to
        .contact
        .mobile
        .as_deref()
        .and_then(Mobile::parse)?;
    Some(mobile.as_str().to_owned())
}

async fn put(
    context: &Context,
    writer: &mut Connection,
    letter: &Letter<'_>,
    channel: Channel,
    recipient: Option<String>,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let id = MessageId::new(at, context.random_bytes());
    let plain = serde_json::to_vec(letter.content)
        .map_err(|_| ServiceError::Fault("a message that JSON cannot hold"))?;
    let body = context
        .vault
        .seal(&message_place(id), &plain, context.random.as_ref())
        .map_err(|_| ServiceError::Fault("a message that cannot be sealed"))?;
    let record = NewMessage {
        id,
        company: letter.to.company,
        user: letter.to.id,
        channel,
        kind: letter.content.kind(),
        recipient,
        secret_of: letter.secret_of.clone(),
        body,
        created_at: at,
    };
    message::insert(writer, &record).await?;
    Ok(())
}

/// Tells whoever is to be told of a change of a token; an invitation is written
/// where it is issued.
///
/// # Errors
/// Those of the store.
pub(super) async fn tell_of_change(
    context: &Context,
    writer: &mut Connection,
    told: Told,
    token: &Token,
    holder: &User,
    author: &Author,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let about = ToldToken {
        serial: token.serial,
        by: doer(author),
    };
    if let Some(content) = told.holder.and_then(|news| news.content(about.clone())) {
        tell(context, writer, holder, &content, at).await?;
    }
    if let Some(news) = told.admins {
        let content = news.content(about, told_holder(holder));
        let spared = [Some(holder.id), author.name.user];
        tell_admins(context, writer, token.company, &content, &spared, at).await?;
    }
    Ok(())
}

/// Tells one person.
async fn tell(
    context: &Context,
    writer: &mut Connection,
    to: &User,
    content: &MessageContent,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let letter = Letter {
        to,
        content,
        secret_of: None,
    };
    write(context, writer, letter, at).await
}

/// Tells the active administrators of a company, but for those in `spared`: who
/// did it, and who is told otherwise.
///
/// # Errors
/// Those of the store.
pub(super) async fn tell_admins(
    context: &Context,
    writer: &mut Connection,
    company: CompanyId,
    content: &MessageContent,
    spared: &[Option<UserId>],
    at: Timestamp,
) -> Result<(), ServiceError> {
    for admin in user::admins(writer, company).await? {
        if admin.status == UserStatus::Active && !spared.contains(&Some(admin.id)) {
            tell(context, writer, &admin, content, at).await?;
        }
    }
    Ok(())
}

/// Tells a user that their contact data were changed: where they are reached
/// now, and where they were reached before, so that nobody is cut off unseen.
///
/// # Errors
/// Those of the store.
pub(super) async fn tell_of_contact_change(
    context: &Context,
    writer: &mut Connection,
    before: &User,
    after: &User,
    by: &AuditActor,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let by = match by.kind {
        ActorKind::Person => Doer::Person {
            username: by.name.clone(),
        },
        ActorKind::Device | ActorKind::System => Doer::System,
    };
    let content = MessageContent::ContactChanged { by };
    tell(context, writer, after, &content, at).await?;
    let letter = Letter {
        to: before,
        content: &content,
        secret_of: None,
    };
    let email = |user: &User| user.contact.email.as_deref().and_then(Email::parse);
    if let Some(old) = email(before).filter(|old| email(after).as_ref() != Some(old)) {
        let old = Some(old.as_str().to_owned());
        put(context, writer, &letter, Channel::Email, old, at).await?;
    }
    let mobile = |user: &User| user.contact.mobile.as_deref().and_then(Mobile::parse);
    if mobile(before) != mobile(after)
        && let Some(old) = sms_recipient(context, &letter)
    {
        put(context, writer, &letter, Channel::Sms, Some(old), at).await?;
    }
    Ok(())
}

/// A user as administrators are told of them.
pub(super) fn told_holder(user: &User) -> ToldHolder {
    ToldHolder {
        username: user.username.clone(),
        full_name: user.full_name.clone(),
    }
}

/// Who acts, as a message names them.
fn doer(author: &Author) -> Doer {
    match author.actor {
        Actor::Person {
            role: Role::Operator,
            ..
        } => Doer::Bank,
        Actor::Person { .. } => Doer::Person {
            username: author.name.name.clone(),
        },
        Actor::Device { .. } => Doer::Device {
            name: author.name.name.clone(),
        },
        Actor::System => Doer::System,
    }
}
