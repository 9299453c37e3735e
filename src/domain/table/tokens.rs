//! The table of virtual tokens.

use serde::{Deserialize, Serialize};

use super::address::{QueryProblem, Reader, TableFilter, parameter};
use super::query::TableQuery;
use super::sort::{Direction, Sort, TableColumn};
use crate::domain::time::Day;
use crate::domain::token::TokenStatus;

/// A query of the table of tokens.
pub type TokenQuery = TableQuery<TokenFilter, TokenColumn>;

/// How the table of tokens is sorted.
pub type TokenSort = Sort<TokenColumn>;

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

impl TokenFilter {
    /// Those in one status.
    pub fn in_status(status: TokenStatus) -> Self {
        Self {
            status: Some(status),
            ..Self::default()
        }
    }
}

impl TableFilter for TokenFilter {
    fn read(reader: &mut Reader<'_>) -> Self {
        let status = reader.read(parameter::STATUS, QueryProblem::Status, held_status);
        let (updated_from, updated_until) = reader.days();
        Self {
            status,
            updated_from,
            updated_until,
        }
    }

    fn write(&self) -> Vec<(&'static str, String)> {
        let day = |name, day: Option<Day>| day.map(|day| (name, day.to_iso()));
        let status = self
            .status
            .map(|status| (parameter::STATUS, status.code().to_owned()));
        [
            status,
            day(parameter::FROM, self.updated_from),
            day(parameter::UNTIL, self.updated_until),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn held_status(text: &str) -> Option<TokenStatus> {
    TokenStatus::from_code(text).filter(|status| TokenStatus::HELD.contains(status))
}

/// A column by which the table of tokens can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenColumn {
    /// When it was given to its holder: the order the table opens with, newest
    /// first.
    AssignedAt,
    /// *Nombre Usuario*.
    Username,
    /// *Número de Serie*.
    Serial,
    /// *Última Actualización*.
    UpdatedAt,
    /// *Estados*.
    Status,
}

impl TokenColumn {
    /// Every column.
    pub const ALL: [Self; 5] = [
        Self::AssignedAt,
        Self::Username,
        Self::Serial,
        Self::UpdatedAt,
        Self::Status,
    ];

    /// The word that stands for it in the URL.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AssignedAt => "asignacion",
            Self::Username => "usuario",
            Self::Serial => "serie",
            Self::UpdatedAt => "actualizacion",
            Self::Status => "estado",
        }
    }
}

impl TableColumn for TokenColumn {
    const COLUMNS: &'static [Self] = &Self::ALL;
    const OPENING: Sort<Self> = Sort {
        column: Self::AssignedAt,
        direction: Direction::Descending,
    };

    fn word(self) -> &'static str {
        self.code()
    }
}
