//! The words of a message's kind, state and trouble.

use crate::domain::message::{Channel, DeliveryFailure, MessageKind, MessageState};
use crate::i18n::console_outbox::OutboxMessage;
use crate::ui::{IconName, Tone};

/// What it is about.
pub const fn kind_message(kind: Option<MessageKind>) -> OutboxMessage {
    let Some(kind) = kind else {
        return OutboxMessage::KindUnknown;
    };
    match kind {
        MessageKind::Invitation => OutboxMessage::KindInvitation,
        MessageKind::FirstPassword => OutboxMessage::KindFirstPassword,
        MessageKind::TokenEnrolled => OutboxMessage::KindEnrolled,
        MessageKind::TokenActivated => OutboxMessage::KindActivated,
        MessageKind::TokenCancelled => OutboxMessage::KindCancelled,
        MessageKind::InvitationExpired => OutboxMessage::KindExpired,
        MessageKind::TokenBlocked => OutboxMessage::KindBlocked,
        MessageKind::TokenUnblocked => OutboxMessage::KindUnblocked,
        MessageKind::TokenUnassigned => OutboxMessage::KindUnassigned,
        MessageKind::TokenRetired => OutboxMessage::KindRetired,
        MessageKind::ContactChanged => OutboxMessage::KindContact,
        MessageKind::AdminTokenEnrolled => OutboxMessage::KindAdminEnrolled,
        MessageKind::AdminDeviceReplaced => OutboxMessage::KindAdminReplaced,
        MessageKind::AdminTokenBlocked => OutboxMessage::KindAdminBlocked,
        MessageKind::AdminRequestsLocked => OutboxMessage::KindAdminLocked,
        MessageKind::AdminApprovalWaiting => OutboxMessage::KindAdminApproval,
        MessageKind::AdminTokensGranted => OutboxMessage::KindAdminGranted,
        MessageKind::AdminTokensDeclined => OutboxMessage::KindAdminDeclined,
    }
}

/// By what it goes.
pub const fn channel_message(channel: Channel) -> OutboxMessage {
    match channel {
        Channel::Email => OutboxMessage::Email,
        Channel::Sms => OutboxMessage::Sms,
    }
}

/// What became of it.
pub const fn state_message(state: MessageState) -> OutboxMessage {
    match state {
        MessageState::Waiting => OutboxMessage::StateWaiting,
        MessageState::Delivered => OutboxMessage::StateDelivered,
        MessageState::Failed => OutboxMessage::StateFailed,
        MessageState::Void => OutboxMessage::StateVoid,
    }
}

/// How its badge looks.
pub const fn state_look(state: MessageState) -> (Tone, IconName) {
    match state {
        MessageState::Waiting => (Tone::Info, IconName::Clock),
        MessageState::Delivered => (Tone::Success, IconName::CheckCircle),
        MessageState::Failed => (Tone::Danger, IconName::Alert),
        MessageState::Void => (Tone::Muted, IconName::MinusCircle),
    }
}

/// Why it was not sent.
pub const fn failure_message(failure: DeliveryFailure) -> OutboxMessage {
    match failure {
        DeliveryFailure::NoAddress => OutboxMessage::NoAddress,
        DeliveryFailure::Refused => OutboxMessage::Refused,
        DeliveryFailure::RefusedForNow => OutboxMessage::RefusedForNow,
        DeliveryFailure::Unreachable => OutboxMessage::Unreachable,
        DeliveryFailure::Credentials => OutboxMessage::Credentials,
        DeliveryFailure::Folder => OutboxMessage::Folder,
        DeliveryFailure::Unreadable => OutboxMessage::Unreadable,
        DeliveryFailure::NoWayOut => OutboxMessage::NoWayOut,
    }
}
