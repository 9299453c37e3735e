//! In which order a table shows its rows.

use std::fmt::Debug;

use serde::{Deserialize, Serialize};

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the smallest.
    Ascending,
    /// From the largest.
    Descending,
}

impl Direction {
    /// The other way.
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

/// A column by which a table can be sorted.
pub trait TableColumn: Debug + Copy + PartialEq + Send + Sync + 'static {
    /// Every column.
    const COLUMNS: &'static [Self];
    /// The order that the table opens with.
    const OPENING: Sort<Self>;

    /// The word that stands for it in the URL.
    fn word(self) -> &'static str;
}

/// How a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sort<C> {
    /// By which column.
    pub column: C,
    /// Which way.
    pub direction: Direction,
}

impl<C: TableColumn> Default for Sort<C> {
    fn default() -> Self {
        C::OPENING
    }
}
