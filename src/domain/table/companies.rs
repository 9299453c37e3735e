//! The bank's table of companies.

use serde::{Deserialize, Serialize};

use super::address::{QueryProblem, Reader, TableFilter, parameter};
use super::query::TableQuery;
use super::sort::{Direction, Sort, TableColumn};
use crate::domain::company::CompanyStatus;

/// A query of the table of companies.
pub type CompanyQuery = TableQuery<CompanyFilter, CompanyColumn>;

/// Which companies the table shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CompanyFilter {
    /// Only those whose name or word to sign in with holds this; empty for all.
    pub search: String,
    /// Only those with this status.
    pub status: Option<CompanyStatus>,
}

impl TableFilter for CompanyFilter {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            search: reader.search(),
            status: reader.read(
                parameter::STATUS,
                QueryProblem::Status,
                CompanyStatus::from_code,
            ),
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

/// A column by which the table of companies can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompanyColumn {
    /// *Empresa*: the order the table opens with.
    Name,
    /// *Código de empresa*.
    Slug,
    /// *Estado*.
    Status,
}

impl CompanyColumn {
    /// Every column.
    pub const ALL: [Self; 3] = [Self::Name, Self::Slug, Self::Status];
}

impl TableColumn for CompanyColumn {
    const COLUMNS: &'static [Self] = &Self::ALL;
    const OPENING: Sort<Self> = Sort {
        column: Self::Name,
        direction: Direction::Ascending,
    };

    fn word(self) -> &'static str {
        match self {
            Self::Name => "nombre",
            Self::Slug => "palabra",
            Self::Status => "estado",
        }
    }
}
