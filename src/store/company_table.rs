//! The bank's table of companies: its customers, not the bank itself. Every order
//! has an index of its own and ends with the slug, which tells companies apart.

use sqlx::any::AnyRow;

use super::row::{Fields, counted};
use super::statement::{Key, Statement};
use super::{Connection, Result, company, page, text};
use crate::domain::company::{Company, CompanyKind};
use crate::domain::table::{
    CompanyColumn, CompanyFilter, CompanyQuery, Cursor, Page, PageRequest, Place,
};

/// A company with its tokens, but for the retired ones, and those of them that
/// nobody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyWithTokens {
    /// The company.
    pub company: Company,
    /// How many tokens it has.
    pub tokens: u64,
    /// How many are available.
    pub available: u64,
}

/// A page of the table. A place that this order cannot have is taken for the
/// first page.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(conn: &mut Connection, query: &CompanyQuery) -> Result<Page<CompanyWithTokens>> {
    let total = total(conn, &query.filter).await?;
    let request = PageRequest {
        place: possible(&query.page.place),
        ..query.page.clone()
    };
    page::fetch(Table { conn, query }, &request, total).await
}

/// How many companies the table has under a filter.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn total(conn: &mut Connection, filter: &CompanyFilter) -> Result<u64> {
    let select = "SELECT COUNT(*) FROM company c WHERE c.kind = $1";
    let mut statement = Statement::new(select.to_owned());
    narrow(&mut statement, filter);
    counted(statement.count(conn, CompanyKind::Customer.code()).await?)
}

const fn key_column(column: CompanyColumn) -> &'static str {
    match column {
        CompanyColumn::Name => "c.name_key",
        CompanyColumn::Slug => "c.slug",
        CompanyColumn::Status => "c.status",
    }
}

fn possible(place: &Place) -> Place {
    match place {
        Place::After(cursor) | Place::Before(cursor)
            if cursor.key.contains('\0') || cursor.id.contains('\0') =>
        {
            Place::First
        }
        place => place.clone(),
    }
}

struct Table<'a> {
    conn: &'a mut Connection,
    query: &'a CompanyQuery,
}

impl page::List for Table<'_> {
    type Row = CompanyWithTokens;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, CompanyWithTokens)>> {
        let statement = statement(self.query, walk);
        let customers = CompanyKind::Customer.code();
        let rows = statement.fetch(self.conn, customers, walk.limit()).await?;
        rows.iter().map(read).collect()
    }
}

fn statement(query: &CompanyQuery, walk: &page::Walk) -> Statement {
    let column = key_column(query.sort.column);
    let mut statement = Statement::new(format!(
        "SELECT c.id, c.kind, c.slug, c.name, c.status, c.contact_period_days, c.approvals,
                c.version, {column} AS sort_key,
                CAST(COALESCE((SELECT SUM(s.tokens) FROM token_stock s
                               WHERE s.company_id = c.id AND s.status <> 'retired'), 0)
                     AS BIGINT) AS tokens,
                CAST(COALESCE((SELECT SUM(s.tokens) FROM token_stock s
                               WHERE s.company_id = c.id AND s.holder_role = 'none'
                                 AND s.status = 'available'), 0)
                     AS BIGINT) AS available
         FROM company c WHERE c.kind = $1"
    ));
    narrow(&mut statement, &query.filter);
    let from = walk
        .from
        .as_ref()
        .map(|cursor| (Key::Text(cursor.key.clone()), Key::Text(cursor.id.clone())));
    statement.walk(column, "c.slug", query.sort.direction, walk, from);
    statement
}

/// Only what `filter` lets through.
fn narrow(statement: &mut Statement, filter: &CompanyFilter) {
    if !filter.search.trim().is_empty() {
        let pattern = || Key::Text(text::pattern(&filter.search));
        statement.and(
            "(c.name_key LIKE ? ESCAPE '\\' OR c.slug LIKE ? ESCAPE '\\')",
            [pattern(), pattern()],
        );
    }
    if let Some(status) = filter.status {
        statement.and("c.status = ?", [Key::Text(status.code().to_owned())]);
    }
}

fn read(row: &AnyRow) -> Result<(Cursor, CompanyWithTokens)> {
    let fields = Fields::of("company", row);
    let company = company::read(row)?;
    let cursor = Cursor {
        key: fields.get("sort_key")?,
        id: company.slug.clone(),
    };
    let found = CompanyWithTokens {
        company,
        tokens: fields.number("tokens")?,
        available: fields.number("available")?,
    };
    Ok((cursor, found))
}
