//! The result of an operation, each with its own words and its next step.

use leptos::prelude::*;

use super::candidates::search_href;
use super::items::Items;
use super::progress::OUTCOME_ID;
use super::review::use_queue;
use super::what::named;
use crate::console::paths;
use crate::console::support::SupportPanel;
use crate::console::token::action_of;
use crate::console::words::deed;
use crate::domain::operation::{OperationKind, OperationState, Rejection};
use crate::domain::serial::Serial;
use crate::domain::token::ActionKind;
use crate::domain::view::{OperationView, SubjectView};
use crate::i18n::Message;
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{ButtonVariant, IconName, LinkButton, Notice, NoticeKind, t, t_with, use_locale};

/// The result.
#[component]
pub fn Outcome(operation: Signal<OperationView>) -> impl IntoView {
    let (kind, state) = operation.with_untracked(|operation| (operation.kind, operation.state));
    let is_batch =
        operation.with_untracked(|operation| matches!(operation.subject, SubjectView::Batch(_)));
    let (title, lead) = match state {
        OperationState::Applied if is_batch => (Words::BatchDoneTitle, Words::BatchDoneLead),
        OperationState::Expired if operation.with_untracked(OperationView::waited_for_second) => {
            (Words::SecondExpiredTitle, Words::SecondExpiredLead)
        }
        _ => words(kind, state),
    };
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
                <Meanwhile operation/>
                {is_good.then(|| view! { <DemoMailbox operation/> })}
            </Notice>
            {(is_good && is_batch).then(|| view! {
                <Items operation=operation.with_untracked(|operation| operation.id)/>
            })}
            {if is_good {
                view! { <AfterSuccess operation/> }.into_any()
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
        (OperationState::Applied, OperationKind::Cancel) => {
            (Words::CancelDoneTitle, Words::CancelDoneLead)
        }
        (OperationState::Applied, OperationKind::Unblock) => {
            (Words::UnblockDoneTitle, Words::UnblockDoneLead)
        }
        (OperationState::Applied, OperationKind::ReplaceDevice) => {
            (Words::ReplaceDoneTitle, Words::ReplaceDoneLead)
        }
        (OperationState::Applied, OperationKind::Unassign) => {
            (Words::UnassignDoneTitle, Words::UnassignDoneLead)
        }
        (OperationState::Applied, OperationKind::UnassignRestoringPhysical) => {
            (Words::UnassignDoneTitle, Words::UnassignRestoredLead)
        }
        (OperationState::Applied, OperationKind::ChangeContact) => {
            (Words::ContactDoneTitle, Words::ContactDoneLead)
        }
        (OperationState::Rejected { reason }, _) => match reason {
            Rejection::OnDevice => (Words::RejectedTitle, Words::RejectedLead),
            Rejection::WrongNumbers => (Words::WrongNumbersTitle, Words::WrongNumbersLead),
            Rejection::DeviceBlocked => (Words::DeviceBlockedTitle, Words::DeviceBlockedLead),
            Rejection::BySecond => (Words::RejectedBySecondTitle, Words::RejectedBySecondLead),
        },
        (OperationState::Expired, _) => (Words::ExpiredTitle, Words::ExpiredLead),
        (OperationState::Cancelled, _) => (Words::CancelledTitle, Words::CancelledLead),
        (OperationState::Superseded, _) => (Words::SupersededTitle, Words::SupersededLead),
        (
            OperationState::Pending
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

/// What somebody did to the token while its request waited.
#[component]
fn Meanwhile(operation: Signal<OperationView>) -> impl IntoView {
    let locale = use_locale();
    let words = move || {
        operation.with(|operation| {
            operation.meanwhile.as_ref().map(|entry| {
                let locale = locale.get();
                Words::Meanwhile.fill(locale, &[("deed", &deed(entry, locale))])
            })
        })
    };
    move || words().map(|words| view! { <p>{words}</p> })
}

/// The next token of the selection that this one was chosen in, if there is one.
#[component]
pub fn NextOfSelection(
    /// What is done with each.
    kind: Option<ActionKind>,
    /// The weight of the way to it.
    variant: ButtonVariant,
) -> impl IntoView {
    let queue = use_queue();
    let (Some((next, rest)), Some(action)) = (queue.split_first(), kind.and_then(action_of)) else {
        return ().into_any();
    };
    let href = paths::change(action.segment, *next, rest);
    let (serial, count) = (next.to_string(), queue.len().to_string());
    let words = t_with(Words::NextOfSelection, move || {
        vec![("serial", serial.clone())]
    });
    let left = match rest {
        [] => t(Words::LeftOfSelectionOne),
        _ => t_with(Words::LeftOfSelection, move || {
            vec![("count", count.clone())]
        }),
    };
    view! {
        <p>{left}</p>
        <p><LinkButton href variant icon=IconName::ArrowRight>{words}</LinkButton></p>
    }
    .into_any()
}

/// Back to the table; after an assignment, another one.
#[component]
fn AfterSuccess(operation: Signal<OperationView>) -> impl IntoView {
    let kind = operation.with_untracked(|operation| operation.kind);
    let (back, another) = (t(TokenMessage::BackToTable), t(Words::AssignAnother));
    let variant = if use_queue().is_empty() {
        ButtonVariant::Primary
    } else {
        ButtonVariant::Secondary
    };
    let back_variant = if kind == OperationKind::ChangeContact {
        ButtonVariant::Secondary
    } else {
        variant
    };
    view! {
        <NextOfSelection kind=operation.with_untracked(|operation| operation.kind.action_kind()) variant=ButtonVariant::Primary/>
        <div class="cluster">
            {holder_link(operation, variant)}
            <LinkButton href=paths::TOKENS variant=back_variant>{back}</LinkButton>
            {(kind == OperationKind::Assign).then(|| view! {
                <LinkButton href=paths::ASSIGN icon=IconName::Plus>{another}</LinkButton>
            })}
        </div>
    }
    .into_any()
}

/// The way to the user whose data changed.
fn holder_link(operation: Signal<OperationView>, variant: ButtonVariant) -> AnyView {
    let holder =
        operation.with_untracked(|operation| operation.contact.as_ref().map(|(user, _)| *user));
    let words = t(Words::SeeUser);
    holder
        .map(|user| view! { <LinkButton href=paths::user(user) variant>{words}</LinkButton> })
        .into_any()
}

/// The same again, or back to the table.
#[component]
fn AfterFailure(operation: Signal<OperationView>) -> impl IntoView {
    let queue = use_queue();
    let again_href = operation.with_untracked(|operation| again(operation, &queue));
    let (again_words, back) = (t(Words::AskAgain), t(TokenMessage::BackToTable));
    view! {
        <NextOfSelection kind=operation.with_untracked(|operation| operation.kind.action_kind()) variant=ButtonVariant::Secondary/>
        <div class="cluster">
            {again_href.map(|href| view! {
                <LinkButton href variant=ButtonVariant::Primary icon=IconName::Refresh>{again_words}</LinkButton>
            })}
            <LinkButton href=paths::TOKENS>{back}</LinkButton>
        </div>
    }
    .into_any()
}

/// Where the same can be asked for again, if it makes sense to; `queue` comes
/// after it.
fn again(operation: &OperationView, queue: &[Serial]) -> Option<String> {
    let is_blocked = operation.state
        == OperationState::Rejected {
            reason: Rejection::DeviceBlocked,
        };
    if is_blocked {
        return None;
    }
    // What was typed comes back with the request.
    if let Some((user, _)) = &operation.contact {
        return Some(paths::edit_user_from(*user, operation.id));
    }
    match (&operation.subject, operation.kind) {
        (SubjectView::Batch(_), OperationKind::Assign) => Some(paths::USERS.to_owned()),
        (SubjectView::Batch(_), _) => None,
        (
            SubjectView::Token {
                holder_username, ..
            },
            OperationKind::Assign,
        ) => Some(search_href(holder_username)),
        (SubjectView::Token { serial, .. }, kind) => {
            let action = action_of(kind.action_kind()?)?;
            Some(paths::change(action.segment, *serial, queue))
        }
    }
}
