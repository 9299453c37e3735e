//! The table's addresses: the URL is its only state.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::console::paths;
use crate::console::return_path::escape;
use crate::domain::table::{
    Cursor, Direction, PAGE_SIZES, Page, PageRequest, Place, QueryProblem, TokenColumn,
    TokenFilter, TokenQuery, parameter,
};
use crate::ui::{PagerState, SortDirection};

/// What the URL asks for, and what of it cannot be read.
#[derive(Clone, Copy)]
pub struct Address {
    /// The query.
    pub query: Signal<TokenQuery>,
    /// What cannot be read.
    pub problems: Signal<Vec<QueryProblem>>,
}

/// Reads the URL.
pub fn use_address() -> Address {
    let map = use_query_map();
    let parsed = Memo::new(move |_| map.with(|map| TokenQuery::parse(|name| map.get(name))));
    let query = Memo::new(move |_| parsed.with(|(query, _)| query.clone()));
    let problems = Memo::new(move |_| parsed.with(|(_, problems)| problems.clone()));
    Address {
        query: query.into(),
        problems: problems.into(),
    }
}

/// The address of `query`.
pub fn href(query: &TokenQuery) -> String {
    format!("{}{}", paths::TOKENS, query.to_query_string())
}

/// The address of what the filter form says, with the order and the length of
/// page of `query`. What was typed is kept as it is: if it cannot be read, the
/// page says so.
pub fn filtered_href(status: &str, from: &str, until: &str, query: &TokenQuery) -> String {
    let typed = [
        (parameter::STATUS, status),
        (parameter::FROM, from),
        (parameter::UNTIL, until),
    ];
    let unfiltered = without_filter(query).to_parameters();
    let pairs: Vec<String> = typed
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .chain(
            unfiltered
                .iter()
                .map(|(name, value)| (*name, value.as_str())),
        )
        .map(|(name, value)| format!("{name}={}", escape(value.trim())))
        .collect();
    if pairs.is_empty() {
        paths::TOKENS.to_owned()
    } else {
        format!("{}?{}", paths::TOKENS, pairs.join("&"))
    }
}

/// `query` on its first page, with every token.
pub fn without_filter(query: &TokenQuery) -> TokenQuery {
    TokenQuery {
        filter: TokenFilter::default(),
        ..query.clone()
    }
    .on_first_page()
}

/// Which way `column` orders the table of `query`.
pub fn direction(query: &TokenQuery, column: TokenColumn) -> Option<SortDirection> {
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

/// The pager of the table of tokens.
pub fn token_pager<Row>(page: &Page<Row>, query: &TokenQuery) -> PagerState {
    pager(page, &query.page, |page| {
        href(&TokenQuery {
            page,
            ..query.clone()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::table::TokenSort;

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

    #[test]
    fn a_filter_keeps_the_order_and_leaves_the_page() {
        let query = TokenQuery {
            sort: TokenSort {
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
            filtered_href("active", "", "2024-01-31", &query),
            "/administracion/token-virtual?estado=active&hasta=2024-01-31&orden=serie&filas=25"
        );
    }

    #[test]
    fn what_was_typed_stays_in_the_address_and_cannot_break_out_of_it() {
        assert_eq!(
            filtered_href("a&b=c", "", "", &TokenQuery::default()),
            "/administracion/token-virtual?estado=a%26b%3Dc"
        );
        assert_eq!(
            filtered_href("", " ", "", &TokenQuery::default()),
            "/administracion/token-virtual"
        );
    }

    #[test]
    fn the_first_page_leads_only_forward() {
        let state = token_pager(&page(1, 30), &TokenQuery::default());
        assert_eq!((state.from, state.to, state.pages), (1, 10, 3));
        assert_eq!((state.first, state.previous), (None, None));
        assert!(state.next.is_some() && state.last.is_some());
    }

    #[test]
    fn a_short_table_offers_no_lengths_of_page() {
        let state = token_pager(&page(1, 5), &TokenQuery::default());
        assert!(state.sizes.is_empty());
    }
}
