//! Sign-ins that failed, counted under a key of the caller's choice.

use super::row::counted;
use super::text::storable;
use super::{Connection, Result};
use crate::domain::time::Timestamp;

/// Notes a failure.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn record_failure(conn: &mut Connection, key: &str, at: Timestamp) -> Result<()> {
    sqlx::query("INSERT INTO sign_in_attempt (subject, failed_at) VALUES ($1, $2)")
        .bind(storable(key))
        .bind(at.as_micros())
        .execute(conn)
        .await?;
    Ok(())
}

/// How many failures there were at `since` or later.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn failures_since(conn: &mut Connection, key: &str, since: Timestamp) -> Result<u32> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM sign_in_attempt WHERE subject = $1 AND failed_at >= $2",
    )
    .bind(storable(key))
    .bind(since.as_micros())
    .fetch_one(conn)
    .await?;
    counted(count)
}

/// Forgets a key's failures, after a sign-in that succeeded.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn clear(conn: &mut Connection, key: &str) -> Result<()> {
    sqlx::query("DELETE FROM sign_in_attempt WHERE subject = $1")
        .bind(storable(key))
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets the failures before `at`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn forget_before(conn: &mut Connection, at: Timestamp) -> Result<u64> {
    let written = sqlx::query("DELETE FROM sign_in_attempt WHERE failed_at < $1")
        .bind(at.as_micros())
        .execute(conn)
        .await?;
    Ok(written.rows_affected())
}
