//! What a message says, as a value: the words are put to it when it is sent.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::kind::MessageKind;
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::BlockReason;

/// Who did what is told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// An administrator of the company.
    Person {
        /// The name they sign in with.
        username: String,
    },
    /// The user's own device.
    Device {
        /// What it calls itself.
        name: String,
    },
    /// An operator of the bank.
    Bank,
    /// Llavero itself.
    System,
}

/// Why somebody is invited to enrol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationReason {
    /// They were assigned a token.
    #[default]
    Assigned,
    /// The invitation before this one stopped working.
    SentAgain,
    /// Their device is replaced by another.
    DeviceReplaced,
}

/// The token that a message is about, and who changed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldToken {
    /// Its serial.
    pub serial: Serial,
    /// Who changed it.
    pub by: Doer,
}

/// The user that a message to an administrator is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldHolder {
    /// The name they sign in with.
    pub username: String,
    /// Their own name.
    pub full_name: String,
}

/// What a message says. Only the first two hold a secret: the link that works
/// once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MessageContent {
    /// An invitation to enrol a device.
    Invitation {
        /// Why.
        #[serde(default)]
        reason: InvitationReason,
        /// The token's serial.
        serial: Serial,
        /// The link to follow.
        link: String,
        /// The link's code, to type it.
        code: String,
        /// Until when it works.
        expires_at: Timestamp,
    },
    /// A link to choose one's first password.
    FirstPassword {
        /// The link to follow.
        link: String,
        /// Until when it works.
        expires_at: Timestamp,
    },
    /// A device was enrolled for the user's token.
    TokenEnrolled {
        /// Which.
        token: ToldToken,
        /// Whether it works already.
        active: bool,
    },
    /// The user's token works.
    TokenActivated {
        /// Which.
        token: ToldToken,
    },
    /// The assignment was taken back before a device was enrolled.
    TokenCancelled {
        /// Which.
        token: ToldToken,
    },
    /// The invitation was not used in time.
    InvitationExpired {
        /// Of which token.
        token: ToldToken,
    },
    /// The user's token stopped working.
    TokenBlocked {
        /// Which.
        token: ToldToken,
        /// Why.
        reason: BlockReason,
    },
    /// It works again.
    TokenUnblocked {
        /// Which.
        token: ToldToken,
    },
    /// It was taken away.
    TokenUnassigned {
        /// Which.
        token: ToldToken,
    },
    /// It was put out of use for ever.
    TokenRetired {
        /// Which.
        token: ToldToken,
    },
    /// The user's e-mail or mobile was changed.
    ContactChanged {
        /// Who changed it.
        by: Doer,
    },
    /// To administrators: a user enrolled a device.
    AdminTokenEnrolled {
        /// For which token.
        token: ToldToken,
        /// Whose.
        holder: ToldHolder,
        /// Whether it works already, or waits for an administrator.
        active: bool,
    },
    /// To administrators: a user's device is replaced.
    AdminDeviceReplaced {
        /// Of which token.
        token: ToldToken,
        /// Whose.
        holder: ToldHolder,
    },
    /// To administrators: a user's token stopped working.
    AdminTokenBlocked {
        /// Which.
        token: ToldToken,
        /// Whose.
        holder: ToldHolder,
        /// Why.
        reason: BlockReason,
    },
    /// To administrators: too many requests of one of them were rejected in a
    /// row (DESIGN §4).
    AdminRequestsLocked {
        /// Whose.
        admin: ToldHolder,
    },
    /// To administrators: a request of one of them waits for another (control
    /// dual).
    AdminApprovalWaiting {
        /// Who asked, and has confirmed.
        asked_by: ToldHolder,
        /// What is asked for.
        operation: OperationKind,
        /// Of how many tokens, when it is of a list.
        #[serde(default)]
        items: Option<u32>,
        /// Until when it waits.
        expires_at: Timestamp,
    },
    /// To administrators: the bank answered a request for more tokens with
    /// tokens.
    AdminTokensGranted {
        /// How many.
        tokens: u32,
    },
    /// To administrators: the bank declined a request for more tokens.
    AdminTokensDeclined {
        /// Why, in the operator's words.
        reason: String,
    },
}

/// The stored bytes say nothing that a message of that kind says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not what a message of that kind says")]
pub struct UnknownContent;

/// Tells the kind, not what is said: that may hold a secret.
impl std::fmt::Debug for MessageContent {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.kind().code())
    }
}

impl MessageContent {
    /// The name of what it says.
    pub const fn kind(&self) -> MessageKind {
        match self {
            Self::Invitation { .. } => MessageKind::Invitation,
            Self::FirstPassword { .. } => MessageKind::FirstPassword,
            Self::TokenEnrolled { .. } => MessageKind::TokenEnrolled,
            Self::TokenActivated { .. } => MessageKind::TokenActivated,
            Self::TokenCancelled { .. } => MessageKind::TokenCancelled,
            Self::InvitationExpired { .. } => MessageKind::InvitationExpired,
            Self::TokenBlocked { .. } => MessageKind::TokenBlocked,
            Self::TokenUnblocked { .. } => MessageKind::TokenUnblocked,
            Self::TokenUnassigned { .. } => MessageKind::TokenUnassigned,
            Self::TokenRetired { .. } => MessageKind::TokenRetired,
            Self::ContactChanged { .. } => MessageKind::ContactChanged,
            Self::AdminTokenEnrolled { .. } => MessageKind::AdminTokenEnrolled,
            Self::AdminDeviceReplaced { .. } => MessageKind::AdminDeviceReplaced,
            Self::AdminTokenBlocked { .. } => MessageKind::AdminTokenBlocked,
            Self::AdminRequestsLocked { .. } => MessageKind::AdminRequestsLocked,
            Self::AdminApprovalWaiting { .. } => MessageKind::AdminApprovalWaiting,
            Self::AdminTokensGranted { .. } => MessageKind::AdminTokensGranted,
            Self::AdminTokensDeclined { .. } => MessageKind::AdminTokensDeclined,
        }
    }

    /// When its link stops working, or what it asks for; after that it is not
    /// worth sending.
    pub const fn expires_at(&self) -> Option<Timestamp> {
        match self {
            Self::Invitation { expires_at, .. }
            | Self::FirstPassword { expires_at, .. }
            | Self::AdminApprovalWaiting { expires_at, .. } => Some(*expires_at),
            _ => None,
        }
    }

    /// Reads what was kept of a message of this kind; bytes from before there
    /// was more than one kind do not say which they are.
    ///
    /// # Errors
    /// [`UnknownContent`] for anything else.
    pub fn read(kind: MessageKind, bytes: &[u8]) -> Result<Self, UnknownContent> {
        let mut value: Value = serde_json::from_slice(bytes).map_err(|_| UnknownContent)?;
        value
            .as_object_mut()
            .ok_or(UnknownContent)?
            .entry("kind")
            .or_insert_with(|| kind.code().into());
        let content: Self = serde_json::from_value(value).map_err(|_| UnknownContent)?;
        (content.kind() == kind)
            .then_some(content)
            .ok_or(UnknownContent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_back() {
        let content = MessageContent::TokenBlocked {
            token: ToldToken {
                serial: Serial::from_number(1).unwrap(),
                by: Doer::System,
            },
            reason: BlockReason::Lost,
        };
        let bytes = serde_json::to_vec(&content).unwrap();
        assert_eq!(
            MessageContent::read(MessageKind::TokenBlocked, &bytes),
            Ok(content)
        );
        assert_eq!(
            MessageContent::read(MessageKind::TokenRetired, &bytes),
            Err(UnknownContent)
        );
    }

    #[test]
    fn an_invitation_from_before_there_were_kinds_reads() {
        let bytes = br#"{"full_name":"Ana","username":"ana","serial":"FEF0000001",
            "link":"https://x/app#1","code":"1","expires_at":5}"#;
        let read = MessageContent::read(MessageKind::Invitation, bytes).unwrap();
        assert_eq!(read.expires_at(), Some(Timestamp::from_micros(5)));
    }

    #[test]
    fn what_a_message_says_is_not_in_its_debug_form() {
        let content = MessageContent::FirstPassword {
            link: "https://x/secret".to_owned(),
            expires_at: Timestamp::from_micros(1),
        };
        assert_eq!(format!("{content:?}"), "first_password");
    }
}
