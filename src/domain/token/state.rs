use serde::{Deserialize, Serialize};

use crate::domain::id::{DeviceId, TokenId, UserId};

/// Which of the bank's two kinds a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenKind {
    /// In the AppMovil.
    Virtual,
    /// A device of its own.
    Physical,
}

impl TokenKind {
    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Virtual => "virtual",
            Self::Physical => "physical",
        }
    }
}

/// The name of a token's state, without its data: what a badge shows and a
/// filter asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenStatus {
    /// *Disponible*: granted, held by nobody.
    Available,
    /// *Asignado*: its holder is invited to enrol.
    Assigned,
    /// *Pendiente Activación*: a device is enrolled, the administrator is next.
    PendingActivation,
    /// *Activo*: it works.
    Active,
    /// *Bloqueado*: it does not work until it is unblocked.
    Blocked,
    /// *Inhabilitado*: a physical token that a virtual one replaced.
    Disabled,
    /// *Retirado*: for ever.
    Retired,
}

impl TokenStatus {
    /// Every status, in the order of a token's life.
    pub const ALL: [Self; 7] = [
        Self::Available,
        Self::Assigned,
        Self::PendingActivation,
        Self::Active,
        Self::Blocked,
        Self::Disabled,
        Self::Retired,
    ];

    /// The statuses that a token held by a secondary user can have: what the
    /// table lists and its filter offers.
    pub const HELD: [Self; 4] = [
        Self::Assigned,
        Self::PendingActivation,
        Self::Active,
        Self::Blocked,
    ];

    /// The word that stands for it in the store and in a URL.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Assigned => "assigned",
            Self::PendingActivation => "pending_activation",
            Self::Active => "active",
            Self::Blocked => "blocked",
            Self::Disabled => "disabled",
            Self::Retired => "retired",
        }
    }

    /// The status that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// What the enrolment of a device brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivationRule {
    /// The company's administrator activates it in a step of its own.
    ByAdministrator,
    /// It is active at once: the operator's invitation of an administrator is
    /// the approval (DESIGN §3).
    OnEnrolment,
}

/// Why a token was blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockReason {
    /// The device was lost.
    Lost,
    /// Fraud is suspected.
    SuspectedFraud,
    /// The holder is on leave.
    Leave,
    /// Something else.
    Other,
    /// Too many wrong PINs or codes.
    TooManyFailures,
    /// The holder was set inactive.
    HolderInactive,
}

impl BlockReason {
    /// Every reason.
    pub const ALL: [Self; 6] = [
        Self::Lost,
        Self::SuspectedFraud,
        Self::Leave,
        Self::Other,
        Self::TooManyFailures,
        Self::HolderInactive,
    ];

    /// The reasons that a person can give; the others are Llavero's own.
    pub const GIVEN: [Self; 4] = [Self::Lost, Self::SuspectedFraud, Self::Leave, Self::Other];

    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::SuspectedFraud => "suspected_fraud",
            Self::Leave => "leave",
            Self::Other => "other",
            Self::TooManyFailures => "too_many_failures",
            Self::HolderInactive => "holder_inactive",
        }
    }

    /// The reason that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// Where a virtual token stands in its life; each state carries just its own
/// data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum TokenState {
    /// Granted to the company, held by nobody.
    Available,
    /// Its holder is invited to enrol a device.
    Assigned {
        /// Who was invited.
        holder: UserId,
        /// What enrolment brings.
        activation: ActivationRule,
    },
    /// Its holder enrolled a device; the administrator has yet to activate it.
    PendingActivation {
        /// Who holds it.
        holder: UserId,
        /// The device bound to it.
        device: DeviceId,
    },
    /// It works.
    Active {
        /// Who holds it.
        holder: UserId,
        /// The device bound to it.
        device: DeviceId,
    },
    /// It does not work until it is unblocked.
    Blocked {
        /// Who holds it.
        holder: UserId,
        /// The device bound to it.
        device: DeviceId,
        /// Why it was blocked.
        reason: BlockReason,
    },
    /// For ever out of use.
    Retired,
}

impl TokenState {
    /// The name of this state.
    pub const fn status(&self) -> TokenStatus {
        match self {
            Self::Available => TokenStatus::Available,
            Self::Assigned { .. } => TokenStatus::Assigned,
            Self::PendingActivation { .. } => TokenStatus::PendingActivation,
            Self::Active { .. } => TokenStatus::Active,
            Self::Blocked { .. } => TokenStatus::Blocked,
            Self::Retired => TokenStatus::Retired,
        }
    }

    /// Who holds it, if anybody does. A token with a holder is *live*: a user
    /// has at most one.
    pub const fn holder(&self) -> Option<UserId> {
        match self {
            Self::Available | Self::Retired => None,
            Self::Assigned { holder, .. }
            | Self::PendingActivation { holder, .. }
            | Self::Active { holder, .. }
            | Self::Blocked { holder, .. } => Some(*holder),
        }
    }

    /// The device bound to it, if one is.
    pub const fn device(&self) -> Option<DeviceId> {
        match self {
            Self::Available | Self::Retired | Self::Assigned { .. } => None,
            Self::PendingActivation { device, .. }
            | Self::Active { device, .. }
            | Self::Blocked { device, .. } => Some(*device),
        }
    }
}

/// Whether a physical token is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum PhysicalState {
    /// Its holder uses it.
    InUse {
        /// Who holds it.
        holder: UserId,
    },
    /// A virtual token replaced it.
    Disabled {
        /// Who holds it.
        holder: UserId,
        /// The virtual token that replaced it.
        replacement: TokenId,
    },
}

impl PhysicalState {
    /// The name of this state.
    pub const fn status(&self) -> TokenStatus {
        match self {
            Self::InUse { .. } => TokenStatus::Active,
            Self::Disabled { .. } => TokenStatus::Disabled,
        }
    }
}
