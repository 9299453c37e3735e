//! How many tokens a company has: figures that the database keeps up with every
//! change (triggers in `migrations/`), so that nothing is ever counted.

use super::row::{Fields, counted};
use super::{Connection, Result};
use crate::domain::id::CompanyId;
use crate::domain::table::TokenFilter;
use crate::domain::token::TokenStatus;
use crate::domain::view::Stock;

/// The statuses that a virtual token can have.
const STATUSES: [TokenStatus; 6] = [
    TokenStatus::Available,
    TokenStatus::Assigned,
    TokenStatus::PendingActivation,
    TokenStatus::Active,
    TokenStatus::Blocked,
    TokenStatus::Retired,
];

/// A company's stock.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn of_company(conn: &mut Connection, company: CompanyId) -> Result<Stock> {
    let rows = sqlx::query(
        "SELECT status, CAST(SUM(tokens) AS BIGINT) AS tokens
         FROM token_stock WHERE company_id = $1 GROUP BY status",
    )
    .bind(company.to_string())
    .fetch_all(conn)
    .await?;
    let mut by_status = STATUSES.map(|status| (status, 0)).to_vec();
    for row in &rows {
        let fields = Fields::of("token_stock", row);
        let status = fields.coded("status", TokenStatus::from_code)?;
        let tokens = fields.number("tokens")?;
        by_status
            .iter_mut()
            .filter(|(of, _)| *of == status)
            .for_each(|(_, count)| *count = tokens);
    }
    let sum = |wanted: &dyn Fn(TokenStatus) -> bool| {
        by_status
            .iter()
            .filter(|(status, _)| wanted(*status))
            .map(|(_, count)| count)
            .sum()
    };
    Ok(Stock {
        total: sum(&|status| status != TokenStatus::Retired),
        available: sum(&|status| status == TokenStatus::Available),
        by_status,
    })
}

/// How many tokens the bank ever granted to a company: a number that only a
/// grant changes.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn granted(conn: &mut Connection, company: CompanyId) -> Result<u64> {
    let count: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(tokens), 0) AS BIGINT) FROM token_stock WHERE company_id = $1",
    )
    .bind(company.to_string())
    .fetch_one(conn)
    .await?;
    counted(count)
}

/// How many tokens held by secondary users the filter lets through.
pub(super) async fn of_members(
    conn: &mut Connection,
    company: CompanyId,
    filter: &TokenFilter,
) -> Result<u64> {
    let count: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(tokens), 0) AS BIGINT) FROM token_stock
         WHERE company_id = $1 AND holder_role = 'member'
           AND ($2 IS NULL OR status = $2) AND updated_day BETWEEN $3 AND $4",
    )
    .bind(company.to_string())
    .bind(filter.status.map(TokenStatus::code))
    .bind(filter.updated_from.map_or(i64::MIN, |day| day.count()))
    .bind(filter.updated_until.map_or(i64::MAX, |day| day.count()))
    .fetch_one(conn)
    .await?;
    counted(count)
}
