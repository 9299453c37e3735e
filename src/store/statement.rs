//! A query put together from constants and numbered arguments, for tables whose
//! conditions and order vary.

use std::fmt::Display;

use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row as _};

use super::dialect::Engine;
use super::{Connection, Result, page};
use crate::domain::table::Direction;

/// A value of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Number(i64),
    Text(String),
}

/// A query and its arguments after the first, which is whose rows it is about
/// (mostly a company), and before the last, which is how many rows.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) text: String,
    pub(super) arguments: Vec<Key>,
}

impl Statement {
    /// `text` has one condition at least, on whose rows it is about as `$1`. It is
    /// made of
    /// constants only; what comes from outside is in the arguments.
    pub(super) const fn new(text: String) -> Self {
        Self {
            text,
            arguments: Vec::new(),
        }
    }

    /// Adds a condition, whose `?` become the numbers of `arguments`.
    pub(super) fn and(&mut self, condition: &str, arguments: impl IntoIterator<Item = Key>) {
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

    /// Goes along `column`, and among equals along `tie`, which tells rows apart:
    /// beyond `from`, a value of each, when the walk has a beginning.
    pub(super) fn walk(
        &mut self,
        column: &str,
        tie: &str,
        direction: Direction,
        walk: &page::Walk,
        from: Option<(Key, Key)>,
    ) {
        let ascending = walk.ascends(direction);
        let (than, way) = if ascending {
            ('>', "ASC")
        } else {
            ('<', "DESC")
        };
        if column == tie {
            if let Some((_, from)) = from {
                self.and(&format!("{tie} {than} ?"), [from]);
            }
            return self.ordered_by(&format!("{tie} {way}"));
        }
        if let Some((key, tied)) = from {
            self.and(&format!("({column}, {tie}) {than} (?, ?)"), [key, tied]);
        }
        self.ordered_by(&format!("{column} {way}, {tie} {way}"));
    }

    /// The first `limit` rows.
    pub(super) async fn fetch(
        self,
        conn: &mut Connection,
        whose: impl Display,
        limit: i64,
    ) -> Result<Vec<AnyRow>> {
        Ok(self.bound(whose).bind(limit).fetch_all(conn).await?)
    }

    /// The only row of a query without an order.
    pub(super) async fn fetch_one(
        self,
        conn: &mut Connection,
        whose: impl Display,
    ) -> Result<AnyRow> {
        Ok(self.bound(whose).fetch_one(conn).await?)
    }

    /// How the database would find the rows: the steps it tells, for tests and for
    /// whoever wonders why a list is slow.
    pub(super) async fn explain(
        mut self,
        conn: &mut Connection,
        whose: impl Display,
        limit: i64,
    ) -> Result<Vec<String>> {
        let (explain, column) = Engine::of(conn).explain();
        self.text.insert_str(0, explain);
        let steps = self.fetch(conn, whose, limit).await?;
        steps.iter().map(|step| Ok(step.try_get(column)?)).collect()
    }

    /// The number that a query without an order counts.
    pub(super) async fn count(self, conn: &mut Connection, whose: impl Display) -> Result<i64> {
        Ok(self.bound(whose).fetch_one(conn).await?.try_get(0)?)
    }

    fn bound(self, whose: impl Display) -> Query<'static, Any, AnyArguments> {
        let select = sqlx::query(AssertSqlSafe(self.text)).bind(whose.to_string());
        let arguments = self.arguments.into_iter();
        arguments.fold(select, |select, argument| match argument {
            Key::Number(number) => select.bind(number),
            Key::Text(text) => select.bind(text),
        })
    }
}
