//! A query as a URL writes it.

use serde::{Deserialize, Serialize};

use super::page::{Cursor, PAGE_SIZES, PageRequest, Place};
use super::query::TableQuery;
use super::sort::{Direction, Sort, TableColumn};
use crate::domain::time::Day;

/// A part of a URL's query that cannot be read; the rest is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueryProblem {
    /// The search is too long.
    Search,
    /// The state is not one the table has.
    Status,
    /// The role is not one the table has.
    Role,
    /// How contact data stand is not one the table has.
    Contact,
    /// The channel is not one that messages go by.
    Channel,
    /// The company's word is too long.
    Company,
    /// Neither with a token nor without.
    Token,
    /// The kind of action is not one the log has.
    Action,
    /// What became of it is nothing that the log has.
    Outcome,
    /// The serial is none.
    Serial,
    /// The operation's name is none.
    Operation,
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

/// The most characters of a search.
pub const LONGEST_SEARCH: usize = 100;

/// The names of the query's parts in the URL.
pub mod parameter {
    /// What is searched.
    pub const SEARCH: &str = "buscar";
    /// The state to show.
    pub const STATUS: &str = "estado";
    /// The role to show.
    pub const ROLE: &str = "rol";
    /// How contact data stand.
    pub const CONTACT: &str = "datos";
    /// The channel of messages.
    pub const CHANNEL: &str = "canal";
    /// The word that a company signs in with.
    pub const COMPANY: &str = "empresa";
    /// With a token or without.
    pub const TOKEN: &str = "token";
    /// Who did it.
    pub const WHO: &str = "quien";
    /// The kind of action.
    pub const ACTION: &str = "accion";
    /// What became of it.
    pub const OUTCOME: &str = "resultado";
    /// A token's serial.
    pub const SERIAL: &str = "serie";
    /// The user it is about.
    pub const USER: &str = "usuario";
    /// The operation it was part of.
    pub const OPERATION: &str = "solicitud";
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

/// What says which rows a table shows, as a URL writes it.
pub trait TableFilter: Default {
    /// Reads it from a URL; what cannot be read is told and left out.
    fn read(reader: &mut Reader<'_>) -> Self;

    /// Its parameters, without what is at its default.
    fn write(&self) -> Vec<(&'static str, String)>;
}

/// Reads a URL's query and gathers what of it cannot be read.
pub struct Reader<'u> {
    get: &'u dyn Fn(&str) -> Option<String>,
    problems: Vec<QueryProblem>,
}

impl<'u> Reader<'u> {
    fn of(get: &'u dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            get,
            problems: Vec::new(),
        }
    }

    /// A parameter's value through `parse`; `None` when it is not there, and
    /// told as `problem` when it cannot be read.
    pub fn read<T>(
        &mut self,
        name: &str,
        problem: QueryProblem,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parse(&self.text(name)?);
        if value.is_none() {
            self.tell(problem);
        }
        value
    }

    /// What is searched; empty for nothing.
    pub fn search(&mut self) -> String {
        self.search_in(parameter::SEARCH)
    }

    /// The same in a parameter of another name.
    pub fn search_in(&mut self, name: &str) -> String {
        let short = |text: &str| (text.chars().count() <= LONGEST_SEARCH).then(|| text.to_owned());
        self.read(name, QueryProblem::Search, short)
            .unwrap_or_default()
    }

    /// A range of days; one that ends before it begins is told and left out.
    pub fn days(&mut self) -> (Option<Day>, Option<Day>) {
        let from = self.read(parameter::FROM, QueryProblem::From, Day::parse);
        let until = self.read(parameter::UNTIL, QueryProblem::Until, Day::parse);
        if let (Some(first), Some(last)) = (from, until)
            && last < first
        {
            self.tell(QueryProblem::RangeReversed);
            return (None, None);
        }
        (from, until)
    }

    /// Tells something that cannot be.
    pub fn tell(&mut self, problem: QueryProblem) {
        self.problems.push(problem);
    }

    fn text(&self, name: &str) -> Option<String> {
        (self.get)(name)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    }

    fn page(&mut self) -> PageRequest {
        let size = self.read(parameter::SIZE, QueryProblem::Size, parse_size);
        let (place, number) = self.place().unwrap_or_else(|| {
            self.tell(QueryProblem::Page);
            (Place::First, 1)
        });
        PageRequest {
            place,
            number,
            size: size.unwrap_or(PAGE_SIZES[0]),
        }
    }

    fn place(&self) -> Option<(Place, u64)> {
        let number = match self.text(parameter::PAGE) {
            Some(text) => text
                .parse()
                .ok()
                .filter(|number| (1..=u64::from(u32::MAX)).contains(number))?,
            None => 1,
        };
        match (
            self.text(parameter::AFTER),
            self.text(parameter::BEFORE),
            self.text(parameter::LAST),
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
}

impl PageRequest {
    /// Reads the page alone, for lists without filters or columns. A page that
    /// cannot be read is the first.
    pub fn parse(get: impl Fn(&str) -> Option<String>) -> Self {
        Reader::of(&get).page()
    }

    /// The page as a URL writes it, without what is at its default.
    pub fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        if self.size != PAGE_SIZES[0] {
            parameters.push((parameter::SIZE, self.size.to_string()));
        }
        match &self.place {
            Place::First => {}
            Place::Last => parameters.push((parameter::LAST, "1".to_owned())),
            Place::After(cursor) => parameters.push((parameter::AFTER, cursor.to_text())),
            Place::Before(cursor) => parameters.push((parameter::BEFORE, cursor.to_text())),
        }
        if matches!(self.place, Place::After(_) | Place::Before(_)) {
            parameters.push((parameter::PAGE, self.number.to_string()));
        }
        parameters
    }
}

impl<F: TableFilter, C: TableColumn> TableQuery<F, C> {
    /// Reads a URL's query through `get`, which answers a parameter's value.
    ///
    /// What cannot be read is told and left at its default; nothing is refused
    /// whole, so that a mistyped link still shows a table.
    pub fn parse(get: impl Fn(&str) -> Option<String>) -> (Self, Vec<QueryProblem>) {
        let mut reader = Reader::of(&get);
        let query = Self {
            filter: F::read(&mut reader),
            sort: reader
                .read(parameter::SORT, QueryProblem::Sort, parse_sort)
                .unwrap_or_default(),
            page: reader.page(),
        };
        (query, reader.problems)
    }

    /// The query as a URL writes it, without what is at its default: the same
    /// table always has the same link.
    pub fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = self.filter.write();
        if self.sort != Sort::default() {
            let sign = if self.sort.direction == Direction::Descending {
                "-"
            } else {
                ""
            };
            parameters.push((
                parameter::SORT,
                format!("{sign}{}", self.sort.column.word()),
            ));
        }
        parameters.extend(self.page.to_parameters());
        parameters
    }

    /// The query as the part of a URL after the path: empty, or `?` and the
    /// parameters.
    pub fn to_query_string(&self) -> String {
        query_string(self.to_parameters())
    }
}

/// Parameters as the part of a URL after the path: empty, or `?` and each of
/// them with its value escaped.
pub fn query_string(
    parameters: impl IntoIterator<Item = (&'static str, impl AsRef<str>)>,
) -> String {
    let pairs: Vec<String> = parameters
        .into_iter()
        .map(|(name, value)| format!("{name}={}", escape(value.as_ref())))
        .collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}

/// Percent-encodes all but RFC 3986 §2.3's unreserved characters and `/`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

fn parse_sort<C: TableColumn>(text: &str) -> Option<Sort<C>> {
    let (name, direction) = match text.strip_prefix('-') {
        Some(name) => (name, Direction::Descending),
        None => (text, Direction::Ascending),
    };
    let column = C::COLUMNS
        .iter()
        .copied()
        .find(|column| column.word() == name)?;
    Some(Sort { column, direction })
}

fn parse_size(text: &str) -> Option<u16> {
    text.parse().ok().filter(|size| PAGE_SIZES.contains(size))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::table::{
        ContactFilter, TokenColumn, TokenFilter, TokenHolding, TokenQuery, TokenSort, UserFilter,
        UserQuery,
    };
    use crate::domain::token::TokenStatus;
    use crate::domain::user::{Role, UserStatus};

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

        #[test]
        fn a_link_shows_the_users_it_was_copied_from(query in any_user_query()) {
            let pairs = query.to_parameters();
            let (read, problems) = UserQuery::parse(|name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
            });
            prop_assert_eq!(problems, []);
            prop_assert_eq!(read, query);
        }
    }

    fn any_user_query() -> impl Strategy<Value = UserQuery> {
        let search = "[a-zñ&=%+@. ]{0,20}".prop_map(|text| text.trim().to_owned());
        let filter = (
            search,
            prop::option::of(prop::sample::select(UserStatus::ALL.to_vec())),
            prop::option::of(prop::sample::select(UserFilter::ROLES.to_vec())),
            prop::option::of(prop::sample::select(ContactFilter::ALL.to_vec())),
            prop::option::of(prop::sample::select(TokenHolding::ALL.to_vec())),
        );
        (filter, 0..5_usize, any::<bool>()).prop_map(
            |((search, status, role, contact, token), column, ascending)| UserQuery {
                filter: UserFilter {
                    search,
                    status,
                    role,
                    contact,
                    token,
                },
                sort: Sort {
                    column: crate::domain::table::UserColumn::ALL[column],
                    direction: if ascending {
                        Direction::Ascending
                    } else {
                        Direction::Descending
                    },
                },
                page: PageRequest::default(),
            },
        )
    }

    #[test]
    fn a_user_of_the_bank_is_no_role_of_a_company() {
        let (query, problems) =
            UserQuery::parse(|name| (name == "rol").then(|| Role::Operator.code().to_owned()));
        assert_eq!(
            (query.filter.role, problems),
            (None, vec![QueryProblem::Role])
        );
    }
}
