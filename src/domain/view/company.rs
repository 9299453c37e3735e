use serde::{Deserialize, Serialize};

use super::password_link::PasswordStanding;
use super::token::Stock;
use crate::domain::company::{Approvals, CompanyStatus};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::serial::Serial;
use crate::domain::token::TokenStatus;
use crate::domain::user::{Role, UserStatus};

/// A row of the bank's table of companies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyRow {
    /// Its name inside Llavero.
    pub id: CompanyId,
    /// Its name on the screen.
    pub name: String,
    /// The word its people sign in with.
    pub slug: String,
    /// Whether it may use the service.
    pub status: CompanyStatus,
    /// How many virtual tokens it has, but for the retired ones.
    pub tokens: u64,
    /// How many of them nobody holds.
    pub available: u64,
}

/// A company's page at the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyDetail {
    /// Its name inside Llavero.
    pub id: CompanyId,
    /// Its name on the screen.
    pub name: String,
    /// The word its people sign in with.
    pub slug: String,
    /// Whether it may use the service.
    pub status: CompanyStatus,
    /// How many administrators must confirm an operation.
    pub approvals: Approvals,
    /// For how many days a confirmation of contact data holds.
    pub contact_period_days: u32,
    /// Its tokens.
    pub stock: Stock,
    /// Its administrators and auditors: those whom the bank makes.
    pub people: Vec<CompanyPerson>,
    /// The version to name when changing it.
    pub version: i64,
}

impl CompanyDetail {
    /// What names it, to the server, as it was seen.
    pub const fn seen(&self) -> SeenCompany {
        SeenCompany {
            company: self.id,
            version: self.version,
        }
    }
}

/// A company at the version that an operator saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenCompany {
    /// Which.
    pub company: CompanyId,
    /// The version.
    pub version: i64,
}

/// An administrator or an auditor, as the bank sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyPerson {
    /// Their name inside Llavero.
    pub id: UserId,
    /// The name they sign in with.
    pub username: String,
    /// Their own name.
    pub full_name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they may use the service.
    pub status: UserStatus,
    /// Their e-mail.
    pub email: Option<String>,
    /// The virtual token that they hold.
    pub token: Option<(Serial, TokenStatus)>,
    /// How far they are with their password.
    pub password: PasswordStanding,
    /// Whether rejections in a row locked their requests (DESIGN §4).
    pub are_requests_locked: bool,
}
