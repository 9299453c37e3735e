//! The link with which a person chooses their first password, or another when
//! they forgot theirs: sent by the bank, used once.

use super::outbox::{self, Letter};
use super::settings::INVITATION_LIFETIME;
use super::{Context, ServiceError};
use crate::domain::id::PasswordLinkId;
use crate::domain::message::MessageContent;
use crate::domain::password::PasswordCode;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::password_link::PasswordLinkRecord;
use crate::store::{Connection, message, password_link};

/// The link itself. The code stands in the fragment, which browsers do not send
/// to any server (docs/adr/0004).
fn link(context: &Context, code: &PasswordCode) -> String {
    format!("{}/contrasena#{code}", context.settings.public_url)
}

/// Makes a new link for `person`; an older one stops working.
pub(super) async fn issue(
    context: &Context,
    writer: &mut Connection,
    person: &User,
    at: Timestamp,
) -> Result<(PasswordLinkId, String), ServiceError> {
    void_open(writer, person, at).await?;
    let code = PasswordCode::from_bytes(context.random_bytes());
    let record = PasswordLinkRecord {
        id: PasswordLinkId::new(at, context.random_bytes()),
        company: person.company,
        user: person.id,
        code_hash: code.hash(),
        expires_at: at.plus(INVITATION_LIFETIME),
    };
    password_link::insert(writer, &record, at).await?;
    Ok((record.id, link(context, &code)))
}

/// Makes a new link and sends it by e-mail.
pub(super) async fn send(
    context: &Context,
    writer: &mut Connection,
    person: &User,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let (id, link) = issue(context, writer, person, at).await?;
    let content = MessageContent::FirstPassword {
        link,
        expires_at: at.plus(INVITATION_LIFETIME),
    };
    let letter = Letter {
        to: person,
        content: &content,
        secret_of: Some(id.to_string()),
    };
    outbox::write(context, writer, letter, at).await
}

/// A link that was sent and not used goes to where the person is reached now.
///
/// # Errors
/// Those of the store.
pub(super) async fn send_elsewhere(
    context: &Context,
    writer: &mut Connection,
    person: &User,
    at: Timestamp,
) -> Result<(), ServiceError> {
    match password_link::open_of_user(writer, person.id).await? {
        Some(open) if at < open.expires_at => send(context, writer, person, at).await,
        _ => Ok(()),
    }
}

/// Nobody can use the person's link any more.
///
/// # Errors
/// Those of the store.
pub(super) async fn void_open(
    writer: &mut Connection,
    person: &User,
    at: Timestamp,
) -> Result<(), ServiceError> {
    if let Some(open) = password_link::open_of_user(writer, person.id).await? {
        password_link::void(writer, open.id).await?;
        message::void_secret(writer, &open.id.to_string(), at).await?;
    }
    Ok(())
}
