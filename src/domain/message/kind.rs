//! The kinds of messages.

use serde::{Deserialize, Serialize};

/// The name of what a message says, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// See [`super::MessageContent::Invitation`].
    Invitation,
    /// See [`super::MessageContent::FirstPassword`].
    FirstPassword,
    /// See [`super::MessageContent::TokenEnrolled`].
    TokenEnrolled,
    /// See [`super::MessageContent::TokenActivated`].
    TokenActivated,
    /// See [`super::MessageContent::TokenCancelled`].
    TokenCancelled,
    /// See [`super::MessageContent::InvitationExpired`].
    InvitationExpired,
    /// See [`super::MessageContent::TokenBlocked`].
    TokenBlocked,
    /// See [`super::MessageContent::TokenUnblocked`].
    TokenUnblocked,
    /// See [`super::MessageContent::TokenUnassigned`].
    TokenUnassigned,
    /// See [`super::MessageContent::TokenRetired`].
    TokenRetired,
    /// See [`super::MessageContent::ContactChanged`].
    ContactChanged,
    /// See [`super::MessageContent::AdminTokenEnrolled`].
    AdminTokenEnrolled,
    /// See [`super::MessageContent::AdminDeviceReplaced`].
    AdminDeviceReplaced,
    /// See [`super::MessageContent::AdminTokenBlocked`].
    AdminTokenBlocked,
    /// See [`super::MessageContent::AdminRequestsLocked`].
    AdminRequestsLocked,
    /// See [`super::MessageContent::AdminApprovalWaiting`].
    AdminApprovalWaiting,
    /// See [`super::MessageContent::AdminTokensGranted`].
    AdminTokensGranted,
    /// See [`super::MessageContent::AdminTokensDeclined`].
    AdminTokensDeclined,
}

impl MessageKind {
    /// Every kind.
    pub const ALL: [Self; 18] = [
        Self::Invitation,
        Self::FirstPassword,
        Self::TokenEnrolled,
        Self::TokenActivated,
        Self::TokenCancelled,
        Self::InvitationExpired,
        Self::TokenBlocked,
        Self::TokenUnblocked,
        Self::TokenUnassigned,
        Self::TokenRetired,
        Self::ContactChanged,
        Self::AdminTokenEnrolled,
        Self::AdminDeviceReplaced,
        Self::AdminTokenBlocked,
        Self::AdminRequestsLocked,
        Self::AdminApprovalWaiting,
        Self::AdminTokensGranted,
        Self::AdminTokensDeclined,
    ];

    /// The word that stands for it in the store; the content's JSON has the same.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::FirstPassword => "first_password",
            Self::TokenEnrolled => "token_enrolled",
            Self::TokenActivated => "token_activated",
            Self::TokenCancelled => "token_cancelled",
            Self::InvitationExpired => "invitation_expired",
            Self::TokenBlocked => "token_blocked",
            Self::TokenUnblocked => "token_unblocked",
            Self::TokenUnassigned => "token_unassigned",
            Self::TokenRetired => "token_retired",
            Self::ContactChanged => "contact_changed",
            Self::AdminTokenEnrolled => "admin_token_enrolled",
            Self::AdminDeviceReplaced => "admin_device_replaced",
            Self::AdminTokenBlocked => "admin_token_blocked",
            Self::AdminRequestsLocked => "admin_requests_locked",
            Self::AdminApprovalWaiting => "admin_approval_waiting",
            Self::AdminTokensGranted => "admin_tokens_granted",
            Self::AdminTokensDeclined => "admin_tokens_declined",
        }
    }

    /// The kind that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it also goes by SMS, where there is a gateway: the link to enrol,
    /// and what a user must learn even away from their mail. Administrators have
    /// theirs by e-mail alone.
    pub const fn goes_by_sms(self) -> bool {
        matches!(
            self,
            Self::Invitation
                | Self::TokenEnrolled
                | Self::TokenActivated
                | Self::TokenBlocked
                | Self::TokenUnblocked
                | Self::TokenUnassigned
                | Self::ContactChanged
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_survives_being_stored() {
        for kind in MessageKind::ALL {
            assert_eq!(MessageKind::from_code(kind.code()), Some(kind));
        }
    }
}
