//! The result of an operation, each with its own words and its next step.

use leptos::prelude::*;

use super::candidates::search_href;
use super::progress::OUTCOME_ID;
use super::what::named;
use crate::console::paths;
use crate::console::support::SupportPanel;
use crate::domain::operation::{OperationKind, OperationState, Rejection};
use crate::domain::view::OperationView;
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{ButtonVariant, IconName, LinkButton, Notice, NoticeKind, t};

/// The result.
#[component]
pub fn Outcome(operation: Signal<OperationView>) -> impl IntoView {
    let (kind, state) = operation.with_untracked(|operation| (operation.kind, operation.state));
    let (title, lead) = words(kind, state);
    let is_good = state == OperationState::Applied;
    let notice = if is_good {
        NoticeKind::Success
    } else {
        NoticeKind::Warning
    };
    view! {
        <section class="stack" id=OUTCOME_ID tabindex="-1" aria-label=t(Words::StepResult)>
            <Notice kind=notice title=named(title, operation)>
                <p>{named(lead, operation)}</p>
                {is_good.then(|| view! { <DemoMailbox operation/> })}
            </Notice>
            {if is_good {
                view! { <AfterSuccess kind/> }.into_any()
            } else {
                view! { <AfterFailure operation/> }.into_any()
            }}
            {needs_support(state).then(|| view! { <SupportPanel/> })}
        </section>
    }
    .into_any()
}

const fn words(kind: OperationKind, state: OperationState) -> (Words, Words) {
    match (state, kind) {
        (OperationState::Applied, OperationKind::Assign) => {
            (Words::AssignedTitle, Words::AssignedLead)
        }
        (OperationState::Applied, OperationKind::Activate) => {
            (Words::ActivatedTitle, Words::ActivatedLead)
        }
        (OperationState::Rejected { reason }, _) => match reason {
            Rejection::OnDevice => (Words::RejectedTitle, Words::RejectedLead),
            Rejection::WrongNumbers => (Words::WrongNumbersTitle, Words::WrongNumbersLead),
            Rejection::DeviceBlocked => (Words::DeviceBlockedTitle, Words::DeviceBlockedLead),
        },
        (OperationState::Expired, _) => (Words::ExpiredTitle, Words::ExpiredLead),
        (OperationState::Cancelled, _) => (Words::CancelledTitle, Words::CancelledLead),
        (OperationState::Superseded, _) => (Words::SupersededTitle, Words::SupersededLead),
        (
            OperationState::Applied
            | OperationState::Pending
            | OperationState::AwaitingSecondApproval
            | OperationState::Confirmed,
            _,
        ) => (Words::AppliedTitle, Words::AppliedLead),
    }
}

const fn needs_support(state: OperationState) -> bool {
    matches!(
        state,
        OperationState::Rejected {
            reason: Rejection::OnDevice | Rejection::DeviceBlocked
        }
    )
}

/// In a demo, where the invitation can be read.
#[component]
fn DemoMailbox(operation: Signal<OperationView>) -> impl IntoView {
    let mailbox = Memo::new(move |_| operation.with(|operation| operation.demo_mailbox.clone()));
    let words = t(Words::DemoMailbox);
    move || {
        mailbox.get().map(|href| {
            view! { <p><a href=href target="_blank" rel="external">{words}</a></p> }
        })
    }
}

/// Back to the table; after an assignment, another one.
#[component]
fn AfterSuccess(kind: OperationKind) -> impl IntoView {
    let (back, another) = (t(TokenMessage::BackToTable), t(Words::AssignAnother));
    view! {
        <div class="cluster">
            <LinkButton href=paths::TOKENS variant=ButtonVariant::Primary>{back}</LinkButton>
            {(kind == OperationKind::Assign).then(|| view! {
                <LinkButton href=paths::ASSIGN icon=IconName::Plus>{another}</LinkButton>
            })}
        </div>
    }
    .into_any()
}

/// The same again, or back to the table.
#[component]
fn AfterFailure(operation: Signal<OperationView>) -> impl IntoView {
    let again_href = operation.with_untracked(again);
    let (again_words, back) = (t(Words::AskAgain), t(TokenMessage::BackToTable));
    view! {
        <div class="cluster">
            {again_href.map(|href| view! {
                <LinkButton href variant=ButtonVariant::Primary icon=IconName::Refresh>{again_words}</LinkButton>
            })}
            <LinkButton href=paths::TOKENS>{back}</LinkButton>
        </div>
    }
    .into_any()
}

/// Where the same can be asked for again, if it makes sense to.
fn again(operation: &OperationView) -> Option<String> {
    let is_blocked = operation.state
        == OperationState::Rejected {
            reason: Rejection::DeviceBlocked,
        };
    if is_blocked {
        return None;
    }
    match operation.kind {
        OperationKind::Assign => Some(search_href(&operation.holder_username)),
        OperationKind::Activate => Some(paths::activate(operation.serial)),
        _ => Some(paths::detail(operation.serial)),
    }
}
