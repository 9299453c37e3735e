//! In which order a table shows its rows.

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

/// How the table of tokens is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TokenSort {
    /// By which column.
    pub column: TokenColumn,
    /// Which way.
    pub direction: Direction,
}

impl Default for TokenSort {
    fn default() -> Self {
        Self {
            column: TokenColumn::AssignedAt,
            direction: Direction::Descending,
        }
    }
}
