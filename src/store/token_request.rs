//! Companies' requests for more tokens.

use super::row::counted;
use super::{Connection, Result};

/// How many are open, of whichever company.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn count_open(conn: &mut Connection) -> Result<u64> {
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM token_request WHERE state = 'open'")
        .fetch_one(conn)
        .await?;
    counted(count)
}
