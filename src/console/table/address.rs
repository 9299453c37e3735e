//! The addresses of a table: the URL is its only state.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::domain::table::{
    Cursor, Direction, PAGE_SIZES, Page, PageRequest, Place, QueryProblem, TableColumn,
    TableFilter, TableQuery, query_string,
};
use crate::ui::{PagerState, SortDirection};

/// What the URL asks for, and what of it cannot be read.
pub struct Address<Query: Send + Sync + 'static> {
    /// The query.
    pub query: Signal<Query>,
    /// What cannot be read.
    pub problems: Signal<Vec<QueryProblem>>,
}

impl<Query: Send + Sync + 'static> Clone for Address<Query> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Query: Send + Sync + 'static> Copy for Address<Query> {}

/// Reads the URL.
pub fn use_address<F, C>() -> Address<TableQuery<F, C>>
where
    F: TableFilter + Clone + PartialEq + Send + Sync + 'static,
    C: TableColumn,
{
    let map = use_query_map();
    let parsed = Memo::new(move |_| map.with(|map| TableQuery::parse(|name| map.get(name))));
    let query = Memo::new(move |_| parsed.with(|(query, _)| TableQuery::clone(query)));
    let problems = Memo::new(move |_| parsed.with(|(_, problems)| problems.clone()));
    Address {
        query: query.into(),
        problems: problems.into(),
    }
}

/// The address of `query` for the table at `path`.
pub fn href<F: TableFilter, C: TableColumn>(path: &str, query: &TableQuery<F, C>) -> String {
    format!("{path}{}", query.to_query_string())
}

/// The address of what the filter form of the table at `path` says, with the
/// order and the length of page of `query`. What was typed is kept as it is: if
/// it cannot be read, the page says so.
pub fn filtered_href<F, C>(
    path: &str,
    typed: impl IntoIterator<Item = (&'static str, String)>,
    query: &TableQuery<F, C>,
) -> String
where
    F: TableFilter + Clone,
    C: TableColumn,
{
    let typed = typed
        .into_iter()
        .map(|(name, value)| (name, value.trim().to_owned()))
        .filter(|(_, value)| !value.is_empty());
    let kept = query.clone().without_filter().to_parameters();
    format!("{path}{}", query_string(typed.chain(kept)))
}

/// Which way `column` orders the table of `query`.
pub fn direction<F, C: TableColumn>(query: &TableQuery<F, C>, column: C) -> Option<SortDirection> {
    (query.sort.column == column).then_some(match query.sort.direction {
        Direction::Ascending => SortDirection::Ascending,
        Direction::Descending => SortDirection::Descending,
    })
}

/// The pager under `page`, whose other pages `link` leads to.
pub fn pager<Row>(
    page: &Page<Row>,
    request: &PageRequest,
    link: impl Fn(PageRequest) -> String,
) -> PagerState {
    let pages = page.count();
    let at = |place: Place, number: u64| {
        link(PageRequest {
            place,
            number,
            size: request.size,
        })
    };
    let beside = |cursor: &Option<Cursor>, number: u64, place: fn(Cursor) -> Place| {
        cursor.clone().map(|cursor| at(place(cursor), number))
    };
    let sizes = PAGE_SIZES.map(|size| {
        let first = PageRequest {
            place: Place::First,
            number: 1,
            size,
        };
        (u32::from(size), link(first))
    });
    let offers_sizes = page.total > u64::from(PAGE_SIZES[0]);
    PagerState {
        from: page.first_row(),
        to: page.last_row(),
        total: page.total,
        at_least: false,
        page: page.number,
        pages,
        first: (page.number > 1).then(|| at(Place::First, 1)),
        previous: beside(
            &page.previous,
            page.number.saturating_sub(1).max(1),
            Place::Before,
        ),
        next: beside(&page.next, page.number + 1, Place::After),
        last: (page.number < pages).then(|| at(Place::Last, 1)),
        size: u32::from(page.size),
        sizes: if offers_sizes {
            sizes.into()
        } else {
            Vec::new()
        },
    }
}

/// The pager of the table at `path`.
pub fn table_pager<Row, F, C>(path: &str, page: &Page<Row>, query: &TableQuery<F, C>) -> PagerState
where
    F: TableFilter + Clone,
    C: TableColumn,
{
    pager(page, &query.page, |page| {
        href(path, &query.clone().on_page(page))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::paths;
    use crate::domain::table::{Sort, TokenColumn, TokenQuery, parameter};

    fn page(number: u64, total: u64) -> Page<u8> {
        let cursor = || {
            Some(Cursor {
                key: "k".to_owned(),
                id: "i".to_owned(),
            })
        };
        Page {
            rows: vec![0; 10],
            total,
            number,
            size: 10,
            previous: (number > 1).then(cursor).flatten(),
            next: (number * 10 < total).then(cursor).flatten(),
        }
    }

    fn typed(status: &str, until: &str) -> [(&'static str, String); 2] {
        [
            (parameter::STATUS, status.to_owned()),
            (parameter::UNTIL, until.to_owned()),
        ]
    }

    #[test]
    fn a_filter_keeps_the_order_and_leaves_the_page() {
        let query = TokenQuery {
            sort: Sort {
                column: TokenColumn::Serial,
                direction: Direction::Ascending,
            },
            page: PageRequest {
                place: Place::Last,
                number: 1,
                size: 25,
            },
            ..TokenQuery::default()
        };
        assert_eq!(
            filtered_href(paths::TOKENS, typed("active", "2024-01-31"), &query),
            "/administracion/token-virtual?estado=active&hasta=2024-01-31&orden=serie&filas=25"
        );
    }

    #[test]
    fn what_was_typed_stays_in_the_address_and_cannot_break_out_of_it() {
        let query = TokenQuery::default();
        assert_eq!(
            filtered_href(paths::TOKENS, typed("a&b=c", ""), &query),
            "/administracion/token-virtual?estado=a%26b%3Dc"
        );
        assert_eq!(
            filtered_href(paths::TOKENS, typed("", " "), &query),
            "/administracion/token-virtual"
        );
    }

    #[test]
    fn the_first_page_leads_only_forward() {
        let state = table_pager(paths::TOKENS, &page(1, 30), &TokenQuery::default());
        assert_eq!((state.from, state.to, state.pages), (1, 10, 3));
        assert_eq!((state.first, state.previous), (None, None));
        assert!(state.next.is_some() && state.last.is_some());
    }

    #[test]
    fn a_short_table_offers_no_lengths_of_page() {
        let state = table_pager(paths::TOKENS, &page(1, 5), &TokenQuery::default());
        assert!(state.sizes.is_empty());
    }
}
