use crate::domain::table::{TokenColumn, TokenQuery};
use crate::store::statement::Key;

/// The column that the rows are in the order of; the token's name decides
/// between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    AssignedAt,
    Holder,
    Serial,
    UpdatedAt,
    Status,
    /// By the name alone: the order by status when all have the same.
    Name,
}

impl Order {
    pub(super) const fn of(query: &TokenQuery) -> Self {
        match query.sort.column {
            TokenColumn::AssignedAt => Self::AssignedAt,
            TokenColumn::Username => Self::Holder,
            TokenColumn::Serial => Self::Serial,
            TokenColumn::UpdatedAt => Self::UpdatedAt,
            TokenColumn::Status if query.filter.status.is_some() => Self::Name,
            TokenColumn::Status => Self::Status,
        }
    }

    /// The column's name in the database.
    pub(super) const fn column(self) -> &'static str {
        match self {
            Self::AssignedAt => "assigned_at",
            Self::Holder => "holder_key",
            Self::Serial => "serial",
            Self::UpdatedAt => "updated_at",
            Self::Status => "status_rank",
            Self::Name => "id",
        }
    }

    /// Reads a cursor's key; `None` when no row has such a one.
    pub(super) fn key(self, text: &str) -> Option<Key> {
        match self {
            Self::Holder | Self::Name => (!text.contains('\0')).then(|| Key::Text(text.to_owned())),
            _ => text.parse().ok().map(Key::Number),
        }
    }
}
