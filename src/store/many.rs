//! Things asked for by a list of names, a few hundred in one query.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, query};

use super::statement::Key;
use super::{Connection, Result};
use crate::domain::id::CompanyId;

/// How many names stand in one query: few round trips, and far from how many
/// arguments either engine bears.
const AT_ONCE: usize = 500;

/// The rows of `select`, whose `$1` is the company and which ends with the column
/// that must be one of `names`. They come in no order.
pub(super) async fn fetch<Name: ToString>(
    conn: &mut Connection,
    select: &str,
    company: CompanyId,
    names: &[Name],
) -> Result<Vec<AnyRow>> {
    let keys = names.iter().map(|name| Key::Text(name.to_string()));
    fetch_by_keys(conn, select, company, keys.collect()).await
}

/// The same where the column holds what `keys` hold.
pub(super) async fn fetch_by_keys(
    conn: &mut Connection,
    select: &str,
    company: CompanyId,
    keys: Vec<Key>,
) -> Result<Vec<AnyRow>> {
    let mut rows = Vec::with_capacity(keys.len());
    for piece in keys.chunks(AT_ONCE) {
        let text = format!("{select} IN ({})", places(2, piece.len()));
        let mut query = query(AssertSqlSafe(text)).bind(company.to_string());
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

/// `$2, $3, $4`: so many places for arguments, from the number `first` on.
pub(super) fn places(first: usize, count: usize) -> String {
    let places: Vec<String> = (first..first + count)
        .map(|number| format!("${number}"))
        .collect();
    places.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_numbered_from_the_first() {
        assert_eq!(places(2, 3), "$2, $3, $4");
        assert_eq!(places(1, 0), "");
    }
}
