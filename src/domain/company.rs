//! A company: the tenant to which every row belongs.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::id::CompanyId;

/// Whether a company may use the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompanyStatus {
    /// It works.
    Active,
    /// The bank suspended it: nobody of it can sign in.
    Suspended,
}

impl CompanyStatus {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Active, Self::Suspended];

    /// The word that stands for it in the store and in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }

    /// The status that such a word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// Whose company it is. It never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompanyKind {
    /// A customer's: one whose administrators hand tokens to its users.
    Customer,
    /// The bank's own, the one in which its operators are. There is one at most.
    Bank,
}

impl CompanyKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Customer, Self::Bank];

    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Bank => "bank",
        }
    }

    /// The kind that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How many administrators must confirm an operation ("control dual").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approvals {
    /// The one who asked.
    One,
    /// The one who asked and a second one.
    Two,
}

impl Approvals {
    /// How many they are.
    pub const fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    /// The setting with this number.
    pub const fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::One),
            2 => Some(Self::Two),
            _ => None,
        }
    }

    /// The one of both that asks for more: a setting that changes while a
    /// request waits never takes an approval away from it (ADR 17).
    pub const fn stricter(self, other: Self) -> Self {
        match (self, other) {
            (Self::One, Self::One) => Self::One,
            _ => Self::Two,
        }
    }
}

/// For how many days a confirmation of contact data holds unless a company is
/// set up otherwise (DESIGN §3).
pub const DEFAULT_CONTACT_PERIOD_DAYS: u32 = 365;

/// A company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Its name inside Llavero.
    pub id: CompanyId,
    /// Whose it is.
    pub kind: CompanyKind,
    /// The word its people sign in with: lower case, unique across the bank.
    pub slug: String,
    /// Its name on the screen.
    pub name: String,
    /// Whether it may use the service.
    pub status: CompanyStatus,
    /// For how many days a confirmation of contact data holds (DESIGN §3:
    /// 365 by default).
    pub contact_period_days: u32,
    /// How many administrators must confirm an operation.
    pub approvals: Approvals,
    /// Grows by one with each change.
    pub version: i64,
}

impl Company {
    /// For how long a confirmation of contact data holds.
    pub fn contact_period(&self) -> Duration {
        Duration::from_secs(u64::from(self.contact_period_days) * 86_400)
    }
}
