//! The life of a token as three steps, and whose turn it is.

use leptos::prelude::*;

use super::{Icon, IconName, t, use_locale};
use crate::domain::token::TokenStatus;
use crate::i18n::Message;
use crate::i18n::ui::UiMessage;

/// Where one step of the strip stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Done,
    Current,
    Ahead,
    Stopped,
}

const fn steps(status: TokenStatus) -> [Step; 3] {
    match status {
        TokenStatus::Available => [Step::Current, Step::Ahead, Step::Ahead],
        TokenStatus::Assigned => [Step::Done, Step::Current, Step::Ahead],
        TokenStatus::PendingActivation => [Step::Done, Step::Done, Step::Current],
        TokenStatus::Active => [Step::Done, Step::Done, Step::Done],
        TokenStatus::Blocked | TokenStatus::Disabled => [Step::Done, Step::Done, Step::Stopped],
        TokenStatus::Retired => [Step::Stopped, Step::Stopped, Step::Stopped],
    }
}

const fn turn_message(status: TokenStatus, to_admin: bool) -> UiMessage {
    match status {
        TokenStatus::Available if to_admin => UiMessage::TurnAvailable,
        TokenStatus::Available => UiMessage::TurnAvailableAdmin,
        TokenStatus::Assigned => UiMessage::TurnAssigned,
        TokenStatus::PendingActivation if to_admin => UiMessage::TurnPendingActivation,
        TokenStatus::PendingActivation => UiMessage::TurnPendingActivationAdmin,
        TokenStatus::Active => UiMessage::TurnActive,
        TokenStatus::Blocked => UiMessage::TurnBlocked,
        TokenStatus::Disabled => UiMessage::TurnDisabled,
        TokenStatus::Retired => UiMessage::TurnRetired,
    }
}

/// Asignado → Enrolado → Activo, with the present step and whose turn it is.
#[component]
pub fn Lifeline(
    /// The token's status.
    #[prop(into)]
    status: Signal<TokenStatus>,
    /// Whose turn it is, when more can be said than the status tells.
    #[prop(into, optional)]
    turn: Signal<Option<String>>,
    /// Whether the reader is the administrator whose turn it may be.
    #[prop(optional)]
    to_admin: bool,
) -> impl IntoView {
    let locale = use_locale();
    let label = t(UiMessage::Lifeline);
    let names = [
        UiMessage::LifelineAssigned,
        UiMessage::LifelineEnrolled,
        UiMessage::LifelineActive,
    ];
    let entries = names
        .into_iter()
        .enumerate()
        .map(|(at, name)| view! { <LifelineStep name=t(name) step=Signal::derive(move || steps(status.get())[at])/> })
        .collect_view();
    view! {
        <div class="lifeline">
            <ol class="lifeline-steps" aria-label=label>{entries}</ol>
            <p class="lifeline-turn">
                {move || turn.get().unwrap_or_else(|| turn_message(status.get(), to_admin).text(locale.get()).to_owned())}
            </p>
        </div>
    }
    .into_any()
}

#[component]
fn LifelineStep(name: Signal<String>, step: Signal<Step>) -> impl IntoView {
    let locale = use_locale();
    let state = move || match step.get() {
        Step::Done => "done",
        Step::Current => "current",
        Step::Ahead => "ahead",
        Step::Stopped => "stopped",
    };
    let said = move || {
        let message = match step.get() {
            Step::Done => UiMessage::StepDone,
            Step::Current => UiMessage::StepCurrent,
            Step::Ahead => UiMessage::StepAhead,
            Step::Stopped => UiMessage::StepStopped,
        };
        message.text(locale.get())
    };
    let icon = Signal::derive(move || match step.get() {
        Step::Done => IconName::Check,
        Step::Current => IconName::More,
        Step::Ahead => IconName::Circle,
        Step::Stopped => IconName::Lock,
    });
    view! {
        <li class="lifeline-step" data-state=state aria-current=move || (step.get() == Step::Current).then_some("step")>
            <span class="lifeline-dot"><Icon name=icon/></span>
            <span class="lifeline-name">{name} <span class="sr-only">" (" {said} ")"</span></span>
        </li>
    }
    .into_any()
}
