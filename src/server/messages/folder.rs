//! The folder in which e-mails land while there is no mail server: one file each.

use std::path::Path;

use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt;
use tracing::warn;

use super::compose::compose;
use crate::domain::message::DeliveryFailure;
use crate::service::Context;
use crate::service::send_messages::Outgoing;

/// Writes the message to the folder.
pub(super) async fn write(context: &Context, message: &Outgoing) -> Result<(), DeliveryFailure> {
    let composed = compose(message, &context.settings.support_lines);
    let text = format!(
        "To: {}\nSubject: {}\nDate: {}\n\n{}\n",
        message.recipient,
        composed.subject,
        message.written_at().to_minute_text(),
        composed.text(),
    );
    let folder = &context.settings.messages;
    write_file(folder, &message.id(), &text)
        .await
        .map_err(|error| {
            warn!(%error, folder = %folder.display(), "the folder of messages was not written");
            DeliveryFailure::Folder
        })
}

/// Writes the file whole or not at all, for its owner alone as it may hold a code
/// that works, under a name that sorts by time.
async fn write_file(folder: &Path, id: &str, text: &str) -> std::io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    let name = format!("{id}.txt");
    let temporary = folder.join(format!(".{name}"));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(&temporary).await?;
    file.write_all(text.as_bytes()).await?;
    file.sync_all().await?;
    tokio::fs::rename(&temporary, folder.join(name)).await
}
