//! What can happen to a company's tokens, and the people who try.

use llavero::domain::token::ActionKind;
use llavero::domain::user::Role;

/// The people: the bank's operator, two administrators, an auditor and five
/// secondary users.
pub const ROLES: [Role; 9] = [
    Role::Operator,
    Role::Admin,
    Role::Admin,
    Role::Auditor,
    Role::Member,
    Role::Member,
    Role::Member,
    Role::Member,
    Role::Member,
];

/// Whose contact data was never confirmed.
pub const STALE: usize = 8;

/// Who has a physical token.
pub const WITH_PHYSICAL: [usize; 4] = [1, 4, 5, 8];

/// How many tokens the operator grants at most.
pub const MOST_TOKENS: usize = 7;

/// Who tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// A person, by their place among [`ROLES`].
    Person(usize),
    /// The device of the token's holder.
    Device,
    /// Llavero itself.
    System,
}

/// One attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The operator grants the company a token.
    Grant,
    /// Somebody tries to do something to a token.
    Act {
        /// Who.
        who: Who,
        /// To which token, by the order in which they were granted.
        token: usize,
        /// What.
        kind: ActionKind,
        /// An assignment's user.
        person: usize,
        /// Whether enrolment shall make it active at once.
        at_once: bool,
        /// Whether taking it back restores the physical token.
        restore: bool,
    },
    /// An operation on a token is opened or withdrawn. On an available token it
    /// would assign it to the person.
    Reserve {
        /// Which token.
        token: usize,
        /// For whom.
        person: usize,
    },
    /// A person is set active or inactive.
    SetActive {
        /// Who.
        person: usize,
        /// Which.
        active: bool,
    },
}
