//! The users among whom an administrator chooses the one who gets a token.

use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;

use super::row::{Fields, counted};
use super::{Connection, Result, many, page, text, user};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::table::{Cursor, Page, PageRequest};
use crate::domain::user::{Holdings, User};

/// The columns that decide whether the user `u` may get a token.
macro_rules! columns {
    () => {
        "u.id, u.company_id, u.username, u.username_key, u.full_name, u.role, u.status,
         u.email, u.mobile, u.contact_confirmed_at, u.version,
         CASE WHEN EXISTS (SELECT 1 FROM virtual_token t WHERE t.holder_id = u.id)
              THEN 1 ELSE 0 END AS has_live_token,
         CASE WHEN EXISTS (SELECT 1 FROM operation_item o
                           WHERE o.holder_id = u.id AND o.settled_at IS NULL
                             AND o.kind = 'assign')
              THEN 1 ELSE 0 END AS has_open_operation"
    };
}
pub(super) use columns;

/// A page of a company's users by username, each with what decides whether they
/// may get a token. `search` finds a part of a username or of a person's name,
/// whatever the case and the accents; empty, it finds everybody.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    company: CompanyId,
    search: &str,
    request: &PageRequest,
) -> Result<Page<(User, Holdings)>> {
    let total = total(conn, company, search).await?;
    let pattern = text::pattern(search);
    let list = Candidates {
        conn,
        company,
        pattern,
        are_few: !search.trim().is_empty() && total <= page::FEW,
    };
    page::fetch(list, request, total).await
}

async fn total(conn: &mut Connection, company: CompanyId, search: &str) -> Result<u64> {
    let total: i64 = if search.trim().is_empty() {
        sqlx::query_scalar(
            "SELECT CAST(COALESCE(SUM(users), 0) AS BIGINT) FROM user_stock WHERE company_id = $1",
        )
        .bind(company.to_string())
        .fetch_one(conn)
        .await?
    } else {
        sqlx::query_scalar(
            "SELECT COUNT(*) FROM app_user
             WHERE company_id = $1 AND search_text LIKE $2 ESCAPE '\\'",
        )
        .bind(company.to_string())
        .bind(text::pattern(search))
        .fetch_one(conn)
        .await?
    };
    counted(total)
}

/// Those of `users` who are of the company, each with what decides whether they
/// may get a token; in no order.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn of_users(
    conn: &mut Connection,
    company: CompanyId,
    users: &[UserId],
) -> Result<Vec<(User, Holdings)>> {
    let select = concat!(
        "SELECT ",
        columns!(),
        " FROM app_user u WHERE u.company_id = $1 AND u.id"
    );
    let rows = many::fetch(conn, select, company, users).await?;
    rows.iter().map(with_holdings).collect()
}

struct Candidates<'c> {
    conn: &'c mut Connection,
    company: CompanyId,
    pattern: String,
    /// Whether they are found by an index that has all that a search looks
    /// through, and then put in order.
    are_few: bool,
}

const FOUND: &str = "u.username_key IN (SELECT s.username_key FROM app_user s
                      WHERE s.company_id = $1 AND s.search_text LIKE $2 ESCAPE '\\')";
const PASSED_BY: &str = "u.search_text LIKE $2 ESCAPE '\\'";

impl page::List for Candidates<'_> {
    type Row = (User, Holdings);

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, Self::Row)>> {
        let (beyond, order) = match (walk.backwards, walk.from.is_some()) {
            (false, _) => (">", "u.username_key"),
            (true, true) => ("<", "u.username_key DESC"),
            (true, false) => (">=", "u.username_key DESC"),
        };
        let among = if self.are_few { FOUND } else { PASSED_BY };
        let sql = format!(
            "SELECT {} FROM app_user u
             WHERE u.company_id = $1 AND {among} AND u.username_key {beyond} $3
             ORDER BY {order} LIMIT $4",
            columns!()
        );
        // No username is empty: the whole list lies beyond the empty text.
        let from = walk.from.as_ref().map_or("", |cursor| cursor.key.as_str());
        sqlx::query(AssertSqlSafe(sql))
            .bind(self.company.to_string())
            .bind(self.pattern.as_str())
            .bind(text::storable(from))
            .bind(walk.limit())
            .fetch_all(&mut *self.conn)
            .await?
            .iter()
            .map(read)
            .collect()
    }
}

fn read(row: &AnyRow) -> Result<(Cursor, (User, Holdings))> {
    let fields = Fields::of("app_user", row);
    let cursor = Cursor {
        key: fields.get("username_key")?,
        id: fields.get("id")?,
    };
    Ok((cursor, with_holdings(row)?))
}

/// Reads [`columns!`].
pub(super) fn with_holdings(row: &AnyRow) -> Result<(User, Holdings)> {
    let fields = Fields::of("app_user", row);
    let holdings = Holdings {
        has_live_token: fields.flag("has_live_token")?,
        has_open_operation: fields.flag("has_open_operation")?,
    };
    Ok((user::read(row)?, holdings))
}
