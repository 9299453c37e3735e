//! A person of a company.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::contact::{Contact, ContactProblem};
use super::id::{CompanyId, UserId};
use super::time::Timestamp;

/// What a person may do (DESIGN §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Manages its company's users and tokens.
    Admin,
    /// Holds a token and uses the AppMovil.
    Member,
    /// Sees everything of its company, changes nothing.
    Auditor,
    /// The bank's: creates companies, grants and retires tokens.
    Operator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Admin, Self::Member, Self::Auditor, Self::Operator];

    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Member => "member",
            Self::Auditor => "auditor",
            Self::Operator => "operator",
        }
    }

    /// The role that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether this role may look at the console's screens.
    pub const fn may_open_console(self) -> bool {
        matches!(self, Self::Admin | Self::Auditor)
    }
}

/// Whether a person may use the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserStatus {
    /// They may.
    Active,
    /// They left, or were set aside.
    Inactive,
}

impl UserStatus {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Active, Self::Inactive];

    /// The word that stands for it in the store and in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
        }
    }

    /// The status that such a word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// A person of a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Their name inside Llavero.
    pub id: UserId,
    /// Their company.
    pub company: CompanyId,
    /// The name they sign in with and the table shows, such as `VictorP1`.
    pub username: String,
    /// The person's own name.
    pub full_name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they may use the service.
    pub status: UserStatus,
    /// How they are reached.
    pub contact: Contact,
    /// Grows by one with each change.
    pub version: i64,
}

/// Why a user cannot be assigned a virtual token (DESIGN §1's rule and §3's
/// guard).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ineligibility {
    /// The user is inactive.
    Inactive,
    /// Only secondary users are assigned tokens by their administrator.
    NotSecondary,
    /// Their contact data is missing, wrong or old.
    Contact(ContactProblem),
    /// They hold a live virtual token.
    HasToken,
    /// A request to assign them one is waiting to be confirmed.
    HasOpenOperation,
}

/// What the rule of assignment looks at besides the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Holdings {
    /// Whether the user holds a live virtual token.
    pub has_live_token: bool,
    /// Whether an operation that would give them one is waiting.
    pub has_open_operation: bool,
}

impl User {
    /// Every reason why this user cannot be assigned a token now; none when
    /// they can. `period` is how long a confirmation of contact data holds.
    pub fn ineligibilities(
        &self,
        holdings: Holdings,
        now: Timestamp,
        period: Duration,
    ) -> Vec<Ineligibility> {
        let mut reasons = Vec::new();
        if self.status == UserStatus::Inactive {
            reasons.push(Ineligibility::Inactive);
        }
        if self.role != Role::Member {
            reasons.push(Ineligibility::NotSecondary);
        }
        if holdings.has_live_token {
            reasons.push(Ineligibility::HasToken);
        }
        if holdings.has_open_operation {
            reasons.push(Ineligibility::HasOpenOperation);
        }
        reasons.extend(
            self.contact
                .problems(now, period)
                .into_iter()
                .map(Ineligibility::Contact),
        );
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERIOD: Duration = Duration::from_secs(365 * 86_400);
    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn ana() -> User {
        User {
            id: UserId::new(NOW, [1; 10]),
            company: CompanyId::new(NOW, [2; 10]),
            username: "ANA1".to_owned(),
            full_name: "Ana Ruiz".to_owned(),
            role: Role::Member,
            status: UserStatus::Active,
            contact: Contact {
                email: Some("ana@acme.co".to_owned()),
                mobile: Some("3001234567".to_owned()),
                confirmed_at: Some(NOW),
            },
            version: 1,
        }
    }

    #[test]
    fn an_active_secondary_user_with_fresh_contact_data_and_no_token_is_eligible() {
        assert_eq!(ana().ineligibilities(Holdings::default(), NOW, PERIOD), []);
    }

    #[test]
    fn every_reason_is_told_at_once() {
        let user = User {
            status: UserStatus::Inactive,
            role: Role::Admin,
            contact: Contact {
                email: Some("ana".to_owned()),
                mobile: None,
                confirmed_at: None,
            },
            ..ana()
        };
        let holdings = Holdings {
            has_live_token: true,
            has_open_operation: true,
        };
        assert_eq!(
            user.ineligibilities(holdings, NOW, PERIOD),
            [
                Ineligibility::Inactive,
                Ineligibility::NotSecondary,
                Ineligibility::HasToken,
                Ineligibility::HasOpenOperation,
                Ineligibility::Contact(ContactProblem::EmailInvalid),
                Ineligibility::Contact(ContactProblem::MobileMissing),
                Ineligibility::Contact(ContactProblem::Stale),
            ]
        );
    }

    #[test]
    fn a_role_survives_being_stored() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
        assert_eq!(Role::from_code("root"), None);
    }
}
