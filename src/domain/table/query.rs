//! Which tokens the table shows, in which order, and which page of them.

use serde::{Deserialize, Serialize};

use super::page::{PageRequest, Place};
use super::sort::{Direction, TokenColumn, TokenSort};
use crate::domain::time::Day;
use crate::domain::token::TokenStatus;

/// Which tokens the table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TokenFilter {
    /// Only those in this status.
    pub status: Option<TokenStatus>,
    /// Only those last updated on this day or later.
    pub updated_from: Option<Day>,
    /// Only those last updated on this day or earlier.
    pub updated_until: Option<Day>,
}

/// A query of the table of tokens: what the URL says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TokenQuery {
    /// Which tokens.
    pub filter: TokenFilter,
    /// In which order.
    pub sort: TokenSort,
    /// Which page of them.
    pub page: PageRequest,
}

impl TokenQuery {
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

    /// The same query sorted by `column`: the other way if it was sorted by it
    /// already, from the smallest otherwise; on the first page.
    pub fn sorted_by(self, column: TokenColumn) -> Self {
        let direction = if self.sort.column == column {
            self.sort.direction.reversed()
        } else {
            Direction::Ascending
        };
        Self {
            sort: TokenSort { column, direction },
            ..self
        }
        .on_first_page()
    }
}
