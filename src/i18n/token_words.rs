//! Words for a token's values, for the screen and for files.

use super::console_token::TokenMessage;
use super::ui::UiMessage;
use crate::domain::token::{BlockReason, TokenStatus};

/// A status's name.
pub const fn status_message(status: TokenStatus) -> UiMessage {
    match status {
        TokenStatus::Available => UiMessage::StatusAvailable,
        TokenStatus::Assigned => UiMessage::StatusAssigned,
        TokenStatus::PendingActivation => UiMessage::StatusPendingActivation,
        TokenStatus::Active => UiMessage::StatusActive,
        TokenStatus::Blocked => UiMessage::StatusBlocked,
        TokenStatus::Disabled => UiMessage::StatusDisabled,
        TokenStatus::Retired => UiMessage::StatusRetired,
    }
}

/// Why a token is blocked.
pub const fn block_reason_message(reason: BlockReason) -> TokenMessage {
    match reason {
        BlockReason::Lost => TokenMessage::ReasonLost,
        BlockReason::SuspectedFraud => TokenMessage::ReasonFraud,
        BlockReason::Leave => TokenMessage::ReasonLeave,
        BlockReason::Other => TokenMessage::ReasonOther,
        BlockReason::TooManyFailures => TokenMessage::ReasonFailures,
        BlockReason::HolderInactive => TokenMessage::ReasonInactive,
    }
}
