//! The demo's mailbox: the messages that would have been sent.

use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::view::MailboxMessage;

/// How many messages are shown.
const SHOWN: usize = 50;

/// The newest messages in the folder, newest first.
///
/// # Errors
/// [`RequestError::NotFound`] outside a demo; [`ServiceError::Fault`] when the
/// folder cannot be read.
pub async fn read_mailbox(context: &Context) -> Result<Vec<MailboxMessage>, ServiceError> {
    if !context.settings.demo {
        return Err(RequestError::NotFound.into());
    }
    let unreadable = |_| ServiceError::Fault("the folder of messages cannot be read");
    let mut names = Vec::new();
    match tokio::fs::read_dir(&context.settings.messages).await {
        Ok(mut entries) => {
            while let Some(entry) = entries.next_entry().await.map_err(unreadable)? {
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.ends_with(".txt") && !name.starts_with('.') {
                    names.push(name);
                }
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(unreadable(error)),
    }
    names.sort_unstable_by(|left, right| right.cmp(left));
    let mut messages = Vec::new();
    for name in names.into_iter().take(SHOWN) {
        let text = tokio::fs::read_to_string(context.settings.messages.join(name))
            .await
            .map_err(unreadable)?;
        messages.extend(parse(&text));
    }
    Ok(messages)
}

/// Reads a message as it was written: headers, an empty line, the body.
fn parse(text: &str) -> Option<MailboxMessage> {
    let (head, body) = text.split_once("\n\n")?;
    let header = |name: &str| {
        head.lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.to_owned())
            .unwrap_or_default()
    };
    let link = body
        .lines()
        .find(|line| line.starts_with("http://") || line.starts_with("https://"));
    Some(MailboxMessage {
        to: header("To"),
        subject: header("Subject"),
        sent_at: header("Date"),
        link: link.map(str::to_owned),
        body: body.trim_end().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_as_it_was_written() {
        let text =
            "To: ana@a.co\nSubject: Hola: usted\nDate: hoy\n\nAbra\nhttps://x/app#1\n\nFin\n";
        let message = parse(text).unwrap();
        assert_eq!(
            (message.to.as_str(), message.subject.as_str()),
            ("ana@a.co", "Hola: usted")
        );
        assert_eq!(message.link.as_deref(), Some("https://x/app#1"));
        assert!(message.body.ends_with("Fin"));
    }
}
