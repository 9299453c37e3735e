//! Messages to users that wait to be delivered.

use sqlx::any::AnyRow;

use super::row::{Fields, micros_or_null};
use super::{Connection, Result};
use crate::domain::id::{CompanyId, MessageId, UserId};
use crate::domain::time::Timestamp;

/// A message to a user.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageRecord {
    /// Its name inside Llavero.
    pub id: MessageId,
    /// The company of the user.
    pub company: CompanyId,
    /// To whom.
    pub user: UserId,
    /// What it is about, as a word.
    pub kind: String,
    /// To which e-mail address.
    pub to_email: Option<String>,
    /// To which mobile number.
    pub to_mobile: Option<String>,
    /// What it says, sealed; empty once it was delivered.
    pub body: Vec<u8>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was delivered.
    pub delivered_at: Option<Timestamp>,
}

/// Tells which message it is, not what it says nor to whom.
impl std::fmt::Debug for MessageRecord {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("MessageRecord")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Adds a message.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn insert(conn: &mut Connection, message: &MessageRecord) -> Result<()> {
    sqlx::query(
        "INSERT INTO message (id, company_id, user_id, kind, to_email, to_mobile, body, created_at,
                              delivered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(message.id.to_string())
    .bind(message.company.to_string())
    .bind(message.user.to_string())
    .bind(message.kind.as_str())
    .bind(message.to_email.as_deref())
    .bind(message.to_mobile.as_deref())
    .bind(message.body.as_slice())
    .bind(message.created_at.as_micros())
    .bind(micros_or_null(message.delivered_at))
    .execute(conn)
    .await?;
    Ok(())
}

/// Messages that wait to be delivered, oldest first.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn undelivered(conn: &mut Connection, limit: u32) -> Result<Vec<MessageRecord>> {
    sqlx::query(
        "SELECT id, company_id, user_id, kind, to_email, to_mobile, body, created_at, delivered_at
         FROM message WHERE delivered_at IS NULL ORDER BY created_at, id LIMIT $1",
    )
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// Notes that a message was delivered and forgets what it said; `false` when
/// that was noted before.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn mark_delivered(conn: &mut Connection, id: MessageId, at: Timestamp) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE message SET delivered_at = $1, body = $2 WHERE id = $3 AND delivered_at IS NULL",
    )
    .bind(at.as_micros())
    .bind(Vec::<u8>::new())
    .bind(id.to_string())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

fn read(row: &AnyRow) -> Result<MessageRecord> {
    let fields = Fields::of("message", row);
    Ok(MessageRecord {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        user: fields.parsed("user_id")?,
        kind: fields.get("kind")?,
        to_email: fields.get("to_email")?,
        to_mobile: fields.get("to_mobile")?,
        body: fields.get("body")?,
        created_at: fields.time("created_at")?,
        delivered_at: fields.time_or_null("delivered_at")?,
    })
}
