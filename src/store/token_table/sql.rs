use super::order::Order;
use crate::domain::table::TokenFilter;
use crate::domain::token::TokenStatus;
use crate::store::statement::{Key, Statement};

/// What stands before columns whose index must not be walked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aside {
    /// Before the one with the range of days.
    pub(super) days: &'static str,
    /// Before those of the order.
    pub(super) order: &'static str,
}

impl Statement {
    /// The rows after `from` in this order, or before it when not `ascending`.
    /// The text is made of constants only; what comes from outside is in the
    /// arguments.
    pub(super) fn of(
        order: Order,
        filter: &TokenFilter,
        ascending: bool,
        from: Option<(Key, String)>,
        aside: Aside,
    ) -> Self {
        let column = order.column();
        let mut statement = Self::new(format!(
            "SELECT id, serial, holder_id, holder_username, holder_name, status, updated_at,
                    version, {column} AS sort_key
             FROM virtual_token WHERE company_id = $1 AND holder_role = 'member'"
        ));
        if let Some(status) = filter.status {
            statement.and("status_rank = ?", [Key::Number(rank(status))]);
        }
        statement.within_days(order, filter, ascending, from.as_ref(), aside.days);
        if let Some((key, id)) = from {
            statement.beyond(order, ascending, (key, id), aside.order);
        }
        let way = if ascending { "ASC" } else { "DESC" };
        let aside = aside.order;
        statement.ordered_by(&match order {
            Order::Name => format!("{aside}id {way}"),
            _ => format!("{aside}{column} {way}, {aside}id {way}"),
        });
        statement
    }

    /// The range of days. In the order of the days themselves, the end that the
    /// walk leaves from is set by its first row and need not be said twice: an
    /// engine that took the wrong one of the two would read all rows between.
    fn within_days(
        &mut self,
        order: Order,
        filter: &TokenFilter,
        ascending: bool,
        from: Option<&(Key, String)>,
        aside: &str,
    ) {
        let within = |key: &Key| match (key, bounds(filter)) {
            (Key::Number(at), (first, end)) => {
                first.is_none_or(|first| *at >= first) && end.is_none_or(|end| *at < end)
            }
            _ => false,
        };
        let leaves_inside = order == Order::UpdatedAt && from.is_some_and(|(key, _)| within(key));
        let (first, end) = bounds(filter);
        if let Some(first) = first.filter(|_| !leaves_inside || !ascending) {
            self.and(&format!("{aside}updated_at >= ?"), [Key::Number(first)]);
        }
        if let Some(end) = end.filter(|_| !leaves_inside || ascending) {
            self.and(&format!("{aside}updated_at < ?"), [Key::Number(end)]);
        }
    }

    fn beyond(&mut self, order: Order, ascending: bool, from: (Key, String), aside: &str) {
        let (key, id) = (from.0, Key::Text(from.1));
        let column = order.column();
        let than = if ascending { '>' } else { '<' };
        match order {
            Order::Name => self.and(&format!("{aside}id {than} ?"), [id]),
            _ => self.and(
                &format!("({aside}{column}, {aside}id) {than} (?, ?)"),
                [key, id],
            ),
        }
    }
}

/// The first instant of the range of days, and the first after it.
fn bounds(filter: &TokenFilter) -> (Option<i64>, Option<i64>) {
    (
        filter.updated_from.map(|day| day.start().as_micros()),
        filter
            .updated_until
            .map(|day| day.next().start().as_micros()),
    )
}

/// The column `status_rank`: a status's place in a token's life.
fn rank(status: TokenStatus) -> i64 {
    TokenStatus::ALL
        .iter()
        .take_while(|other| **other != status)
        .map(|_| 1)
        .sum()
}
