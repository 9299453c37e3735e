use serde::{Deserialize, Serialize};

use crate::domain::approval::ApprovalRefusal;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::operation::Rejection;
use crate::domain::token::Refusal;
use crate::domain::user_change::UserRefusal;

macro_rules! reasons {
    ($( $(#[$doc:meta])* $name:ident = $code:literal, )*) => {
        /// Why something was refused or came to nothing.
        ///
        /// Adding one takes a line here and its words in `i18n/audit_reason.rs`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum AuditReason {
            $( $(#[$doc])* $name, )*
        }

        impl AuditReason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )* ];

            /// The code that stands for it in the store; it never changes.
            pub const fn code(self) -> &'static str {
                match self {
                    $( Self::$name => $code, )*
                }
            }
        }
    };
}

reasons! {
    /// The password was not right.
    WrongPassword = "wrong_password",
    /// The one-time code was not right.
    WrongCode = "wrong_code",
    /// The number was not the console's.
    WrongNumber = "wrong_number",
    /// The PIN was not right.
    WrongPin = "wrong_pin",
    /// Too many wrong numbers ended it.
    TooManyNumbers = "too_many_numbers",
    /// *Rechazar* was pressed in the AppMovil.
    RejectedOnDevice = "rejected_on_device",
    /// The second administrator said no.
    RejectedBySecond = "rejected_by_second",
    /// The device was blocked meanwhile.
    DeviceBlocked = "device_blocked",
    /// Its time ran out.
    Expired = "expired",
    /// The token changed meanwhile.
    Superseded = "superseded",
    /// Some of many were not done.
    SomeFailed = "some_failed",
    /// The role never does this.
    NotYourRole = "not_your_role",
    /// The token's state does not allow it.
    WrongState = "wrong_state",
    /// The user may not have a token.
    Ineligible = "ineligible",
    /// Another operation on the token waits.
    OperationOpen = "operation_open",
    /// It was about the person's own token.
    OwnToken = "own_token",
    /// The company would be left without an administrator who can confirm.
    LastAdministrator = "last_administrator",
    /// The person has no active token to confirm with.
    CannotConfirm = "cannot_confirm",
    /// It was about the person themselves.
    Oneself = "oneself",
    /// The user was active already.
    AlreadyActive = "already_active",
    /// The user was inactive.
    UserInactive = "user_inactive",
    /// The contact data cannot be confirmed.
    ContactIncomplete = "contact_incomplete",
    /// The user holds a token.
    HoldsToken = "holds_token",
    /// No token was available, or too few.
    NoTokenAvailable = "no_token_available",
    /// Somebody changed the same thing first.
    ChangedMeanwhile = "changed_meanwhile",
    /// It was settled before.
    AlreadySettled = "already_settled",
    /// It was linked or invited before.
    AlreadyLinked = "already_linked",
    /// Too many tries: the person has to wait.
    Paused = "paused",
    /// The person's requests are locked.
    Locked = "locked",
    /// There is no such thing, or none of this company.
    NotFound = "not_found",
    /// Data were wrong.
    WrongData = "wrong_data",
}

impl AuditReason {
    /// The reason that a stored code stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }

    /// Whether such a refusal is worth an entry of its own: a rule or a right
    /// stood in the way, not a slip in a form or somebody who was faster.
    pub const fn is_of_consequence(self) -> bool {
        !matches!(
            self,
            Self::WrongData
                | Self::ChangedMeanwhile
                | Self::AlreadySettled
                | Self::AlreadyLinked
                | Self::NoTokenAvailable
        )
    }

    /// Why a request was refused; `None` where nobody refused it: it could not
    /// be read, or the server could not answer.
    pub const fn of(error: &RequestError) -> Option<Self> {
        Some(match error {
            RequestError::NotAllowed => Self::NotYourRole,
            RequestError::NotFound => Self::NotFound,
            RequestError::Invalid(_) | RequestError::Sheet(_) => Self::WrongData,
            RequestError::LinkUnusable(_) => Self::Expired,
            RequestError::ApprovalRefused(refusal) => Self::of_approval(*refusal),
            RequestError::Refused(refusal) => Self::of_refusal(refusal),
            RequestError::UserRefused(refusal) => Self::of_user_refusal(refusal),
            RequestError::Conflict(conflict) => Self::of_conflict(*conflict),
            RequestError::Overtaken(_) => Self::ChangedMeanwhile,
            RequestError::Paused { .. } => Self::Paused,
            RequestError::Locked => Self::Locked,
            RequestError::SignedOut
            | RequestError::Malformed
            | RequestError::Unreachable
            | RequestError::Unavailable { .. }
            | RequestError::Internal { .. } => return None,
        })
    }

    /// The same for the rule of a token's life.
    pub const fn of_refusal(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::NotYourRole => Self::NotYourRole,
            Refusal::WrongState { .. } => Self::WrongState,
            Refusal::Ineligible(_) => Self::Ineligible,
            Refusal::OperationOpen => Self::OperationOpen,
            Refusal::OwnToken => Self::OwnToken,
            Refusal::LastAdministrator => Self::LastAdministrator,
            Refusal::CannotConfirm => Self::CannotConfirm,
        }
    }

    const fn of_approval(refusal: ApprovalRefusal) -> Self {
        match refusal {
            ApprovalRefusal::NotYourRole => Self::NotYourRole,
            ApprovalRefusal::NotWaiting => Self::AlreadySettled,
            ApprovalRefusal::OwnRequest => Self::Oneself,
            ApprovalRefusal::OwnToken => Self::OwnToken,
            ApprovalRefusal::CannotConfirm => Self::CannotConfirm,
        }
    }

    const fn of_user_refusal(refusal: &UserRefusal) -> Self {
        match refusal {
            UserRefusal::NotYourRole => Self::NotYourRole,
            UserRefusal::Oneself => Self::Oneself,
            UserRefusal::LastAdministrator => Self::LastAdministrator,
            UserRefusal::AlreadyActive => Self::AlreadyActive,
            UserRefusal::Inactive => Self::UserInactive,
            UserRefusal::ContactIncomplete(_) => Self::ContactIncomplete,
            UserRefusal::HoldsToken => Self::HoldsToken,
        }
    }

    const fn of_conflict(conflict: Conflict) -> Self {
        match conflict {
            Conflict::NoTokenAvailable
            | Conflict::TokensReserved
            | Conflict::TooFewTokens { .. }
            | Conflict::SerialsUsedUp => Self::NoTokenAvailable,
            Conflict::AlreadyRequested => Self::OperationOpen,
            Conflict::ChangedMeanwhile => Self::ChangedMeanwhile,
            Conflict::AlreadySettled => Self::AlreadySettled,
            Conflict::NoActiveToken => Self::CannotConfirm,
            Conflict::AlreadyLinked | Conflict::AlreadyInvited => Self::AlreadyLinked,
        }
    }
}

impl From<Rejection> for AuditReason {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::OnDevice => Self::RejectedOnDevice,
            Rejection::BySecond => Self::RejectedBySecond,
            Rejection::WrongNumbers => Self::TooManyNumbers,
            Rejection::DeviceBlocked => Self::DeviceBlocked,
        }
    }
}
