//! The table of tokens held by secondary users.
//!
//! Every order has an index of its own, so a page is a short walk along one,
//! wherever it lies; how many rows there are comes from the kept figures.

mod circumstances;
mod order;
mod sql;

use order::Order;
use sqlx::any::AnyRow;

use super::dialect::Engine;
use super::row::Fields;
use super::statement::Statement;
use super::{Connection, Result, page, stock, token};
use crate::domain::id::{CompanyId, TokenId};
use crate::domain::table::{
    Cursor, Direction, Page, PageRequest, Place, TokenColumn, TokenFilter, TokenQuery, TokenSort,
};
use crate::domain::token::{Circumstances, TokenStatus};
use crate::domain::view::TokenRow;

/// How many rows are sorted as fast as an order is walked in search of them.
const FEW: u64 = 5_000;
/// Of how many rows the circumstances are asked in one query.
const CIRCUMSTANCES_AT_ONCE: usize = 500;

/// A page of a company's table. A place that this order cannot have is taken
/// for the first page.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    company: CompanyId,
    query: &TokenQuery,
) -> Result<Page<TokenRow>> {
    let total = stock::of_members(conn, company, &query.filter).await?;
    let order = Order::of(query);
    let request = PageRequest {
        place: possible(&query.page.place, order),
        ..query.page.clone()
    };
    let aside = aside(Engine::of(conn), query, total);
    let table = Table {
        conn: &mut *conn,
        company,
        query,
        order,
        aside,
    };
    let mut page = page::fetch(table, &request, total).await?;
    circumstances::fill(conn, &mut page.rows).await?;
    Ok(page)
}

/// The first `limit` rows under a filter, by the names of their users.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn matching(
    conn: &mut Connection,
    company: CompanyId,
    filter: &TokenFilter,
    limit: usize,
) -> Result<Vec<TokenRow>> {
    let query = TokenQuery {
        filter: *filter,
        sort: TokenSort {
            column: TokenColumn::Username,
            direction: Direction::Ascending,
        },
        ..TokenQuery::default()
    };
    let total = stock::of_members(conn, company, filter).await?;
    let order = Order::of(&query);
    let aside = aside(Engine::of(conn), &query, total);
    let statement = Statement::of(order, filter, true, None, aside);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement
        .fetch(conn, company, limit)
        .await?
        .iter()
        .map(|row| Ok(read(row, order)?.1))
        .collect::<Result<Vec<_>>>()?;
    for piece in rows.chunks_mut(CIRCUMSTANCES_AT_ONCE) {
        circumstances::fill(conn, piece).await?;
    }
    Ok(rows)
}

/// How many rows the table has under a filter.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn total(conn: &mut Connection, company: CompanyId, filter: &TokenFilter) -> Result<u64> {
    stock::of_members(conn, company, filter).await
}

/// How the database would find a page: the steps it tells, for tests and for
/// whoever wonders why a page is slow.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn explain(
    conn: &mut Connection,
    company: CompanyId,
    query: &TokenQuery,
) -> Result<Vec<String>> {
    let engine = Engine::of(conn);
    let total = stock::of_members(conn, company, &query.filter).await?;
    let order = Order::of(query);
    let walk = page::Walk::to(&possible(&query.page.place, order), query.page.size, total);
    let statement = statement(query, order, &walk, aside(engine, query, total));
    statement.explain(conn, company, walk.limit()).await
}

/// A range of days in another order than theirs: where it lets few rows through,
/// they are found by their days and sorted; where it lets many through, the
/// order is walked and the others are passed over. Which of the two costs less
/// is known from the kept figures.
fn aside(engine: Engine, query: &TokenQuery, total: u64) -> sql::Aside {
    let filter = &query.filter;
    let has_days = filter.updated_from.is_some() || filter.updated_until.is_some();
    let (days, order) = match query.sort.column {
        TokenColumn::UpdatedAt => ("", ""),
        _ if has_days && total <= FEW => ("", engine.aside()),
        _ => (engine.aside(), ""),
    };
    sql::Aside { days, order }
}

fn possible(place: &Place, order: Order) -> Place {
    match place {
        Place::After(cursor) | Place::Before(cursor)
            if cursor.id.parse::<TokenId>().is_err() || order.key(&cursor.key).is_none() =>
        {
            Place::First
        }
        place => place.clone(),
    }
}

struct Table<'a> {
    conn: &'a mut Connection,
    company: CompanyId,
    query: &'a TokenQuery,
    order: Order,
    aside: sql::Aside,
}

impl page::List for Table<'_> {
    type Row = TokenRow;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, TokenRow)>> {
        let statement = statement(self.query, self.order, walk, self.aside);
        let rows = statement
            .fetch(self.conn, self.company, walk.limit())
            .await?;
        rows.iter().map(|row| read(row, self.order)).collect()
    }
}

fn statement(query: &TokenQuery, order: Order, walk: &page::Walk, aside: sql::Aside) -> Statement {
    let ascending = walk.ascends(query.sort.direction);
    let from = walk
        .from
        .as_ref()
        .and_then(|cursor| Some((order.key(&cursor.key)?, cursor.id.clone())));
    Statement::of(order, &query.filter, ascending, from, aside)
}

fn read(row: &AnyRow, order: Order) -> Result<(Cursor, TokenRow)> {
    let fields = Fields::of("virtual_token", row);
    let id: TokenId = fields.parsed("id")?;
    let key = match order {
        Order::Holder => fields.get("sort_key")?,
        Order::Name => String::new(),
        _ => fields.get::<i64>("sort_key")?.to_string(),
    };
    let row = TokenRow {
        id,
        serial: token::serial(&fields)?,
        holder: fields.parsed("holder_id")?,
        username: fields.get("holder_username")?,
        full_name: fields.get("holder_name")?,
        status: fields.coded("status", TokenStatus::from_code)?,
        updated_at: fields.time("updated_at")?,
        version: fields.get("version")?,
        circumstances: Circumstances::default(),
        awaits_approval: false,
    };
    Ok((
        Cursor {
            key,
            id: id.to_string(),
        },
        row,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_send<T: Send>(_: T) {}

    #[allow(dead_code)]
    fn a_page_can_be_fetched_on_any_thread(
        conn: &mut Connection,
        company: CompanyId,
        query: &TokenQuery,
    ) {
        assert_send(page(conn, company, query));
        assert_send(crate::store::candidate::page(
            conn,
            company,
            "",
            &query.page,
        ));
    }
}
