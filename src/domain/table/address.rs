//! A query as a URL writes it.

use serde::{Deserialize, Serialize};

use super::page::{Cursor, PAGE_SIZES, PageRequest, Place};
use super::query::{TokenFilter, TokenQuery};
use super::sort::{Direction, TokenColumn, TokenSort};
use crate::domain::time::Day;
use crate::domain::token::TokenStatus;

/// A part of a URL's query that cannot be read; the rest is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueryProblem {
    /// The state is not one the table has.
    Status,
    /// The first day of the range is not a date.
    From,
    /// The last day of the range is not a date.
    Until,
    /// The range ends before it begins.
    RangeReversed,
    /// The column or its direction is not one the table has.
    Sort,
    /// The page is not one the table can find.
    Page,
    /// The page's length is not one of [`PAGE_SIZES`].
    Size,
}

/// The names of the query's parts in the URL.
pub mod parameter {
    /// The state to show.
    pub const STATUS: &str = "estado";
    /// The first day.
    pub const FROM: &str = "desde";
    /// The last day.
    pub const UNTIL: &str = "hasta";
    /// The column, with `-` before it when descending.
    pub const SORT: &str = "orden";
    /// The page's number.
    pub const PAGE: &str = "pagina";
    /// The row before the page.
    pub const AFTER: &str = "despues";
    /// The row after the page.
    pub const BEFORE: &str = "antes";
    /// `1` for the last page.
    pub const LAST: &str = "ultima";
    /// The page's length.
    pub const SIZE: &str = "filas";
}

impl TokenQuery {
    /// Reads a URL's query through `get`, which answers a parameter's value.
    ///
    /// What cannot be read is told and left at its default; nothing is refused
    /// whole, so that a mistyped link still shows a table.
    pub fn parse(get: impl Fn(&str) -> Option<String>) -> (Self, Vec<QueryProblem>) {
        let get = |name: &str| {
            get(name)
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
        };
        let mut problems = Vec::new();
        let mut read =
            |value: Option<String>, problem: QueryProblem, valid: &dyn Fn(&str) -> bool| {
                value.filter(|text| {
                    valid(text) || {
                        problems.push(problem);
                        false
                    }
                })
            };
        let status = read(get(parameter::STATUS), QueryProblem::Status, &|text| {
            held_status(text).is_some()
        });
        let from = read(get(parameter::FROM), QueryProblem::From, &|text| {
            Day::parse(text).is_some()
        });
        let until = read(get(parameter::UNTIL), QueryProblem::Until, &|text| {
            Day::parse(text).is_some()
        });
        let sort = read(get(parameter::SORT), QueryProblem::Sort, &|text| {
            parse_sort(text).is_some()
        });
        let size = read(get(parameter::SIZE), QueryProblem::Size, &|text| {
            parse_size(text).is_some()
        });
        let mut filter = TokenFilter {
            status: status.as_deref().and_then(held_status),
            updated_from: from.as_deref().and_then(Day::parse),
            updated_until: until.as_deref().and_then(Day::parse),
        };
        if let (Some(from), Some(until)) = (filter.updated_from, filter.updated_until)
            && until < from
        {
            problems.push(QueryProblem::RangeReversed);
            filter.updated_from = None;
            filter.updated_until = None;
        }
        let (place, number) = parse_place(&get).unwrap_or_else(|| {
            problems.push(QueryProblem::Page);
            (Place::First, 1)
        });
        let page = PageRequest {
            place,
            number,
            size: size
                .as_deref()
                .and_then(parse_size)
                .unwrap_or(PAGE_SIZES[0]),
        };
        (
            Self {
                filter,
                sort: sort.as_deref().and_then(parse_sort).unwrap_or_default(),
                page,
            },
            problems,
        )
    }

    /// The query as a URL writes it, without what is at its default: the same
    /// table always has the same link.
    pub fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        if let Some(status) = self.filter.status {
            parameters.push((parameter::STATUS, status.code().to_owned()));
        }
        if let Some(day) = self.filter.updated_from {
            parameters.push((parameter::FROM, day.to_iso()));
        }
        if let Some(day) = self.filter.updated_until {
            parameters.push((parameter::UNTIL, day.to_iso()));
        }
        if self.sort != TokenSort::default() {
            let sign = if self.sort.direction == Direction::Descending {
                "-"
            } else {
                ""
            };
            parameters.push((
                parameter::SORT,
                format!("{sign}{}", self.sort.column.code()),
            ));
        }
        if self.page.size != PAGE_SIZES[0] {
            parameters.push((parameter::SIZE, self.page.size.to_string()));
        }
        match &self.page.place {
            Place::First => {}
            Place::Last => parameters.push((parameter::LAST, "1".to_owned())),
            Place::After(cursor) => parameters.push((parameter::AFTER, cursor.to_text())),
            Place::Before(cursor) => parameters.push((parameter::BEFORE, cursor.to_text())),
        }
        if matches!(self.page.place, Place::After(_) | Place::Before(_)) {
            parameters.push((parameter::PAGE, self.page.number.to_string()));
        }
        parameters
    }

    /// The query as the part of a URL after the path: empty, or `?` and the
    /// parameters. Their values are made of letters, digits, `-` and `_`, which
    /// need no escape.
    pub fn to_query_string(&self) -> String {
        let pairs: Vec<String> = self
            .to_parameters()
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    }
}

fn held_status(text: &str) -> Option<TokenStatus> {
    TokenStatus::from_code(text).filter(|status| TokenStatus::HELD.contains(status))
}

fn parse_sort(text: &str) -> Option<TokenSort> {
    let (name, direction) = match text.strip_prefix('-') {
        Some(name) => (name, Direction::Descending),
        None => (text, Direction::Ascending),
    };
    let column = TokenColumn::ALL
        .into_iter()
        .find(|column| column.code() == name)?;
    Some(TokenSort { column, direction })
}

fn parse_size(text: &str) -> Option<u16> {
    text.parse().ok().filter(|size| PAGE_SIZES.contains(size))
}

fn parse_place(get: &impl Fn(&str) -> Option<String>) -> Option<(Place, u64)> {
    let number = match get(parameter::PAGE) {
        Some(text) => text
            .parse()
            .ok()
            .filter(|number| (1..=u64::from(u32::MAX)).contains(number))?,
        None => 1,
    };
    match (
        get(parameter::AFTER),
        get(parameter::BEFORE),
        get(parameter::LAST),
    ) {
        (Some(after), None, None) if number > 1 => {
            Some((Place::After(Cursor::parse(&after)?), number))
        }
        (None, Some(before), None) => Some((Place::Before(Cursor::parse(&before)?), number)),
        (None, None, Some(_)) => Some((Place::Last, 1)),
        (None, None, None) if number == 1 => Some((Place::First, 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    fn parse(pairs: &[(&str, &str)]) -> (TokenQuery, Vec<QueryProblem>) {
        let map: HashMap<_, _> = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        TokenQuery::parse(|name| map.get(name).cloned())
    }

    #[test]
    fn an_empty_url_is_the_table_as_it_opens() {
        let (query, problems) = parse(&[]);
        assert_eq!(query, TokenQuery::default());
        assert_eq!(problems, []);
        assert_eq!(query.to_query_string(), "");
    }

    #[test]
    fn nonsense_is_told_and_the_rest_is_kept() {
        let (query, problems) = parse(&[
            ("estado", "volando"),
            ("desde", "ayer"),
            ("orden", "-serie"),
            ("filas", "7"),
            ("pagina", "-3"),
        ]);
        assert_eq!(
            problems,
            [
                QueryProblem::Status,
                QueryProblem::From,
                QueryProblem::Size,
                QueryProblem::Page
            ]
        );
        assert_eq!(
            query.sort,
            TokenSort {
                column: TokenColumn::Serial,
                direction: Direction::Descending
            }
        );
        assert_eq!(query.filter, TokenFilter::default());
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_told() {
        let (query, problems) = parse(&[("desde", "2024-02-01"), ("hasta", "2024-01-01")]);
        assert_eq!(problems, [QueryProblem::RangeReversed]);
        assert_eq!(query.filter, TokenFilter::default());
    }

    #[test]
    fn a_state_that_the_table_never_lists_is_not_a_filter() {
        assert_eq!(parse(&[("estado", "retired")]).1, [QueryProblem::Status]);
    }

    fn any_query() -> impl Strategy<Value = TokenQuery> {
        let day = || prop::option::of((10_000_i64..30_000).prop_map(Day::from_count));
        let cursor = ("[ -~]{0,12}", "[0-9a-f-]{1,36}").prop_map(|(key, id)| Cursor { key, id });
        let page = prop_oneof![
            Just((Place::First, 1)),
            Just((Place::Last, 1)),
            (cursor.clone(), 2_u64..1_000_000)
                .prop_map(|(cursor, number)| (Place::After(cursor), number)),
            (cursor, 1_u64..1_000_000).prop_map(|(cursor, number)| (Place::Before(cursor), number)),
        ];
        (
            prop::option::of(prop::sample::select(TokenStatus::HELD.to_vec())),
            day(),
            day(),
            prop::sample::select(TokenColumn::ALL.to_vec()),
            any::<bool>(),
            page,
            prop::sample::select(PAGE_SIZES.to_vec()),
        )
            .prop_filter("a range runs forward", |(_, from, until, ..)| {
                from.zip(*until).is_none_or(|(a, b)| a <= b)
            })
            .prop_map(
                |(
                    status,
                    updated_from,
                    updated_until,
                    column,
                    ascending,
                    (place, number),
                    size,
                )| TokenQuery {
                    filter: TokenFilter {
                        status,
                        updated_from,
                        updated_until,
                    },
                    sort: TokenSort {
                        column,
                        direction: if ascending {
                            Direction::Ascending
                        } else {
                            Direction::Descending
                        },
                    },
                    page: PageRequest {
                        place,
                        number,
                        size,
                    },
                },
            )
    }

    proptest! {
        #[test]
        fn a_link_shows_the_table_it_was_copied_from(query in any_query()) {
            let pairs = query.to_parameters();
            let (read, problems) = TokenQuery::parse(|name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
            });
            prop_assert_eq!(problems, []);
            prop_assert_eq!(read, query);
        }

        #[test]
        fn no_url_makes_the_parser_panic(values in prop::collection::vec(".{0,20}", 9)) {
            let names = ["estado", "desde", "hasta", "orden", "pagina", "despues", "antes", "ultima", "filas"];
            let _ = TokenQuery::parse(|name| names.iter().position(|known| *known == name).map(|at| values[at].clone()));
        }
    }
}
