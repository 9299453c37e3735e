//! Sessions of signed-in people, named by the hash of what their cookie holds.

use sqlx::any::AnyRow;

use super::row::Fields;
use super::text::storable;
use super::{Connection, Result};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::time::Timestamp;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT hash, user_id, company_id, stage, created_at, last_seen_at, user_agent, address
             FROM session ",
            $rest
        )
    };
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRecord {
    /// The SHA-256 of what the cookie holds.
    pub hash: [u8; 32],
    /// Whose it is.
    pub user: UserId,
    /// Their company.
    pub company: CompanyId,
    /// How far they came in signing in.
    pub stage: SessionStage,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When they were last seen.
    pub last_seen_at: Timestamp,
    /// The browser's name for itself.
    pub user_agent: String,
    /// Where they were last seen.
    pub address: String,
}

/// How far a person came in signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStage {
    /// The password was right; a code is asked for next.
    PasswordOnly,
    /// They are in.
    Full,
}

/// Adds a session.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn insert(conn: &mut Connection, session: &SessionRecord) -> Result<()> {
    sqlx::query(
        "INSERT INTO session (hash, user_id, company_id, stage, created_at, last_seen_at,
                              user_agent, address)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(session.hash.as_slice())
    .bind(session.user.to_string())
    .bind(session.company.to_string())
    .bind(stage_code(session.stage))
    .bind(session.created_at.as_micros())
    .bind(session.last_seen_at.as_micros())
    .bind(storable(&session.user_agent))
    .bind(storable(&session.address))
    .execute(conn)
    .await?;
    Ok(())
}

/// The session with this hash.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find(conn: &mut Connection, hash: &[u8; 32]) -> Result<Option<SessionRecord>> {
    sqlx::query(select!("WHERE hash = $1"))
        .bind(hash.as_slice())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// Notes that its person was seen; `false` when the session is gone. An earlier
/// instant than the one noted changes nothing.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn touch(conn: &mut Connection, hash: &[u8; 32], at: Timestamp) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE session SET last_seen_at = CASE WHEN last_seen_at < $1 THEN $1 ELSE last_seen_at END
         WHERE hash = $2",
    )
    .bind(at.as_micros())
    .bind(hash.as_slice())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Puts a session in the place of another, as each step of signing in does;
/// `false`, and nothing written, when that other is gone.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn replace(
    conn: &mut Connection,
    old: &[u8; 32],
    session: &SessionRecord,
) -> Result<bool> {
    if !delete(conn, old).await? {
        return Ok(false);
    }
    insert(conn, session).await?;
    Ok(true)
}

/// Ends a session; `false` when it was gone.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn delete(conn: &mut Connection, hash: &[u8; 32]) -> Result<bool> {
    let written = sqlx::query("DELETE FROM session WHERE hash = $1")
        .bind(hash.as_slice())
        .execute(conn)
        .await?;
    Ok(written.rows_affected() == 1)
}

/// Ends every session of a user, and says how many there were.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn delete_of_user(conn: &mut Connection, user: UserId) -> Result<u64> {
    let written = sqlx::query("DELETE FROM session WHERE user_id = $1")
        .bind(user.to_string())
        .execute(conn)
        .await?;
    Ok(written.rows_affected())
}

/// Ends every session of a company's people.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn delete_of_company(conn: &mut Connection, company: CompanyId) -> Result<u64> {
    let written = sqlx::query("DELETE FROM session WHERE company_id = $1")
        .bind(company.to_string())
        .execute(conn)
        .await?;
    Ok(written.rows_affected())
}

/// A user's sessions, the one last seen first.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn of_user(conn: &mut Connection, user: UserId) -> Result<Vec<SessionRecord>> {
    sqlx::query(select!(
        "WHERE user_id = $1 ORDER BY last_seen_at DESC, hash"
    ))
    .bind(user.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// Forgets the sessions last seen before `idle_since` or begun before
/// `begun_before`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn forget(
    conn: &mut Connection,
    idle_since: Timestamp,
    begun_before: Timestamp,
) -> Result<u64> {
    let written = sqlx::query("DELETE FROM session WHERE last_seen_at < $1 OR created_at < $2")
        .bind(idle_since.as_micros())
        .bind(begun_before.as_micros())
        .execute(conn)
        .await?;
    Ok(written.rows_affected())
}

fn read(row: &AnyRow) -> Result<SessionRecord> {
    let fields = Fields::of("session", row);
    Ok(SessionRecord {
        hash: fields.hash("hash")?,
        user: fields.parsed("user_id")?,
        company: fields.parsed("company_id")?,
        stage: fields.coded("stage", stage_from_code)?,
        created_at: fields.time("created_at")?,
        last_seen_at: fields.time("last_seen_at")?,
        user_agent: fields.get("user_agent")?,
        address: fields.get("address")?,
    })
}

const fn stage_code(stage: SessionStage) -> &'static str {
    match stage {
        SessionStage::PasswordOnly => "password_only",
        SessionStage::Full => "full",
    }
}

fn stage_from_code(code: &str) -> Option<SessionStage> {
    [SessionStage::PasswordOnly, SessionStage::Full]
        .into_iter()
        .find(|stage| stage_code(*stage) == code)
}
