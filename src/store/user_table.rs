//! The table of a company's users.
//!
//! Every order has an index of its own and ends with the username, which tells
//! users of a company apart.

use sqlx::any::AnyRow;

use super::dialect::Engine;
use super::row::{Fields, counted};
use super::statement::{Key, Statement};
use super::{Connection, Result, candidate, page, text, token, user, user_stock};
use crate::domain::id::CompanyId;
use crate::domain::serial::Serial;
use crate::domain::table::{
    ContactFilter, Cursor, Page, PageRequest, Place, TokenHolding, UserColumn, UserFilter,
    UserQuery,
};
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::{Holdings, User};

/// A user with the serial and the status of the token that they hold.
pub type UserWithToken = (User, Option<(Serial, TokenStatus)>);

/// A page of a company's users. `stale_before` is the instant before which a
/// confirmation of contact data holds no more. A place that this order cannot
/// have is taken for the first page.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    company: CompanyId,
    query: &UserQuery,
    stale_before: Timestamp,
) -> Result<Page<UserWithToken>> {
    let total = total(conn, company, &query.filter, stale_before).await?;
    let column = query.sort.column;
    let request = PageRequest {
        place: possible(&query.page.place, column),
        ..query.page.clone()
    };
    let table = Table {
        conn,
        company,
        query,
        stale_before,
        way: Way::of(&query.filter, total),
    };
    page::fetch(table, &request, total).await
}

/// How many users the table has under a filter.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn total(
    conn: &mut Connection,
    company: CompanyId,
    filter: &UserFilter,
    stale_before: Timestamp,
) -> Result<u64> {
    let kept = user_stock::kept(conn, company, filter, stale_before).await?;
    let boundary = user_stock::boundary(filter, stale_before);
    if let (Some(kept), None) = (kept, boundary) {
        return Ok(kept);
    }
    let mut statement = Statement::new(
        "SELECT COUNT(*) FROM app_user u WHERE u.company_id = $1 AND u.role <> 'operator'"
            .to_owned(),
    );
    if let (Some(_), Some(day)) = (kept, boundary) {
        statement.and(
            "COALESCE(u.contact_confirmed_at, 0) >= ? AND COALESCE(u.contact_confirmed_at, 0) < ?",
            day.map(Key::Number),
        );
    }
    narrow(&mut statement, filter, stale_before);
    let rest: u64 = counted(statement.count(conn, company).await?)?;
    Ok(kept.unwrap_or_default() + rest)
}

/// How the database would find a page: see
/// [`token_table::explain`](super::token_table::explain).
///
/// # Errors
/// See [`super::StoreError`].
pub async fn explain(
    conn: &mut Connection,
    company: CompanyId,
    query: &UserQuery,
    stale_before: Timestamp,
) -> Result<Vec<String>> {
    let total = total(conn, company, &query.filter, stale_before).await?;
    let place = possible(&query.page.place, query.sort.column);
    let walk = page::Walk::to(&place, query.page.size, total);
    let way = Way::of(&query.filter, total);
    let statement = statement(query, &walk, stale_before, way, Engine::of(conn));
    statement.explain(conn, company, walk.limit()).await
}

/// The first `limit` users under a filter, by username, each with what decides
/// whether they may get a token.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn matching(
    conn: &mut Connection,
    company: CompanyId,
    filter: &UserFilter,
    stale_before: Timestamp,
    limit: usize,
) -> Result<Vec<(User, Holdings)>> {
    let select = concat!(
        "SELECT ",
        candidate::columns!(),
        " FROM app_user u WHERE u.company_id = $1 AND u.role <> 'operator'"
    );
    let mut statement = Statement::new(select.to_owned());
    narrow(&mut statement, filter, stale_before);
    statement.ordered_by("u.username_key");
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.fetch(conn, company, limit).await?;
    rows.iter().map(candidate::with_holdings).collect()
}

/// What the rows are in the order of.
const fn key_column(column: UserColumn) -> &'static str {
    match column {
        UserColumn::Username => "u.username_key",
        UserColumn::FullName => "substr(u.search_text, length(u.username_key) + 2)",
        UserColumn::Role => "u.role",
        UserColumn::Status => "u.status",
        UserColumn::ConfirmedAt => "COALESCE(u.contact_confirmed_at, 0)",
    }
}

/// Reads a cursor's key; `None` when no row has such a one.
fn key(column: UserColumn, written: &str) -> Option<Key> {
    match column {
        UserColumn::ConfirmedAt => written.parse().ok().map(Key::Number),
        _ => (!written.contains('\0')).then(|| Key::Text(written.to_owned())),
    }
}

fn possible(place: &Place, column: UserColumn) -> Place {
    match place {
        Place::After(cursor) | Place::Before(cursor)
            if cursor.id.contains('\0') || key(column, &cursor.key).is_none() =>
        {
            Place::First
        }
        place => place.clone(),
    }
}

/// How the rows of a page are found, which the kept figures tell: a filter that
/// lets few through is looked for and its rows are sorted; else the order is
/// walked and the others are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Walk,
    Sort,
}

impl Way {
    fn of(filter: &UserFilter, total: u64) -> Self {
        let everybody = UserFilter {
            token: filter.token,
            ..UserFilter::default()
        };
        if *filter != everybody && total <= page::FEW {
            Self::Sort
        } else {
            Self::Walk
        }
    }
}

struct Table<'a> {
    conn: &'a mut Connection,
    company: CompanyId,
    query: &'a UserQuery,
    stale_before: Timestamp,
    way: Way,
}

impl page::List for Table<'_> {
    type Row = UserWithToken;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, UserWithToken)>> {
        let engine = Engine::of(self.conn);
        let statement = statement(self.query, walk, self.stale_before, self.way, engine);
        let rows = statement
            .fetch(self.conn, self.company, walk.limit())
            .await?;
        let column = self.query.sort.column;
        rows.iter().map(|row| read(row, column)).collect()
    }
}

fn statement(
    query: &UserQuery,
    walk: &page::Walk,
    stale_before: Timestamp,
    way: Way,
    engine: Engine,
) -> Statement {
    let column = key_column(query.sort.column);
    let mut statement = Statement::new(format!(
        "SELECT u.id, u.company_id, u.username, u.username_key, u.full_name, u.role, u.status,
                u.email, u.mobile, u.contact_confirmed_at, u.version, {column} AS sort_key,
                t.serial, t.status AS token_status
         FROM app_user u LEFT JOIN virtual_token t ON t.holder_id = u.id
         WHERE u.company_id = $1 AND u.role <> 'operator'"
    ));
    let aside = match way {
        Way::Walk if query.sort.column != UserColumn::ConfirmedAt => engine.aside(),
        _ => "",
    };
    match (way, query.filter.search.trim()) {
        (Way::Sort, search) if !search.is_empty() => found(&mut statement, search),
        (_, search) => look_for(&mut statement, "u", search),
    }
    narrow_by_choice(&mut statement, &query.filter, stale_before, aside);
    let from = walk.from.as_ref().and_then(|cursor| {
        let key = key(query.sort.column, &cursor.key)?;
        Some((key, Key::Text(cursor.id.clone())))
    });
    let order = match way {
        Way::Walk => "",
        Way::Sort => engine.aside(),
    };
    let (column, tie) = (format!("{order}{column}"), format!("{order}u.username_key"));
    statement.walk(&column, &tie, query.sort.direction, walk, from);
    statement
}

/// Only what `filter` lets through.
fn narrow(statement: &mut Statement, filter: &UserFilter, stale_before: Timestamp) {
    look_for(statement, "u", filter.search.trim());
    narrow_by_choice(statement, filter, stale_before, "");
}

/// Only those of the table `of` whose names or e-mail hold `search`.
fn look_for(statement: &mut Statement, of: &str, search: &str) {
    if search.is_empty() {
        return;
    }
    let pattern = || Key::Text(text::pattern(search));
    statement.and(
        &format!("({of}.search_text LIKE ? ESCAPE '\\' OR LOWER({of}.email) LIKE ? ESCAPE '\\')"),
        [pattern(), pattern()],
    );
}

/// The same by way of the index that has all that a search looks through.
fn found(statement: &mut Statement, search: &str) {
    statement.and(
        "u.username_key IN (SELECT s.username_key FROM app_user s WHERE s.company_id = $1",
        [],
    );
    look_for(statement, "s", search);
    statement.text.push(')');
}

/// Only what the choices of `filter` let through; `aside` stands before the
/// column whose index must not be walked.
fn narrow_by_choice(
    statement: &mut Statement,
    filter: &UserFilter,
    stale_before: Timestamp,
    aside: &str,
) {
    if let Some(status) = filter.status {
        statement.and("u.status = ?", [Key::Text(status.code().to_owned())]);
    }
    if let Some(role) = filter.role {
        statement.and("u.role = ?", [Key::Text(role.code().to_owned())]);
    }
    let confirmed = format!("{aside}COALESCE(u.contact_confirmed_at, 0)");
    let since = [Key::Number(stale_before.as_micros())];
    match filter.contact {
        Some(ContactFilter::Fresh) => statement.and(
            &format!("{confirmed} >= ? AND u.email <> '' AND u.mobile <> ''"),
            since,
        ),
        Some(ContactFilter::Stale) => statement.and(&format!("{confirmed} < ?"), since),
        Some(ContactFilter::Missing) => statement.and(
            "(COALESCE(u.email, '') = '' OR COALESCE(u.mobile, '') = '')",
            [],
        ),
        None => {}
    }
    let held = "EXISTS (SELECT 1 FROM virtual_token h WHERE h.holder_id = u.id)";
    match filter.token {
        Some(TokenHolding::With) => statement.and(held, []),
        Some(TokenHolding::Without) => statement.and(&format!("NOT {held}"), []),
        None => {}
    }
}

fn read(row: &AnyRow, column: UserColumn) -> Result<(Cursor, UserWithToken)> {
    let fields = Fields::of("app_user", row);
    let key = match column {
        UserColumn::ConfirmedAt => fields.get::<i64>("sort_key")?.to_string(),
        _ => fields.get("sort_key")?,
    };
    let held = match fields.coded_or_null("token_status", TokenStatus::from_code)? {
        Some(status) => Some((token::serial(&fields)?, status)),
        None => None,
    };
    let cursor = Cursor {
        key,
        id: fields.get("username_key")?,
    };
    Ok((cursor, (user::read(row)?, held)))
}
