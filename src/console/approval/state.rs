//! Where a request stands, as a badge.

use leptos::prelude::*;

use crate::domain::operation::OperationState;
use crate::i18n::console_approval::ApprovalMessage as Words;
use crate::ui::{Badge, IconName, Tone, t};

/// The badge.
#[component]
pub fn OperationBadge(state: OperationState) -> impl IntoView {
    let (label, tone, icon) = shown(state);
    view! { <Badge label=t(label) tone icon/> }
}

const fn shown(state: OperationState) -> (Words, Tone, IconName) {
    match state {
        OperationState::Pending => (Words::StatePending, Tone::Info, IconName::Smartphone),
        OperationState::AwaitingSecondApproval => {
            (Words::StateAwaiting, Tone::Warning, IconName::Clock)
        }
        OperationState::Confirmed => (Words::StateConfirmed, Tone::Info, IconName::Refresh),
        OperationState::Applied => (Words::StateApplied, Tone::Success, IconName::CheckCircle),
        OperationState::Rejected { .. } => {
            (Words::StateRejected, Tone::Danger, IconName::MinusCircle)
        }
        OperationState::Expired => (Words::StateExpired, Tone::Muted, IconName::Clock),
        OperationState::Cancelled => (Words::StateCancelled, Tone::Muted, IconName::Close),
        OperationState::Superseded => (Words::StateSuperseded, Tone::Muted, IconName::Refresh),
    }
}
