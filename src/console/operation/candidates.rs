//! The addresses of the user search: what is searched, which page, and who is
//! chosen.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::request::Requested;
use crate::console::loaded::kept;
use crate::console::paths;
use crate::domain::table::{PageRequest, parameter, query_string};

/// The parameter that holds the search.
pub const SEARCH: &str = parameter::SEARCH;
/// The parameter that holds the chosen user.
pub const CHOSEN: &str = "usuario";

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CandidateQuery {
    /// A part of the name.
    pub search: String,
    /// The page.
    pub page: PageRequest,
}

impl CandidateQuery {
    /// Reads an address. A page that cannot be read is the first.
    pub fn parse(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            search: get(parameter::SEARCH).unwrap_or_default().trim().to_owned(),
            page: PageRequest::parse(get),
        }
    }

    /// Reads an address, unless it is that of an operation.
    fn while_choosing(get: impl Fn(&str) -> Option<String>) -> Option<Self> {
        match Requested::parse(get(paths::OPERATION).as_deref()) {
            Requested::Nothing => Some(Self::parse(get)),
            Requested::Operation(_) | Requested::Unreadable => None,
        }
    }

    /// The address of this page, with who is chosen.
    pub fn href(&self, chosen: &str) -> String {
        let typed = [(SEARCH, self.search.as_str()), (CHOSEN, chosen)];
        let pairs = typed
            .into_iter()
            .map(|(name, value)| (name, value.to_owned()))
            .filter(|(_, value)| !value.is_empty())
            .chain(self.page.to_parameters());
        format!("{}{}", paths::ASSIGN, query_string(pairs))
    }
}

/// The address of a search.
pub fn search_href(search: &str) -> String {
    CandidateQuery {
        search: search.to_owned(),
        page: PageRequest::default(),
    }
    .href("")
}

/// What the address asks for now; once it names an operation, what it asked for
/// before.
///
/// Such an address ends the step. Would the search follow it, it would change
/// signals of a view that is about to go, in the moment in which it goes: what
/// shows them could be run once more, after they are no more.
pub fn use_candidate_query() -> Signal<CandidateQuery> {
    let map = use_query_map();
    kept(CandidateQuery::default(), move || {
        map.with(|map| CandidateQuery::while_choosing(|name| map.get(name)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::table::Place;

    #[test]
    fn a_search_survives_the_address() {
        assert_eq!(
            search_href("ñandú & cía"),
            "/administracion/token-virtual/asignar?buscar=%C3%B1and%C3%BA%20%26%20c%C3%ADa"
        );
        assert_eq!(search_href(""), paths::ASSIGN);
    }

    #[test]
    fn the_chosen_user_goes_along_to_the_last_page() {
        let query = CandidateQuery {
            search: "ana".to_owned(),
            page: PageRequest {
                place: Place::Last,
                ..PageRequest::default()
            },
        };
        assert_eq!(
            query.href("7"),
            "/administracion/token-virtual/asignar?buscar=ana&usuario=7&ultima=1"
        );
    }

    #[test]
    fn the_address_of_an_operation_does_not_clear_the_search() {
        let read = |name: &str, value: &str| {
            CandidateQuery::while_choosing(|asked| (asked == name).then(|| value.to_owned()))
        };
        assert_eq!(read(paths::OPERATION, "018f"), None);
        assert_eq!(read(paths::OPERATION, " "), Some(CandidateQuery::default()));
        let search = read(SEARCH, "ana").map(|query| query.search);
        assert_eq!(search.as_deref(), Some("ana"));
    }

    #[test]
    fn the_filters_of_the_other_table_mean_nothing_here() {
        let query = CandidateQuery::parse(|name| Some(name.to_owned()).filter(|n| n == "estado"));
        assert_eq!(query, CandidateQuery::default());
    }
}
