use serde::{Deserialize, Serialize};

use crate::domain::contact::ContactProblem;
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::{Ineligibility, Role, UserStatus};
use crate::domain::user_change::UserFacts;

/// A row of the table of users, and a user's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRow {
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
    /// Their e-mail as the company keeps it.
    pub email: Option<String>,
    /// Their mobile as the company keeps it.
    pub mobile: Option<String>,
    /// When both were last confirmed as right.
    pub confirmed_at: Option<Timestamp>,
    /// What is wrong with them; empty when a token may be assigned.
    pub problems: Vec<ContactProblem>,
    /// The virtual token that they hold.
    pub token: Option<(Serial, TokenStatus)>,
    /// Whether they are the company's last administrator with an active token.
    pub is_last_admin: bool,
    /// The version to name when changing them.
    pub version: i64,
}

impl UserRow {
    /// What the rule about users is asked about.
    pub fn facts(&self) -> UserFacts {
        UserFacts {
            user: self.id,
            status: self.status,
            problems: self.problems.clone(),
            is_last_admin: self.is_last_admin,
        }
    }

    /// Why they cannot be assigned a token, as far as the row knows; the order is
    /// that of [`User::ineligibilities`](crate::domain::user::User::ineligibilities).
    pub fn ineligibilities(&self) -> Vec<Ineligibility> {
        let own = [
            (self.status == UserStatus::Inactive).then_some(Ineligibility::Inactive),
            (self.role != Role::Member).then_some(Ineligibility::NotSecondary),
            self.token.is_some().then_some(Ineligibility::HasToken),
        ];
        let contact = self.problems.iter().copied().map(Ineligibility::Contact);
        own.into_iter().flatten().chain(contact).collect()
    }

    /// What names them, to the server, as they were seen.
    pub const fn seen(&self) -> SeenUser {
        SeenUser {
            user: self.id,
            version: self.version,
        }
    }
}

/// A user at the version that a person saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenUser {
    /// Which.
    pub user: UserId,
    /// The version.
    pub version: i64,
}

/// What became of one of several users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserOutcome {
    /// Which.
    pub user: UserId,
    /// Why nothing was done; `None` when it was done.
    pub error: Option<RequestError>,
}

/// Who of those that a filter lets through may get a token now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignable {
    /// They, as many as one request takes at most.
    pub users: Vec<UserId>,
    /// How many match, whether they may or not.
    pub matching: u64,
}
