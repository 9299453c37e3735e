//! What a request will do, before anybody answers it.

use leptos::prelude::*;

use super::state::OperationBadge;
use crate::console::operation::{ContactFacts, Items, lead};
use crate::console::paths;
use crate::domain::operation::{OperationKind, OperationState};
use crate::domain::token::{ActionKind, destination};
use crate::domain::view::{ApprovalView, SubjectView};
use crate::i18n::console_approval::ApprovalMessage as Words;
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::console_token::TokenMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{Icon, IconName, KeyValue, KeyValueList, StateBadge, t, use_locale};

/// Who asked, when, until when, and about which token.
#[component]
pub fn Facts(approval: Signal<ApprovalView>) -> impl IntoView {
    let row = Memo::new(move |_| approval.with(|approval| approval.row.clone()));
    let requester =
        move || row.with(|row| format!("{} · {}", row.requester_username, row.requester_full_name));
    let state = Memo::new(move |_| row.with(|row| row.state));
    let second = Memo::new(move |_| row.with(|row| row.second_username.clone()));
    let settled_at = Memo::new(move |_| row.with(|row| row.settled_at));
    let waits = move || state.get() == OperationState::AwaitingSecondApproval;
    view! {
        <KeyValueList>
            <KeyValue name=t(Words::RequestState)>{move || view! { <OperationBadge state=state.get()/> }}</KeyValue>
            <KeyValue name=t(Words::RequestedBy)>{requester}</KeyValue>
            <KeyValue name=t(Words::RequestedAt)>{move || row.with(|row| row.requested_at.to_minute_text())}</KeyValue>
            {move || waits().then(|| view! {
                <KeyValue name=t(Words::Expires)>{move || row.with(|row| row.expires_at.to_minute_text())}</KeyValue>
            })}
            {move || settled_at.get().map(|at| view! {
                <KeyValue name=t(Words::SettledAt)>{at.to_minute_text()}</KeyValue>
            })}
            {move || second.get().map(|name| view! {
                <KeyValue name=t(Words::Second)>{name}</KeyValue>
            })}
            {subject(approval)}
        </KeyValueList>
    }
    .into_any()
}

/// The token, its user, and the state that it is in and would come to.
fn subject(approval: Signal<ApprovalView>) -> AnyView {
    let (kind, subject) =
        approval.with_untracked(|approval| (approval.row.kind, approval.row.subject.clone()));
    let SubjectView::Token {
        serial,
        holder_username,
        holder_full_name,
    } = subject
    else {
        return ().into_any();
    };
    let status = Memo::new(move |_| approval.with(|approval| approval.status));
    let waits = Memo::new(move |_| {
        approval.with(|approval| approval.row.state == OperationState::AwaitingSecondApproval)
    });
    let becomes = t(OperationMessage::Becomes);
    let next = move || {
        let next = destination(status.get()?, kind.action_kind()?).filter(|_| waits.get())?;
        Some(view! {
            <Icon name=IconName::ArrowRight/> <span class="sr-only">{becomes}</span>
            <StateBadge status=next/>
        })
    };
    view! {
        <KeyValue name=t(TokenMessage::Serial) mono=true>
            <a href=paths::detail(serial)>{serial.to_string()}</a>
        </KeyValue>
        <KeyValue name=t(TokenMessage::Holder)>{format!("{holder_username} · {holder_full_name}")}</KeyValue>
        <KeyValue name=t(Words::TokenState)>
            <span class="cluster">
                {move || status.get().map(|status| view! { <StateBadge status/> })} {next}
            </span>
        </KeyValue>
    }
    .into_any()
}

/// What approving brings, in words; for a list, the list.
#[component]
pub fn Consequence(approval: Signal<ApprovalView>) -> impl IntoView {
    let locale = use_locale();
    let row = approval.with_untracked(|approval| approval.row.clone());
    let (kind, told) = (row.kind, row.subject.clone());
    let words = move || consequence(kind, &told, locale.get());
    view! {
        <section class="stack stack-tight" aria-labelledby="consecuencia">
            <h3 id="consecuencia">{t(Words::Consequence)}</h3>
            <p>{words}</p>
            {row.contact.map(|change| view! { <ContactFacts change/> })}
        </section>
    }
    .into_any()
}

/// The list of a request about many tokens, with results once it was carried out.
#[component]
pub fn ListOf(approval: Signal<ApprovalView>) -> impl IntoView {
    let (id, is_batch) = approval.with_untracked(|approval| {
        let is_batch = matches!(approval.row.subject, SubjectView::Batch(_));
        (approval.row.id, is_batch)
    });
    let is_applied =
        Memo::new(move |_| approval.with(|approval| approval.row.state == OperationState::Applied));
    move || {
        is_batch.then(|| {
            let title = if is_applied.get() {
                OperationMessage::ItemsTitle
            } else {
                OperationMessage::ListTitle
            };
            view! { <Items operation=id title/> }
        })
    }
}

fn consequence(kind: OperationKind, subject: &SubjectView, locale: Locale) -> String {
    let name = match subject {
        SubjectView::Token {
            holder_username, ..
        } => holder_username.as_str(),
        SubjectView::Batch(_) => {
            let words = match kind {
                OperationKind::Assign => Words::AssignManyLead,
                _ => Words::ChangeManyLead,
            };
            return words.text(locale).to_owned();
        }
    };
    let values = [("name", name)];
    match kind {
        OperationKind::Assign => Words::AssignLead.fill(locale, &values),
        OperationKind::ChangeContact => Words::ContactLead.fill(locale, &values),
        OperationKind::UnassignRestoringPhysical => format!(
            "{} {}",
            lead(ActionKind::Unassign).fill(locale, &values),
            Words::RestoringLead.text(locale)
        ),
        _ => kind
            .action_kind()
            .map(|action| lead(action).fill(locale, &values))
            .unwrap_or_default(),
    }
}
