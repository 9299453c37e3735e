//! The waiting screen: what is being confirmed, with which number, and until
//! when.

use leptos::prelude::*;

use super::what::what;
use crate::api::operation::cancel_operation;
use crate::console::app_link::AppLink;
use crate::console::error_notice::ErrorNotice;
use crate::domain::company::Approvals;
use crate::domain::operation::{OPERATION_LIFETIME, OperationState, WRONG_NUMBERS_ALLOWED};
use crate::domain::view::{OperationView, SubjectView};
use crate::i18n::Message;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{
    BigNumber, Button, Countdown, LinkButton, Notice, NoticeKind, Panel, ProgressBar, Waiting, t,
    t_with, use_locale,
};

/// Where the requester follows what they asked for.
const MY_REQUESTS: &str = "/administracion/aprobaciones?vista=mis-solicitudes";

/// The screen. `look` asks where the operation stands.
#[component]
pub fn WaitingForDevice(operation: Signal<OperationView>, look: Callback<()>) -> impl IntoView {
    let state = Memo::new(move |_| operation.with(|operation| operation.state));
    let (now, expires_at) =
        operation.with_untracked(|operation| (operation.server_time, operation.expires_at));
    let awaits_device = move || state.get() == OperationState::Pending;
    // What is confirmed is being carried out: its time no longer counts, and
    // nobody can take it back.
    let can_end = Memo::new(move |_| state.get() != OperationState::Confirmed);
    let lead = t(OperationMessage::WaitLead);
    view! {
        <Panel>
            <div class="stack stack-tight">
                <h2>{what(operation)}</h2>
                {move || awaits_device().then(|| view! { <p class="lead">{lead}</p> })}
            </div>
            <NumberToType operation/>
            <Second operation state=state.into()/>
            {move || awaits_device().then(|| view! {
                <Countdown now expires_at total_seconds=OPERATION_LIFETIME.as_secs() on_end=look/>
            })}
            <NumbersLeft operation/>
            <Waiting label=waiting_words(state.into(), operation)/>
            <BatchSteps operation/>
            {move || can_end.get().then(|| view! { <CancelRequest operation look/> })}
        </Panel>
    }
    .into_any()
}

/// With two approvals: what comes after one's own, and until when it waits.
#[component]
fn Second(operation: Signal<OperationView>, state: Signal<OperationState>) -> impl IntoView {
    let is_dual = operation.with_untracked(|operation| operation.approvals == Approvals::Two);
    let until = t_with(OperationMessage::SecondUntil, move || {
        vec![(
            "until",
            operation.with(|operation| operation.expires_at.to_minute_text()),
        )]
    });
    let nobody = Memo::new(move |_| operation.with(|operation| operation.approvers == 0));
    let (after, nobody_words, see) = (
        t(OperationMessage::SecondAfter),
        t(OperationMessage::SecondNobody),
        t(OperationMessage::SeeApprovals),
    );
    let what_comes = move || match state.get() {
        OperationState::Pending if is_dual => {
            Some(view! { <p class="muted">{after}</p> }.into_any())
        }
        OperationState::AwaitingSecondApproval => Some(
            view! {
                <p class="lead">{until}</p>
                <p><LinkButton href=MY_REQUESTS>{see}</LinkButton></p>
            }
            .into_any(),
        ),
        _ => None,
    };
    view! {
        {what_comes}
        {move || (is_dual && nobody.get()).then(|| view! {
            <Notice kind=NoticeKind::Warning title=nobody_words/>
        })}
    }
    .into_any()
}

fn waiting_words(
    state: Signal<OperationState>,
    operation: Signal<OperationView>,
) -> Signal<String> {
    let locale = use_locale();
    let progress = Memo::new(move |_| {
        operation.with(|operation| match operation.subject {
            SubjectView::Batch(progress) => Some(progress),
            SubjectView::Token { .. } => None,
        })
    });
    Signal::derive(move || {
        if let (OperationState::Confirmed, Some(progress)) = (state.get(), progress.get()) {
            let (settled, count) = (progress.settled().to_string(), progress.items.to_string());
            let values = [("settled", settled.as_str()), ("count", count.as_str())];
            return OperationMessage::BatchProgress.fill(locale.get(), &values);
        }
        let message = match state.get() {
            OperationState::AwaitingSecondApproval => OperationMessage::WaitingSecond,
            OperationState::Pending => OperationMessage::Waiting,
            _ => OperationMessage::Applying,
        };
        message.text(locale.get()).to_owned()
    })
}

/// How far the change of many tokens has come, once it was confirmed.
#[component]
fn BatchSteps(operation: Signal<OperationView>) -> impl IntoView {
    let progress = Memo::new(move |_| {
        operation.with(|operation| match (&operation.subject, operation.state) {
            (SubjectView::Batch(progress), OperationState::Confirmed) => Some(*progress),
            _ => None,
        })
    });
    let is_shown = Memo::new(move |_| progress.with(Option::is_some));
    let settled = move || progress.with(|of| of.map_or(0, |of| of.settled() as usize));
    let items = move || progress.with(|of| of.map_or(0, |of| of.items as usize));
    let label = t(OperationMessage::StepResult);
    move || {
        is_shown.get().then(|| {
            view! { <ProgressBar label value=Signal::derive(settled) of=Signal::derive(items)/> }
        })
    }
}

#[component]
fn NumberToType(operation: Signal<OperationView>) -> impl IntoView {
    let number = Memo::new(move |_| operation.with(|operation| operation.number.clone()));
    let label = t(OperationMessage::NumberLabel);
    move || {
        number
            .get()
            .map(|digits| view! { <BigNumber digits label/> })
    }
}

/// Says how many attempts are left, once one was wrong.
#[component]
fn NumbersLeft(operation: Signal<OperationView>) -> impl IntoView {
    let locale = use_locale();
    let left = Memo::new(move |_| operation.with(|operation| operation.numbers_left));
    let words = move || match left.get() {
        1 => OperationMessage::NumbersLeftOne
            .text(locale.get())
            .to_owned(),
        count => OperationMessage::NumbersLeft.fill(locale.get(), &[("count", &count.to_string())]),
    };
    let was_wrong = Memo::new(move |_| (1..WRONG_NUMBERS_ALLOWED).contains(&left.get()));
    view! {
        <div role="status">
            {move || was_wrong.get().then(|| view! {
                <Notice kind=NoticeKind::Warning title=Signal::derive(words)/>
            })}
        </div>
    }
}

#[component]
fn CancelRequest(operation: Signal<OperationView>, look: Callback<()>) -> impl IntoView {
    let id = operation.with_untracked(|operation| operation.id);
    let cancel = Action::new(move |(): &()| cancel_operation(id));
    Effect::new(move |_| {
        if cancel.value().get().is_some() {
            look.run(());
        }
    });
    let error = move || cancel.value().get().and_then(Result::err);
    let (words, open) = (
        t(OperationMessage::CancelRequest),
        t(OperationMessage::OpenApp),
    );
    view! {
        {move || error().map(|error| view! { <ErrorNotice error/> })}
        <div class="cluster">
            <Button
                id="cancelar-solicitud"
                busy=cancel.pending()
                busy_label=t(OperationMessage::Cancelling)
                on_click=move || { cancel.dispatch(()); }
            >
                {words}
            </Button>
            <AppLink words=open/>
        </div>
    }
    .into_any()
}
