use serde::{Deserialize, Serialize};

use super::state::{ActivationRule, BlockReason};
use crate::domain::id::{DeviceId, UserId};

/// What is done to a token (the events of DESIGN §3), with its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenAction {
    /// Give it to a user and invite them to enrol.
    Assign {
        /// Who gets it.
        holder: UserId,
        /// What enrolment will bring.
        activation: ActivationRule,
    },
    /// The holder's device proved its keys.
    Enrol {
        /// That device.
        device: DeviceId,
    },
    /// Send a new invitation; the old code stops working.
    Resend,
    /// Take the invitation back.
    Cancel,
    /// The invitation expired seven days ago.
    ExpireInvitation,
    /// Put it to work.
    Activate,
    /// Stop it at once.
    Block {
        /// Why.
        reason: BlockReason,
    },
    /// Stop it after too many wrong PINs or codes.
    BlockForFailures,
    /// Its holder was set inactive.
    DeactivateHolder,
    /// Let it work again.
    Unblock,
    /// Revoke the device and invite the holder to bind another.
    ReplaceDevice {
        /// What enrolment will bring. The operator can spare the last
        /// administrator an activation that nobody would be left to confirm.
        activation: ActivationRule,
    },
    /// Take it back.
    Unassign {
        /// Whether the physical token that it replaced works again.
        restore_physical: bool,
    },
    /// Put it out of use for ever.
    Retire,
}

/// The name of an action, without its data: what a button, a table and the
/// audit log speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// See [`TokenAction::Assign`].
    Assign,
    /// See [`TokenAction::Enrol`].
    Enrol,
    /// See [`TokenAction::Resend`].
    Resend,
    /// See [`TokenAction::Cancel`].
    Cancel,
    /// See [`TokenAction::ExpireInvitation`].
    ExpireInvitation,
    /// See [`TokenAction::Activate`].
    Activate,
    /// See [`TokenAction::Block`].
    Block,
    /// See [`TokenAction::BlockForFailures`].
    BlockForFailures,
    /// See [`TokenAction::DeactivateHolder`].
    DeactivateHolder,
    /// See [`TokenAction::Unblock`].
    Unblock,
    /// See [`TokenAction::ReplaceDevice`].
    ReplaceDevice,
    /// See [`TokenAction::Unassign`].
    Unassign,
    /// See [`TokenAction::Retire`].
    Retire,
}

/// Who may do an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// An administrator of the token's company.
    Admin,
    /// An operator of the bank.
    Operator,
    /// The device of the token's holder.
    Device,
    /// Llavero itself.
    System,
}

impl TokenAction {
    /// What the invitation it issues will bring, if it issues one anew.
    pub const fn activation(&self) -> Option<ActivationRule> {
        match self {
            Self::Assign { activation, .. } | Self::ReplaceDevice { activation } => {
                Some(*activation)
            }
            _ => None,
        }
    }

    /// The name of this action.
    pub const fn kind(&self) -> ActionKind {
        match self {
            Self::Assign { .. } => ActionKind::Assign,
            Self::Enrol { .. } => ActionKind::Enrol,
            Self::Resend => ActionKind::Resend,
            Self::Cancel => ActionKind::Cancel,
            Self::ExpireInvitation => ActionKind::ExpireInvitation,
            Self::Activate => ActionKind::Activate,
            Self::Block { .. } => ActionKind::Block,
            Self::BlockForFailures => ActionKind::BlockForFailures,
            Self::DeactivateHolder => ActionKind::DeactivateHolder,
            Self::Unblock => ActionKind::Unblock,
            Self::ReplaceDevice { .. } => ActionKind::ReplaceDevice,
            Self::Unassign { .. } => ActionKind::Unassign,
            Self::Retire => ActionKind::Retire,
        }
    }
}

impl ActionKind {
    /// Every action, in the order of a token's life.
    pub const ALL: [Self; 13] = [
        Self::Assign,
        Self::Enrol,
        Self::Resend,
        Self::Cancel,
        Self::ExpireInvitation,
        Self::Activate,
        Self::Block,
        Self::BlockForFailures,
        Self::DeactivateHolder,
        Self::Unblock,
        Self::ReplaceDevice,
        Self::Unassign,
        Self::Retire,
    ];

    /// The word that stands for it in the store and in the audit log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Enrol => "enrol",
            Self::Resend => "resend",
            Self::Cancel => "cancel",
            Self::ExpireInvitation => "expire_invitation",
            Self::Activate => "activate",
            Self::Block => "block",
            Self::BlockForFailures => "block_for_failures",
            Self::DeactivateHolder => "deactivate_holder",
            Self::Unblock => "unblock",
            Self::ReplaceDevice => "replace_device",
            Self::Unassign => "unassign",
            Self::Retire => "retire",
        }
    }

    /// The action that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Who may do it (DESIGN §3's fourth column).
    pub const fn parties(self) -> &'static [Party] {
        match self {
            Self::Assign | Self::Unassign | Self::Block | Self::Resend | Self::ReplaceDevice => {
                &[Party::Admin, Party::Operator]
            }
            Self::Activate | Self::Cancel | Self::Unblock => &[Party::Admin],
            Self::Enrol => &[Party::Device],
            Self::ExpireInvitation | Self::BlockForFailures | Self::DeactivateHolder => {
                &[Party::System]
            }
            Self::Retire => &[Party::Operator],
        }
    }

    /// Whether an administrator must confirm it in the AppMovil. What only
    /// removes power, or renews an invitation already approved, needs none.
    pub const fn needs_confirmation(self) -> bool {
        matches!(
            self,
            Self::Assign
                | Self::Cancel
                | Self::Activate
                | Self::Unblock
                | Self::ReplaceDevice
                | Self::Unassign
        )
    }
}
