//! What can go wrong with what a person asked for, as a value that travels to
//! their browser and is put in words there.

use serde::{Deserialize, Serialize};

use super::approval::ApprovalRefusal;
use super::import::SheetProblem;
use super::password::LinkFault;
use super::token::Refusal;
use super::user_change::UserRefusal;
use super::view::TimelineEntry;

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldName {
    /// The company's word at sign-in.
    Company,
    /// The name a person signs in with.
    Username,
    /// A password.
    Password,
    /// A one-time code.
    Code,
    /// The user of an assignment.
    User,
    /// The users of an assignment.
    Users,
    /// The tokens of a selection.
    Tokens,
    /// The messages of a selection.
    Messages,
    /// The reason of a block.
    Reason,
    /// A search.
    Search,
    /// A person's own name.
    FullName,
    /// An e-mail address.
    Email,
    /// A mobile number.
    Mobile,
    /// What a person may do.
    Role,
    /// A company's name.
    CompanyName,
    /// For how many days a confirmation of contact data holds.
    ContactPeriod,
    /// How many tokens.
    TokenCount,
    /// What is said with a request.
    Note,
    /// Why a request is declined.
    DeclineReason,
    /// A token's serial.
    Serial,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldProblem {
    /// It is empty.
    Missing,
    /// It is longer than it can be.
    TooLong,
    /// It is shorter than it may be.
    TooShort,
    /// It would be guessed.
    TooEasy,
    /// It does not have the right form.
    Malformed,
    /// It is not the right one.
    Wrong,
    /// Another has it.
    Taken,
    /// The token that makes it is blocked.
    Blocked,
}

/// A field and what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FieldError {
    /// Which field.
    pub field: FieldName,
    /// What is wrong with it.
    pub problem: FieldProblem,
}

/// Why a request was lost to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// No token is available.
    NoTokenAvailable,
    /// Every available token waits for another operation.
    TokensReserved,
    /// Fewer tokens are available than a batch needs.
    TooFewTokens {
        /// How many it needs.
        needed: u32,
        /// How many there are that no other request has taken.
        available: u32,
    },
    /// Somebody changed the same thing first.
    ChangedMeanwhile,
    /// The bank has no serial left.
    SerialsUsedUp,
    /// The company's request for more tokens waits already.
    AlreadyRequested,
    /// The operation was settled before.
    AlreadySettled,
    /// The person has no active token of their own to confirm with.
    NoActiveToken,
    /// The person's token is linked already.
    AlreadyLinked,
    /// An invitation was issued that can still be used; its code is kept
    /// nowhere, so that it cannot be shown again.
    AlreadyInvited,
}

/// Why a person is made to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// Too many sign-ins that failed.
    SignIn,
    /// Too many requests that were not approved (DESIGN §4).
    UnapprovedRequests,
}

/// Why a request was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RequestError {
    /// Nobody is signed in, or the session ended.
    #[error("nobody is signed in")]
    SignedOut,
    /// There is no such thing, or none that the person may see: which is not
    /// said.
    #[error("not found")]
    NotFound,
    /// The person may see it but not do this.
    #[error("not allowed")]
    NotAllowed,
    /// Fields are wrong.
    #[error("fields are wrong: {0:?}")]
    Invalid(Vec<FieldError>),
    /// A file cannot be read as the table that it should be.
    #[error("the file cannot be read: {0}")]
    Sheet(SheetProblem),
    /// The rule of a token's life refuses it.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// The rule about users refuses it.
    #[error("refused: {0}")]
    UserRefused(UserRefusal),
    /// The rule about second approvals refuses it.
    #[error("refused: {0}")]
    ApprovalRefused(ApprovalRefusal),
    /// Another request won.
    #[error("conflict: {0:?}")]
    Conflict(Conflict),
    /// Somebody changed the token after the person looked at it.
    #[error("overtaken: {0:?}")]
    Overtaken(Box<TimelineEntry>),
    /// A link to choose a password cannot be used.
    #[error("the link cannot be used: {0:?}")]
    LinkUnusable(LinkFault),
    /// The person has to wait.
    #[error("paused: {pause:?}")]
    Paused {
        /// Why.
        pause: Pause,
        /// For how many seconds.
        retry_after: u64,
    },
    /// The person's requests were rejected too often in a row: somebody else has
    /// to lift the lock (DESIGN §4).
    #[error("locked")]
    Locked,
    /// The request cannot be read.
    #[error("the request cannot be read")]
    Malformed,
    /// The request did not reach the server, or its answer did not come back.
    #[error("the server was not reached")]
    Unreachable,
    /// The database is locked, full or away.
    #[error("unavailable")]
    Unavailable {
        /// What the log calls it.
        reference: String,
    },
    /// A fault of ours.
    #[error("internal error {reference}")]
    Internal {
        /// What the log calls it.
        reference: String,
    },
}

impl RequestError {
    /// The HTTP status that tells it (RFC 9110 §15).
    pub const fn status(&self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::SignedOut => 401,
            Self::NotAllowed => 403,
            Self::NotFound | Self::LinkUnusable(LinkFault::Unusable) => 404,
            Self::LinkUnusable(LinkFault::Expired) => 410,
            Self::Conflict(_) | Self::Overtaken(_) => 409,
            Self::Invalid(_)
            | Self::Sheet(_)
            | Self::Refused(_)
            | Self::UserRefused(_)
            | Self::ApprovalRefused(_) => 422,
            Self::Locked => 423,
            Self::Paused { .. } => 429,
            Self::Internal { .. } => 500,
            Self::Unreachable | Self::Unavailable { .. } => 503,
        }
    }

    /// One wrong field.
    pub fn field(field: FieldName, problem: FieldProblem) -> Self {
        Self::Invalid(vec![FieldError { field, problem }])
    }
}

impl From<Conflict> for RequestError {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}
