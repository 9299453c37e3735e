//! The outbox: messages to people, one row for each channel and recipient.

use sqlx::any::AnyRow;

use super::row::Fields;
use super::{Connection, Result};
use crate::domain::id::{CompanyId, MessageId, TokenId, UserId};
use crate::domain::locale::Locale;
use crate::domain::message::{Channel, DeliveryFailure, MessageKind, MessageState};
use crate::domain::time::Timestamp;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, company_id, user_id, channel, kind, recipient, locale, body, state,
                    attempts, last_error, created_at, settled_at, version
             FROM message ",
            $rest
        )
    };
}

/// A message to write to the outbox. Its language is the one that its user has
/// chosen.
pub struct NewMessage {
    /// Its name inside Llavero.
    pub id: MessageId,
    /// The company of the user.
    pub company: CompanyId,
    /// To whom.
    pub user: UserId,
    /// By what.
    pub channel: Channel,
    /// What it is about.
    pub kind: MessageKind,
    /// The address or number; without one it has failed before it was tried.
    pub recipient: Option<String>,
    /// The invitation or link whose code the body holds: see [`void_secret`].
    pub secret_of: Option<String>,
    /// What it says, sealed.
    pub body: Vec<u8>,
    /// When it is written.
    pub created_at: Timestamp,
}

/// A message of the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageRecord {
    /// Its name inside Llavero.
    pub id: MessageId,
    /// The company of the user.
    pub company: CompanyId,
    /// To whom.
    pub user: UserId,
    /// By what.
    pub channel: Channel,
    /// What it is about.
    pub kind: MessageKind,
    /// The address or number.
    pub recipient: Option<String>,
    /// The language of its words.
    pub locale: Locale,
    /// What it says, sealed; empty once that is not needed any more.
    pub body: Vec<u8>,
    /// What became of it.
    pub state: MessageState,
    /// How often it was tried since it was written, or since an operator had it
    /// sent again.
    pub attempts: u32,
    /// Why the last attempt failed.
    pub last_error: Option<DeliveryFailure>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was delivered, failed or became void.
    pub settled_at: Option<Timestamp>,
    /// Grows by one with each change.
    pub version: i64,
}

/// Tells which message it is, not what it says nor to whom.
impl std::fmt::Debug for MessageRecord {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("MessageRecord")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// How an attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// It was accepted.
    Delivered,
    /// It failed, and is made again then.
    Again(DeliveryFailure, Timestamp),
    /// It failed for good.
    Failed(DeliveryFailure),
    /// There was nothing to say any more.
    Void,
}

/// Adds a message.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn insert(conn: &mut Connection, message: &NewMessage) -> Result<()> {
    let at = message.created_at.as_micros();
    let (state, next_attempt_at, last_error, settled_at) = match message.recipient {
        Some(_) => (MessageState::Waiting, Some(at), None, None),
        None => (
            MessageState::Failed,
            None,
            Some(DeliveryFailure::NoAddress.code()),
            Some(at),
        ),
    };
    sqlx::query(
        "INSERT INTO message (id, company_id, user_id, channel, kind, recipient, locale, secret_of,
                              body, state, attempts, next_attempt_at, last_error, created_at,
                              settled_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, (SELECT u.locale FROM app_user u WHERE u.id = $3), $7, $8,
                 $9, 0, $10, $11, $12, $13, 1)",
    )
    .bind(message.id.to_string())
    .bind(message.company.to_string())
    .bind(message.user.to_string())
    .bind(message.channel.code())
    .bind(message.kind.code())
    .bind(message.recipient.as_deref())
    .bind(message.secret_of.as_deref())
    .bind(message.body.as_slice())
    .bind(state.code())
    .bind(next_attempt_at)
    .bind(last_error)
    .bind(at)
    .bind(settled_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// The message with this name.
///
/// # Errors
/// `Inconsistent` when its columns disagree; see [`super::StoreError`].
pub async fn find(conn: &mut Connection, id: MessageId) -> Result<Option<MessageRecord>> {
    sqlx::query(select!("WHERE id = $1"))
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// Names of messages whose next attempt is due at `now`, those that have waited
/// longest first. What they say is read one by one: one that does not read must
/// not hide the others.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn due(
    conn: &mut Connection,
    channel: Channel,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<MessageId>> {
    sqlx::query(
        "SELECT id FROM message
         WHERE channel = $1 AND state = 'waiting' AND next_attempt_at <= $2
         ORDER BY next_attempt_at, id LIMIT $3",
    )
    .bind(channel.code())
    .bind(now.as_micros())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(|row| Fields::of("message", row).parsed("id"))
    .collect()
}

/// Takes a message that is due to send it: until `until` nobody else does. Tells
/// it as it is then; `None` when somebody else was faster.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn claim(
    conn: &mut Connection,
    message: MessageRecord,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<MessageRecord>> {
    let written = sqlx::query(
        "UPDATE message SET attempts = attempts + 1, next_attempt_at = $1, version = version + 1
         WHERE id = $2 AND version = $3 AND state = 'waiting' AND next_attempt_at <= $4",
    )
    .bind(until.as_micros())
    .bind(message.id.to_string())
    .bind(message.version)
    .bind(now.as_micros())
    .execute(conn)
    .await?;
    Ok((written.rows_affected() == 1).then(|| MessageRecord {
        attempts: message.attempts + 1,
        version: message.version + 1,
        ..message
    }))
}

/// Writes how the attempt on a claimed message ended; `false` when the message
/// has changed since it was claimed.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn settle(
    conn: &mut Connection,
    claimed: &MessageRecord,
    attempt: Attempt,
    at: Timestamp,
) -> Result<bool> {
    let (state, again, failure) = match attempt {
        Attempt::Delivered => (MessageState::Delivered, None, None),
        Attempt::Again(failure, again) => (MessageState::Waiting, Some(again), Some(failure)),
        Attempt::Failed(failure) => (MessageState::Failed, None, Some(failure)),
        Attempt::Void => (MessageState::Void, None, None),
    };
    let settled_at = again.is_none().then_some(at);
    // Whoever has a failed one sent again needs what it says.
    let written = sqlx::query(
        "UPDATE message
         SET state = $1, next_attempt_at = $2, last_error = $3, settled_at = $4,
             body = CASE WHEN $1 IN ('delivered', 'void') THEN $5 ELSE body END,
             version = version + 1
         WHERE id = $6 AND version = $7 AND state = 'waiting'",
    )
    .bind(state.code())
    .bind(again.map(Timestamp::as_micros))
    .bind(failure.map(DeliveryFailure::code))
    .bind(settled_at.map(Timestamp::as_micros))
    .bind(Vec::<u8>::new())
    .bind(claimed.id.to_string())
    .bind(claimed.version)
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// A message that does not even read has failed.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn give_up(
    conn: &mut Connection,
    id: MessageId,
    failure: DeliveryFailure,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(
        "UPDATE message
         SET state = 'failed', next_attempt_at = NULL, last_error = $1, settled_at = $2,
             version = version + 1
         WHERE id = $3 AND state = 'waiting'",
    )
    .bind(failure.code())
    .bind(at.as_micros())
    .bind(id.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// Has a message that failed sent again, to `recipient`; `false` when somebody
/// changed it first.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn send_again(
    conn: &mut Connection,
    message: &MessageRecord,
    recipient: &str,
    at: Timestamp,
) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE message
         SET state = 'waiting', recipient = $1, attempts = 0, next_attempt_at = $2,
             settled_at = NULL, version = version + 1
         WHERE id = $3 AND version = $4 AND state IN ('waiting', 'failed')",
    )
    .bind(recipient)
    .bind(at.as_micros())
    .bind(message.id.to_string())
    .bind(message.version)
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// The secret of an invitation or a link works no more: what was not delivered
/// of it has nothing to say, and is forgotten. Part of the transaction that used
/// it up or replaced it.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn void_secret(conn: &mut Connection, secret_of: &str, at: Timestamp) -> Result<u64> {
    let written = sqlx::query(
        "UPDATE message
         SET state = 'void', body = $1, next_attempt_at = NULL, last_error = NULL,
             settled_at = $2, version = version + 1
         WHERE secret_of = $3 AND state IN ('waiting', 'failed')",
    )
    .bind(Vec::<u8>::new())
    .bind(at.as_micros())
    .bind(secret_of)
    .execute(conn)
    .await?;
    Ok(written.rows_affected())
}

/// The same for the open invitation of a token.
pub(super) async fn void_of_open_enrolment(
    conn: &mut Connection,
    token: TokenId,
    at: Timestamp,
) -> Result<()> {
    let open: Option<String> =
        sqlx::query_scalar("SELECT id FROM enrolment WHERE token_id = $1 AND state = 'open'")
            .bind(token.to_string())
            .fetch_optional(&mut *conn)
            .await?;
    if let Some(open) = open {
        void_secret(conn, &open, at).await?;
    }
    Ok(())
}

/// Takes every waiting message of a company for delivered long ago: for demo
/// data, whose past nobody is told of.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn forget_waiting(
    conn: &mut Connection,
    company: CompanyId,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(
        "UPDATE message
         SET state = 'delivered', body = $1, next_attempt_at = NULL, last_error = NULL,
             settled_at = $2, version = version + 1
         WHERE company_id = $3 AND state = 'waiting'",
    )
    .bind(Vec::<u8>::new())
    .bind(at.as_micros())
    .bind(company.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets messages written before the one that `before` would name, but for
/// those that wait; tells how many.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn forget_before(conn: &mut Connection, before: MessageId) -> Result<u64> {
    let gone = sqlx::query("DELETE FROM message WHERE id < $1 AND state <> 'waiting'")
        .bind(before.to_string())
        .execute(conn)
        .await?;
    Ok(gone.rows_affected())
}

pub(super) fn read(row: &AnyRow) -> Result<MessageRecord> {
    let fields = Fields::of("message", row);
    Ok(MessageRecord {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        user: fields.parsed("user_id")?,
        channel: fields.coded("channel", Channel::from_code)?,
        kind: fields.coded("kind", MessageKind::from_code)?,
        recipient: fields.get("recipient")?,
        locale: fields.coded("locale", Locale::from_tag)?,
        body: fields.get("body")?,
        state: fields.coded("state", MessageState::from_code)?,
        attempts: fields.number("attempts")?,
        last_error: fields.coded_or_null("last_error", DeliveryFailure::from_code)?,
        created_at: fields.time("created_at")?,
        settled_at: fields.time_or_null("settled_at")?,
        version: fields.get("version")?,
    })
}
