//! Rows found by many keys at once, without a query for each.

use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;

use super::statement::Key;
use super::{Connection, Result};
use crate::domain::id::CompanyId;

/// As many keys as one query names: few enough for either engine, and a
/// statement that is prepared once for all full pieces.
const PIECE: usize = 500;

/// The rows of `select`, a text of constants whose last condition is cut off
/// before its list, as in `… WHERE company_id = $1 AND id IN `.
pub(super) async fn fetch_by_keys(
    conn: &mut Connection,
    select: &str,
    company: CompanyId,
    keys: Vec<Key>,
) -> Result<Vec<AnyRow>> {
    let mut rows = Vec::with_capacity(keys.len());
    for piece in keys.chunks(PIECE) {
        let places: Vec<String> = (2..piece.len() + 2).map(|at| format!("${at}")).collect();
        let text = format!("{select}({})", places.join(", "));
        let mut query = sqlx::query(AssertSqlSafe(text)).bind(company.to_string());
        for key in piece {
            query = match key.clone() {
                Key::Number(number) => query.bind(number),
                Key::Text(text) => query.bind(text),
            };
        }
        rows.extend(query.fetch_all(&mut *conn).await?);
    }
    Ok(rows)
}
