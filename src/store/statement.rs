//! A query put together from constants and numbered arguments, for tables whose
//! conditions and order vary.

use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;

use super::{Connection, Result};
use crate::domain::id::CompanyId;

/// A value of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Number(i64),
    Text(String),
}

/// A query and its arguments after the first, which is the company, and before
/// the last, which is how many rows.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) text: String,
    pub(super) arguments: Vec<Key>,
}

impl Statement {
    /// `text` has one condition at least, on the company as `$1`. It is made of
    /// constants only; what comes from outside is in the arguments.
    pub(super) const fn new(text: String) -> Self {
        Self {
            text,
            arguments: Vec::new(),
        }
    }

    /// Adds a condition, whose `?` become the numbers of `arguments`.
    pub(super) fn and<const N: usize>(&mut self, condition: &str, arguments: [Key; N]) {
        self.text.push_str(" AND ");
        let mut parts = condition.split('?');
        self.text.push_str(parts.next().unwrap_or_default());
        for (part, argument) in parts.zip(arguments) {
            self.arguments.push(argument);
            self.text
                .push_str(&format!("${}{part}", self.arguments.len() + 1));
        }
    }

    /// Adds the order and the place of how many rows.
    pub(super) fn ordered_by(&mut self, keys: &str) {
        let limit = self.arguments.len() + 2;
        self.text
            .push_str(&format!(" ORDER BY {keys} LIMIT ${limit}"));
    }

    /// The first `limit` rows.
    pub(super) async fn fetch(
        self,
        conn: &mut Connection,
        company: CompanyId,
        limit: i64,
    ) -> Result<Vec<AnyRow>> {
        let mut select = sqlx::query(AssertSqlSafe(self.text)).bind(company.to_string());
        for argument in self.arguments {
            select = match argument {
                Key::Number(number) => select.bind(number),
                Key::Text(text) => select.bind(text),
            };
        }
        Ok(select.bind(limit).fetch_all(conn).await?)
    }

    /// The number that a query without an order counts.
    pub(super) async fn count(self, conn: &mut Connection, company: CompanyId) -> Result<i64> {
        let mut select = sqlx::query_scalar(AssertSqlSafe(self.text)).bind(company.to_string());
        for argument in self.arguments {
            select = match argument {
                Key::Number(number) => select.bind(number),
                Key::Text(text) => select.bind(text),
            };
        }
        Ok(select.fetch_one(conn).await?)
    }
}
