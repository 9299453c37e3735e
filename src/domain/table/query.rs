//! Which rows a table shows, in which order, and which page of them.

use serde::{Deserialize, Serialize};

use super::page::{PageRequest, Place};
use super::sort::{Direction, Sort, TableColumn};

/// A query of a table: what the URL says. `F` says which rows there are, `C`
/// which columns order them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(
    serialize = "F: Serialize, C: Serialize",
    deserialize = "F: Deserialize<'de>, C: Deserialize<'de>"
))]
pub struct TableQuery<F, C: TableColumn> {
    /// Which rows.
    pub filter: F,
    /// In which order.
    pub sort: Sort<C>,
    /// Which page of them.
    pub page: PageRequest,
}

impl<F: Default, C: TableColumn> Default for TableQuery<F, C> {
    fn default() -> Self {
        Self {
            filter: F::default(),
            sort: Sort::default(),
            page: PageRequest::default(),
        }
    }
}

impl<F, C: TableColumn> TableQuery<F, C> {
    /// The same query on its first page.
    pub fn on_first_page(self) -> Self {
        Self {
            page: PageRequest {
                place: Place::First,
                number: 1,
                ..self.page
            },
            ..self
        }
    }

    /// The same query on another page.
    pub fn on_page(self, page: PageRequest) -> Self {
        Self { page, ..self }
    }

    /// The same query sorted by `column`: the other way if it was sorted by it
    /// already, from the smallest otherwise; on the first page.
    pub fn sorted_by(self, column: C) -> Self {
        let direction = if self.sort.column == column {
            self.sort.direction.reversed()
        } else {
            Direction::Ascending
        };
        Self {
            sort: Sort { column, direction },
            ..self
        }
        .on_first_page()
    }
}

impl<F: Default, C: TableColumn> TableQuery<F, C> {
    /// The same order and length of page, with every row, from the first page.
    pub fn without_filter(self) -> Self {
        Self {
            filter: F::default(),
            ..self
        }
        .on_first_page()
    }
}
