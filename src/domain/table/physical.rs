//! The table of physical tokens.

use serde::{Deserialize, Serialize};

use super::address::{QueryProblem, Reader, TableFilter, parameter};
use super::query::TableQuery;
use super::sort::{Direction, Sort, TableColumn};
use crate::domain::token::TokenStatus;

/// A query of the table of physical tokens.
pub type PhysicalQuery = TableQuery<PhysicalFilter, PhysicalColumn>;

/// Which physical tokens the table shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PhysicalFilter {
    /// Only those whose holder's username or name holds this, or whose serial is
    /// this; empty for all.
    pub search: String,
    /// Only those in this status.
    pub status: Option<TokenStatus>,
}

impl PhysicalFilter {
    /// The statuses that a physical token can have.
    pub const STATUSES: [TokenStatus; 2] = [TokenStatus::Active, TokenStatus::Disabled];
}

impl TableFilter for PhysicalFilter {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            search: reader.search(),
            status: reader.read(parameter::STATUS, QueryProblem::Status, |text| {
                TokenStatus::from_code(text).filter(|status| Self::STATUSES.contains(status))
            }),
        }
    }

    fn write(&self) -> Vec<(&'static str, String)> {
        let search = (!self.search.is_empty()).then(|| (parameter::SEARCH, self.search.clone()));
        let status = self
            .status
            .map(|status| (parameter::STATUS, status.code().to_owned()));
        search.into_iter().chain(status).collect()
    }
}

/// A column by which the table of physical tokens can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhysicalColumn {
    /// *Nombre Usuario*: the order the table opens with.
    Username,
    /// *Número de Serie*.
    Serial,
    /// *Última Actualización*.
    UpdatedAt,
    /// *Estados*.
    Status,
}

impl PhysicalColumn {
    /// Every column.
    pub const ALL: [Self; 4] = [Self::Username, Self::Serial, Self::UpdatedAt, Self::Status];
}

impl TableColumn for PhysicalColumn {
    const COLUMNS: &'static [Self] = &Self::ALL;
    const OPENING: Sort<Self> = Sort {
        column: Self::Username,
        direction: Direction::Ascending,
    };

    fn word(self) -> &'static str {
        match self {
            Self::Username => "usuario",
            Self::Serial => "serie",
            Self::UpdatedAt => "actualizacion",
            Self::Status => "estado",
        }
    }
}
