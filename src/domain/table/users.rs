//! The table of users.

use serde::{Deserialize, Serialize};

use super::address::{QueryProblem, Reader, TableFilter, parameter};
use super::query::TableQuery;
use super::sort::{Direction, Sort, TableColumn};
use crate::domain::user::{Role, UserStatus};

/// A query of the table of users.
pub type UserQuery = TableQuery<UserFilter, UserColumn>;

/// Which users the table shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UserFilter {
    /// Only those whose username, name or e-mail holds this; empty for all.
    pub search: String,
    /// Only those with this status.
    pub status: Option<UserStatus>,
    /// Only those with this role.
    pub role: Option<Role>,
    /// Only those whose contact data stand like this.
    pub contact: Option<ContactFilter>,
    /// Only those with a live virtual token, or only those without.
    pub token: Option<TokenHolding>,
}

/// How a user's contact data stand, as far as the table filters by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactFilter {
    /// There, and confirmed within the company's period.
    Fresh,
    /// Never confirmed, or too long ago.
    Stale,
    /// E-mail or mobile is missing.
    Missing,
}

impl ContactFilter {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Fresh, Self::Stale, Self::Missing];

    /// The word that stands for it in the URL.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fresh => "vigentes",
            Self::Stale => "vencidos",
            Self::Missing => "incompletos",
        }
    }
}

/// Whether a user holds a live virtual token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenHolding {
    /// They do.
    With,
    /// They do not.
    Without,
}

impl TokenHolding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::With, Self::Without];

    /// The word that stands for it in the URL.
    pub const fn code(self) -> &'static str {
        match self {
            Self::With => "con",
            Self::Without => "sin",
        }
    }
}

impl UserFilter {
    /// Whose contact data wait to be confirmed: *Inicio* counts them and leads to
    /// them.
    pub fn to_confirm() -> Self {
        Self {
            status: Some(UserStatus::Active),
            role: Some(Role::Member),
            contact: Some(ContactFilter::Stale),
            ..Self::default()
        }
    }

    /// The roles that a company's table has.
    pub const ROLES: [Role; 3] = [Role::Admin, Role::Member, Role::Auditor];
}

impl TableFilter for UserFilter {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            search: reader.search(),
            status: reader.read(
                parameter::STATUS,
                QueryProblem::Status,
                UserStatus::from_code,
            ),
            role: reader.read(parameter::ROLE, QueryProblem::Role, |text| {
                Role::from_code(text).filter(|role| Self::ROLES.contains(role))
            }),
            contact: reader.read(parameter::CONTACT, QueryProblem::Contact, |text| {
                ContactFilter::ALL
                    .into_iter()
                    .find(|kind| kind.code() == text)
            }),
            token: reader.read(parameter::TOKEN, QueryProblem::Token, |text| {
                TokenHolding::ALL
                    .into_iter()
                    .find(|kind| kind.code() == text)
            }),
        }
    }

    fn write(&self) -> Vec<(&'static str, String)> {
        let search = (!self.search.is_empty()).then(|| self.search.clone());
        let words = [
            (parameter::STATUS, self.status.map(UserStatus::code)),
            (parameter::ROLE, self.role.map(Role::code)),
            (parameter::CONTACT, self.contact.map(ContactFilter::code)),
            (parameter::TOKEN, self.token.map(TokenHolding::code)),
        ];
        search
            .map(|search| (parameter::SEARCH, search))
            .into_iter()
            .chain(
                words
                    .into_iter()
                    .filter_map(|(name, word)| Some((name, word?.to_owned()))),
            )
            .collect()
    }
}

/// A column by which the table of users can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserColumn {
    /// *Usuario*: the order the table opens with.
    Username,
    /// *Nombre*.
    FullName,
    /// *Rol*.
    Role,
    /// *Estado*.
    Status,
    /// *Datos*: when they were last confirmed, never first.
    ConfirmedAt,
}

impl UserColumn {
    /// Every column.
    pub const ALL: [Self; 5] = [
        Self::Username,
        Self::FullName,
        Self::Role,
        Self::Status,
        Self::ConfirmedAt,
    ];
}

impl TableColumn for UserColumn {
    const COLUMNS: &'static [Self] = &Self::ALL;
    const OPENING: Sort<Self> = Sort {
        column: Self::Username,
        direction: Direction::Ascending,
    };

    fn word(self) -> &'static str {
        match self {
            Self::Username => "usuario",
            Self::FullName => "nombre",
            Self::Role => "rol",
            Self::Status => "estado",
            Self::ConfirmedAt => "datos",
        }
    }
}
