//! Links with which people choose their password.

use sqlx::any::AnyRow;

use super::row::Fields;
use super::{Connection, Result};
use crate::domain::id::{CompanyId, PasswordLinkId, UserId};
use crate::domain::time::Timestamp;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, company_id, user_id, code_hash, expires_at FROM password_link ",
            $rest
        )
    };
}

/// A link that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordLinkRecord {
    /// Its name inside Llavero.
    pub id: PasswordLinkId,
    /// The company of its person.
    pub company: CompanyId,
    /// Whose password it sets.
    pub user: UserId,
    /// What is kept of its code.
    pub code_hash: [u8; 32],
    /// Until when it can be used.
    pub expires_at: Timestamp,
}

/// Adds an open link, issued at `at`.
///
/// # Errors
/// `Duplicate(OpenPasswordLinkOfUser)` while another is open.
pub async fn insert(conn: &mut Connection, link: &PasswordLinkRecord, at: Timestamp) -> Result<()> {
    sqlx::query(
        "INSERT INTO password_link (id, company_id, user_id, code_hash, state, issued_at,
                                    expires_at)
         VALUES ($1, $2, $3, $4, 'open', $5, $6)",
    )
    .bind(link.id.to_string())
    .bind(link.company.to_string())
    .bind(link.user.to_string())
    .bind(link.code_hash.as_slice())
    .bind(at.as_micros())
    .bind(link.expires_at.as_micros())
    .execute(conn)
    .await?;
    Ok(())
}

/// The open link with this code; it may have expired.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find_open(
    conn: &mut Connection,
    code_hash: &[u8; 32],
) -> Result<Option<PasswordLinkRecord>> {
    sqlx::query(select!("WHERE code_hash = $1 AND state = 'open'"))
        .bind(code_hash.as_slice())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The open link of a user; it may have expired.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn open_of_user(
    conn: &mut Connection,
    user: UserId,
) -> Result<Option<PasswordLinkRecord>> {
    sqlx::query(select!("WHERE user_id = $1 AND state = 'open'"))
        .bind(user.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// Uses a link up; `false` when it was used or replaced first.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn use_up(conn: &mut Connection, id: PasswordLinkId) -> Result<bool> {
    settle(conn, id, "used").await
}

/// A link that another replaces works no more; `false` when it did not.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn void(conn: &mut Connection, id: PasswordLinkId) -> Result<bool> {
    settle(conn, id, "void").await
}

async fn settle(conn: &mut Connection, id: PasswordLinkId, state: &str) -> Result<bool> {
    let written =
        sqlx::query("UPDATE password_link SET state = $1 WHERE id = $2 AND state = 'open'")
            .bind(state)
            .bind(id.to_string())
            .execute(conn)
            .await?;
    Ok(written.rows_affected() == 1)
}

fn read(row: &AnyRow) -> Result<PasswordLinkRecord> {
    let fields = Fields::of("password_link", row);
    Ok(PasswordLinkRecord {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        user: fields.parsed("user_id")?,
        code_hash: fields.hash("code_hash")?,
        expires_at: fields.time("expires_at")?,
    })
}
