//! The table of a company's physical tokens. Every order ends with the serial,
//! which tells the bank's tokens apart.

use sqlx::any::AnyRow;

use super::dialect::Engine;
use super::row::{Fields, counted};
use super::statement::{Key, Statement};
use super::{Connection, Result, page, text, token};
use crate::domain::id::CompanyId;
use crate::domain::serial::Serial;
use crate::domain::table::{
    Cursor, Page, PageRequest, PhysicalColumn, PhysicalFilter, PhysicalQuery, Place,
};
use crate::domain::token::TokenStatus;
use crate::domain::view::HeldPhysicalToken;

/// A page of a company's table. A place that this order cannot have is taken for
/// the first page.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    company: CompanyId,
    query: &PhysicalQuery,
) -> Result<Page<HeldPhysicalToken>> {
    let total = total(conn, company, &query.filter).await?;
    let request = PageRequest {
        place: possible(&query.page.place, query.sort.column),
        ..query.page.clone()
    };
    let table = Table {
        conn,
        company,
        query,
        total,
    };
    page::fetch(table, &request, total).await
}

/// How many rows the table has under a filter.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn total(
    conn: &mut Connection,
    company: CompanyId,
    filter: &PhysicalFilter,
) -> Result<u64> {
    let is_kept = filter.search.trim().is_empty();
    let mut statement = Statement::new(
        if is_kept {
            "SELECT CAST(COALESCE(SUM(p.tokens), 0) AS BIGINT) FROM physical_stock p
             WHERE p.company_id = $1"
        } else {
            "SELECT COUNT(*) FROM physical_token p WHERE p.company_id = $1"
        }
        .to_owned(),
    );
    narrow(&mut statement, filter, HOLDER_FOUND);
    counted(statement.count(conn, company).await?)
}

/// How the database would find a page: see
/// [`token_table::explain`](super::token_table::explain).
///
/// # Errors
/// See [`super::StoreError`].
pub async fn explain(
    conn: &mut Connection,
    company: CompanyId,
    query: &PhysicalQuery,
) -> Result<Vec<String>> {
    let total = total(conn, company, &query.filter).await?;
    let place = possible(&query.page.place, query.sort.column);
    let walk = page::Walk::to(&place, query.page.size, total);
    statement(query, &walk, total, Engine::of(conn))
        .explain(conn, company, walk.limit())
        .await
}

const fn key_column(column: PhysicalColumn) -> &'static str {
    match column {
        PhysicalColumn::Username => "p.holder_key",
        PhysicalColumn::Serial => "p.serial",
        PhysicalColumn::UpdatedAt => "p.updated_at",
        PhysicalColumn::Status => "p.status",
    }
}

/// Reads a cursor's key; `None` when no row has such a one.
fn key(column: PhysicalColumn, written: &str) -> Option<Key> {
    match column {
        PhysicalColumn::Username | PhysicalColumn::Status => {
            (!written.contains('\0')).then(|| Key::Text(written.to_owned()))
        }
        PhysicalColumn::Serial | PhysicalColumn::UpdatedAt => written.parse().ok().map(Key::Number),
    }
}

fn possible(place: &Place, column: PhysicalColumn) -> Place {
    match place {
        Place::After(cursor) | Place::Before(cursor)
            if cursor.id.parse::<i64>().is_err() || key(column, &cursor.key).is_none() =>
        {
            Place::First
        }
        place => place.clone(),
    }
}

/// The holder's names hold the search: told of the holder of each row, or found
/// by the index that has all that a search looks through.
const HOLDER_TOLD: &str = "u.search_text LIKE ? ESCAPE '\\'";
const HOLDER_FOUND: &str = "p.holder_key IN (SELECT s.username_key FROM app_user s
     WHERE s.company_id = $1 AND s.search_text LIKE ? ESCAPE '\\')";

struct Table<'a> {
    conn: &'a mut Connection,
    company: CompanyId,
    query: &'a PhysicalQuery,
    total: u64,
}

impl page::List for Table<'_> {
    type Row = HeldPhysicalToken;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, HeldPhysicalToken)>> {
        let statement = statement(self.query, walk, self.total, Engine::of(self.conn));
        let rows = statement
            .fetch(self.conn, self.company, walk.limit())
            .await?;
        let column = self.query.sort.column;
        rows.iter().map(|row| read(row, column)).collect()
    }
}

fn statement(query: &PhysicalQuery, walk: &page::Walk, total: u64, engine: Engine) -> Statement {
    let few_found = !query.filter.search.trim().is_empty() && total <= page::FEW;
    let (holder, aside) = if few_found {
        (HOLDER_FOUND, engine.aside())
    } else {
        (HOLDER_TOLD, "")
    };
    let column = key_column(query.sort.column);
    let mut statement = Statement::new(format!(
        "SELECT p.id, p.serial, p.holder_id, u.username, u.full_name, p.status, p.updated_at,
                v.serial AS replacement, {column} AS sort_key
         FROM physical_token p JOIN app_user u ON u.id = p.holder_id
              LEFT JOIN virtual_token v ON v.id = p.replacement_id
         WHERE p.company_id = $1"
    ));
    narrow(&mut statement, &query.filter, holder);
    let from = walk.from.as_ref().and_then(|cursor| {
        let key = key(query.sort.column, &cursor.key)?;
        Some((key, Key::Number(cursor.id.parse().ok()?)))
    });
    let (column, tie) = (format!("{aside}{column}"), format!("{aside}p.serial"));
    statement.walk(&column, &tie, query.sort.direction, walk, from);
    statement
}

/// Only what `filter` lets through; `holder` says how its search finds holders.
fn narrow(statement: &mut Statement, filter: &PhysicalFilter, holder: &str) {
    let search = filter.search.trim();
    if !search.is_empty() {
        let pattern = Key::Text(text::pattern(search));
        match search.parse::<Serial>() {
            Ok(serial) => statement.and(
                &format!("({holder} OR p.serial = ?)"),
                [pattern, Key::Number(i64::from(serial.number()))],
            ),
            Err(_) => statement.and(holder, [pattern]),
        }
    }
    if let Some(status) = filter.status {
        statement.and("p.status = ?", [Key::Text(status.code().to_owned())]);
    }
}

fn read(row: &AnyRow, column: PhysicalColumn) -> Result<(Cursor, HeldPhysicalToken)> {
    let fields = Fields::of("physical_token", row);
    let key = match column {
        PhysicalColumn::Username | PhysicalColumn::Status => fields.get("sort_key")?,
        PhysicalColumn::Serial | PhysicalColumn::UpdatedAt => {
            fields.get::<i64>("sort_key")?.to_string()
        }
    };
    let serial = token::serial(&fields)?;
    let replacement = match fields.number_or_null::<u32>("replacement")? {
        Some(number) => Some(Serial::from_number(number).ok_or_else(|| fields.inconsistent())?),
        None => None,
    };
    let row = HeldPhysicalToken {
        id: fields.parsed("id")?,
        serial,
        holder: fields.parsed("holder_id")?,
        username: fields.get("username")?,
        full_name: fields.get("full_name")?,
        status: fields.coded("status", TokenStatus::from_code)?,
        replacement,
        updated_at: fields.time("updated_at")?,
    };
    let cursor = Cursor {
        key,
        id: serial.number().to_string(),
    };
    Ok((cursor, row))
}
