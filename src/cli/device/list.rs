//! `llavero device list`.

use serde_json::json;

use super::Tools;
use super::arguments::WhichToken;
use super::error::DeviceError;
use super::session::{Session, Waiting};
use super::words::{change_words, first_approval_words, plain, status_words};

/// Shows the requests that wait.
pub async fn list(tools: &Tools, which: WhichToken) -> Result<(), DeviceError> {
    let mut session = Session::open(tools, which.token)?;
    let (waiting, status) = session.waiting().await?;
    let result = json!({
        "token": session.profile().serial,
        "status": status,
        "waiting": waiting.iter().map(|one| &one.challenge).collect::<Vec<_>>(),
    });
    tools.say(&result, || {
        if waiting.is_empty() {
            format!("Nothing waits for an approval. {}", status_words(status))
        } else {
            let blocks: Vec<_> = waiting.iter().map(describe).collect();
            blocks.join("\n\n")
        }
    });
    Ok(())
}

/// A request in words.
pub fn describe(waiting: &Waiting) -> String {
    let challenge = &waiting.challenge;
    format!(
        "{}\n  of company {}, asked for by {}{}\n  until {} (Bogotá)\n  request {}",
        change_words(challenge),
        plain(&challenge.company_name),
        plain(&challenge.requested_by_username),
        first_approval_words(challenge),
        challenge.expires_at.to_minute_text(),
        challenge.operation
    )
}
