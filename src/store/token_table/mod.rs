//! The table of tokens held by secondary users.
//!
//! Every order has an index of its own, so a page is a short walk along one,
//! wherever it lies; how many rows there are comes from the kept figures.

mod order;
mod sql;

use order::{Key, Order};

use super::row::Fields;
use super::{Connection, Result, page, stock, token};
use crate::domain::id::{CompanyId, TokenId};
use crate::domain::table::{Cursor, Direction, Page, PageRequest, Place, TokenFilter, TokenQuery};
use crate::domain::token::TokenStatus;
use crate::domain::view::TokenRow;

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
    let table = Table {
        conn,
        company,
        query,
        order,
    };
    page::fetch(table, &request, total).await
}

struct Table<'a> {
    conn: &'a mut Connection,
    company: CompanyId,
    query: &'a TokenQuery,
    order: Order,
}

/// How many rows the table has under a filter.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn total(conn: &mut Connection, company: CompanyId, filter: &TokenFilter) -> Result<u64> {
    stock::of_members(conn, company, filter).await
}

struct Tokens<'a> {
    conn: &'a mut Connection,
    company: CompanyId,
    query: &'a TokenQuery,
    order: Order,
}

impl page::List for Tokens<'_> {
    type Row = TokenRow;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, Self::Row)>> {
        rows(self.conn, self.company, self.query, self.order, walk).await
    }
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

impl page::List for Table<'_> {
    type Row = TokenRow;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, TokenRow)>> {
        let order = self.order;
        let sorted_up = self.query.sort.direction == Direction::Ascending;
        let from = walk
            .from
            .as_ref()
            .and_then(|cursor| Some((order.key(&cursor.key)?, cursor.id.clone())));
        let statement =
            sql::Statement::of(order, &self.query.filter, sorted_up != walk.backwards, from);
        let mut select =
            sqlx::query(sqlx::AssertSqlSafe(statement.text)).bind(self.company.to_string());
        for argument in statement.arguments {
            select = match argument {
                Key::Number(number) => select.bind(number),
                Key::Text(text) => select.bind(text),
            };
        }
        let rows = select.bind(walk.limit()).fetch_all(&mut *self.conn).await?;
        rows.iter().map(|row| read(row, order)).collect()
    }
}

fn read(row: &sqlx::any::AnyRow, order: Order) -> Result<(Cursor, TokenRow)> {
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
