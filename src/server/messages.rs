//! Messages to users. Until a way out is configured they land in a folder, one
//! file each.

use std::path::Path;

use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt;

use crate::i18n::message::MailMessage;
use crate::i18n::{Locale, Message};
use crate::service::send_messages::{Outgoing, mark_sent, waiting_messages};
use crate::service::{Context, ServiceError};

/// Why messages were not sent.
#[derive(Debug, thiserror::Error)]
pub(super) enum SendError {
    /// The outbox was not read or written.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// The folder was not written.
    #[error("the folder of messages was not written: {0}")]
    Folder(#[from] std::io::Error),
}

/// Sends what waits in the outbox.
pub(super) async fn send_waiting(context: &Context) -> Result<(), SendError> {
    for message in waiting_messages(context).await? {
        write_file(&context.settings.messages, &message).await?;
        mark_sent(context, &message).await?;
    }
    Ok(())
}

/// Writes the message whole or not at all, for its owner alone as it holds a
/// code that works, under a name that sorts by time.
async fn write_file(folder: &Path, message: &Outgoing) -> Result<(), SendError> {
    tokio::fs::create_dir_all(folder).await?;
    let name = format!("{}.txt", message.record.id);
    let temporary = folder.join(format!(".{name}"));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(&temporary).await?;
    let text = compose(message, Locale::Spanish);
    file.write_all(text.as_bytes()).await?;
    file.sync_all().await?;
    tokio::fs::rename(&temporary, folder.join(name)).await?;
    Ok(())
}

fn compose(message: &Outgoing, locale: Locale) -> String {
    let body = &message.body;
    let serial = body.serial.to_string();
    let expires = body.expires_at.to_minute_text();
    let values = [
        ("name", body.full_name.as_str()),
        ("username", body.username.as_str()),
        ("serial", serial.as_str()),
        ("link", body.link.as_str()),
        ("code", body.code.as_str()),
        ("expires", expires.as_str()),
    ];
    let to = message.record.to_email.as_deref().unwrap_or_default();
    format!(
        "To: {to}\nSubject: {}\nDate: {}\n\n{}\n",
        MailMessage::InvitationSubject.fill(locale, &values),
        message.record.created_at.to_minute_text(),
        MailMessage::InvitationBody.fill(locale, &values),
    )
}
