use tracing::{error, warn};

use super::Context;
use super::password::PasswordError;
use crate::domain::approval::ApprovalRefusal;
use crate::domain::error::{Conflict, Pause, RequestError};
use crate::domain::operation::IllegalStep;
use crate::domain::protocol::NotCanonical;
use crate::domain::token::Refusal;
use crate::domain::user_change::UserRefusal;
use crate::store::StoreError;

/// How many seconds to wait when too many people sign in at once.
const BUSY_RETRY: u64 = 5;

/// Why a use case did not end well.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The request was refused, in words its sender may read.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something that cannot be so is so.
    #[error("{0}")]
    Fault(&'static str),
}

impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        Self::Request(match refusal {
            Refusal::NotYourRole => RequestError::NotAllowed,
            other => RequestError::Refused(other),
        })
    }
}

impl From<UserRefusal> for ServiceError {
    fn from(refusal: UserRefusal) -> Self {
        Self::Request(match refusal {
            UserRefusal::NotYourRole => RequestError::NotAllowed,
            other => RequestError::UserRefused(other),
        })
    }
}

impl From<ApprovalRefusal> for ServiceError {
    fn from(refusal: ApprovalRefusal) -> Self {
        Self::Request(match refusal {
            ApprovalRefusal::NotYourRole => RequestError::NotAllowed,
            ApprovalRefusal::NotWaiting => Conflict::AlreadySettled.into(),
            ApprovalRefusal::CannotConfirm => Conflict::NoActiveToken.into(),
            other => RequestError::ApprovalRefused(other),
        })
    }
}

impl From<Conflict> for ServiceError {
    fn from(conflict: Conflict) -> Self {
        Self::Request(conflict.into())
    }
}

impl From<IllegalStep> for ServiceError {
    fn from(_: IllegalStep) -> Self {
        Self::from(Conflict::AlreadySettled)
    }
}

impl From<PasswordError> for ServiceError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Busy => Self::Request(RequestError::Paused {
                pause: Pause::SignIn,
                retry_after: BUSY_RETRY,
            }),
            PasswordError::Damaged => Self::Fault("a stored password hash is damaged"),
            PasswordError::Failed => Self::Fault("a password could not be hashed"),
        }
    }
}

impl From<NotCanonical> for ServiceError {
    fn from(_: NotCanonical) -> Self {
        Self::Fault("a message of ours has no canonical form")
    }
}

impl ServiceError {
    /// The form that travels. What is no fault of the sender gets a reference
    /// that the log has too.
    pub fn into_request_error(self, context: &Context) -> RequestError {
        match self {
            Self::Request(error) => error,
            Self::Store(StoreError::VersionConflict | StoreError::Duplicate(_)) => {
                RequestError::Conflict(Conflict::ChangedMeanwhile)
            }
            Self::Store(StoreError::Unavailable(cause)) => {
                let reference = context.new_reference();
                warn!(%reference, %cause, "the database is unavailable");
                RequestError::Unavailable { reference }
            }
            fault => {
                let reference = context.new_reference();
                error!(%reference, %fault, "a request failed through a fault of ours");
                RequestError::Internal { reference }
            }
        }
    }
}
