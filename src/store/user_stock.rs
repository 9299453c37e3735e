//! How many users a company has: figures that the database keeps up with every
//! change (triggers in `migrations/`).

use super::row::counted;
use super::statement::{Key, Statement};
use super::{Connection, Result};
use crate::domain::id::CompanyId;
use crate::domain::table::{ContactFilter, TokenHolding, UserFilter};
use crate::domain::time::Timestamp;

/// The length of a day in the column `confirmed_day`.
const DAY_MICROS: i64 = 86_400_000_000;

/// How many users the filter lets through, as far as the kept figures tell:
/// `None` for a search, and for who holds a token combined with more than a role.
///
/// Of the day that `stale_before` lies in, the kept figure says nothing: its
/// users are left out, and [`boundary`] says where they are.
pub(super) async fn kept(
    conn: &mut Connection,
    company: CompanyId,
    filter: &UserFilter,
    stale_before: Timestamp,
) -> Result<Option<u64>> {
    if !filter.search.trim().is_empty() {
        return Ok(None);
    }
    let Some(holding) = filter.token else {
        let mut statement = Statement::new(
            "SELECT CAST(COALESCE(SUM(u.users), 0) AS BIGINT) FROM user_stock u
             WHERE u.company_id = $1 AND u.role <> 'operator'"
                .to_owned(),
        );
        narrow(&mut statement, filter, stale_before);
        return counted(statement.count(conn, company).await?).map(Some);
    };
    if filter.status.is_some() || filter.contact.is_some() {
        return Ok(None);
    }
    let with = holders(conn, company, filter).await?;
    if holding == TokenHolding::With {
        return Ok(Some(with));
    }
    let everybody = UserFilter {
        token: None,
        ..filter.clone()
    };
    let all = Box::pin(kept(conn, company, &everybody, stale_before)).await?;
    Ok(all.map(|all| all.saturating_sub(with)))
}

/// How many hold a live token: as many as there are such tokens.
async fn holders(conn: &mut Connection, company: CompanyId, filter: &UserFilter) -> Result<u64> {
    let mut statement = Statement::new(
        "SELECT CAST(COALESCE(SUM(tokens), 0) AS BIGINT) FROM token_stock
         WHERE company_id = $1 AND holder_role NOT IN ('none', 'operator')"
            .to_owned(),
    );
    if let Some(role) = filter.role {
        statement.and("holder_role = ?", [Key::Text(role.code().to_owned())]);
    }
    counted(statement.count(conn, company).await?)
}

/// The day whose users [`kept`] leaves out: its first instant and the first one
/// after it, in microseconds. `None` when it leaves out nobody.
pub(super) fn boundary(filter: &UserFilter, stale_before: Timestamp) -> Option<[i64; 2]> {
    match filter.contact {
        Some(ContactFilter::Fresh | ContactFilter::Stale) => {
            let first = day(stale_before) * DAY_MICROS;
            Some([first, first + DAY_MICROS])
        }
        Some(ContactFilter::Missing) | None => None,
    }
}

fn narrow(statement: &mut Statement, filter: &UserFilter, stale_before: Timestamp) {
    if let Some(status) = filter.status {
        statement.and("u.status = ?", [Key::Text(status.code().to_owned())]);
    }
    if let Some(role) = filter.role {
        statement.and("u.role = ?", [Key::Text(role.code().to_owned())]);
    }
    let boundary = [Key::Number(day(stale_before))];
    match filter.contact {
        Some(ContactFilter::Fresh) => {
            statement.and("u.incomplete = 0 AND u.confirmed_day > ?", boundary);
        }
        Some(ContactFilter::Stale) => statement.and("u.confirmed_day < ?", boundary),
        Some(ContactFilter::Missing) => statement.and("u.incomplete = 1", []),
        None => {}
    }
}

const fn day(at: Timestamp) -> i64 {
    at.as_micros() / DAY_MICROS
}
