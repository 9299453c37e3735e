//! The second administrator's yes, which their AppMovil signs, or their no.

use leptos::prelude::*;

use crate::api::approval::{ask_approval, reject_operation};
use crate::console::app_link::AppLink;
use crate::console::error_notice::ErrorNotice;
use crate::console::error_words::approval_refusal_message;
use crate::domain::approval::ApprovalRefusal;
use crate::domain::operation::{OPERATION_LIFETIME, WRONG_NUMBERS_ALLOWED};
use crate::domain::view::{ApprovalQuestion, ApprovalView};
use crate::i18n::Message;
use crate::i18n::console_approval::ApprovalMessage as Words;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{
    BigNumber, Button, ButtonVariant, Countdown, Dialog, IconName, Notice, NoticeKind, Waiting, t,
    t_with, use_locale,
};

/// What the reader can do: answer, or know why not.
#[component]
pub fn Answer(approval: Signal<ApprovalView>, again: Callback<()>) -> impl IntoView {
    let why_not = Memo::new(move |_| approval.with(|approval| approval.why_not));
    move || match why_not.get() {
        None => view! { <Decide approval again/> }.into_any(),
        Some(refusal) => view! { <WhyNot refusal/> }.into_any(),
    }
}

#[component]
fn WhyNot(refusal: ApprovalRefusal) -> impl IntoView {
    let locale = use_locale();
    let words = move || match refusal {
        ApprovalRefusal::NotYourRole => Words::AuditorLead.text(locale.get()),
        other => approval_refusal_message(other).text(locale.get()),
    };
    view! { <Notice title=t(Words::WhyNotTitle)>{words}</Notice> }.into_any()
}

#[component]
fn Decide(approval: Signal<ApprovalView>, again: Callback<()>) -> impl IntoView {
    let id = approval.with_untracked(|approval| approval.row.id);
    let question = Memo::new(move |_| approval.with(|approval| approval.question.clone()));
    let rejecting = RwSignal::new(false);
    let ask = Action::new(move |(): &()| ask_approval(id));
    Effect::new(move |_| {
        if ask.value().get().is_some() {
            again.run(());
        }
    });
    let ran_out = RwSignal::new(false);
    Effect::new(move |before: Option<bool>| {
        let now = question.with(Option::is_some);
        ran_out.set(before == Some(true) && !now);
        now
    });
    let error = move || ask.value().get().and_then(Result::err);
    let number = Memo::new(move |_| {
        question.with(|question| question.as_ref().map(|question| question.number.clone()))
    });
    let (approve, asking, reject, open) = (
        t(Words::Approve),
        t(Words::Asking),
        t(Words::Reject),
        t(OperationMessage::OpenApp),
    );
    view! {
        {move || number.get().map(|_| view! { <Question approval again/> })}
        <div role="status">
            {move || ran_out.get().then(|| view! {
                <Notice kind=NoticeKind::Warning title=t(Words::RanOut)>{t(Words::RanOutLead)}</Notice>
            })}
        </div>
        {move || error().map(|error| view! { <ErrorNotice error/> })}
        <div class="cluster">
            {move || if number.with(Option::is_some) {
                view! { <AppLink words=open framed=true/> }.into_any()
            } else {
                view! {
                    <Button
                        id="aprobar"
                        variant=ButtonVariant::Primary
                        icon=IconName::Check
                        busy=ask.pending()
                        busy_label=asking
                        on_click=move || { ask.dispatch(()); }
                    >{approve}</Button>
                }
                .into_any()
            }}
            <Button id="rechazar-solicitud" variant=ButtonVariant::Danger on_click=move || rejecting.set(true)>{reject}</Button>
        </div>
        <RejectDialog approval again open=rejecting/>
    }
    .into_any()
}

/// The number to type in the AppMovil, and how long it is good.
#[component]
fn Question(approval: Signal<ApprovalView>, again: Callback<()>) -> impl IntoView {
    let locale = use_locale();
    let Some((question, now)) = approval.with_untracked(|approval| {
        let question: Option<ApprovalQuestion> = approval.question.clone();
        question.map(|question| (question, approval.server_time))
    }) else {
        return ().into_any();
    };
    let left = Memo::new(move |_| {
        approval.with(|approval| {
            let question = approval.question.as_ref();
            question.map_or(WRONG_NUMBERS_ALLOWED, |question| question.numbers_left)
        })
    });
    let words = move || match left.get() {
        1 => OperationMessage::NumbersLeftOne
            .text(locale.get())
            .to_owned(),
        count => OperationMessage::NumbersLeft.fill(locale.get(), &[("count", &count.to_string())]),
    };
    let was_wrong = Memo::new(move |_| (1..WRONG_NUMBERS_ALLOWED).contains(&left.get()));
    view! {
        <p class="lead">{t(Words::WaitLead)}</p>
        <BigNumber digits=question.number label=t(OperationMessage::NumberLabel)/>
        <Countdown
            now
            expires_at=question.expires_at
            total_seconds=OPERATION_LIFETIME.as_secs()
            on_end=again
        />
        <div role="status">
            {move || was_wrong.get().then(|| view! {
                <Notice kind=NoticeKind::Warning title=Signal::derive(words)/>
            })}
        </div>
        <Waiting label=t(Words::WaitingForYou)/>
    }
    .into_any()
}

/// Asks once before the no.
#[component]
fn RejectDialog(
    approval: Signal<ApprovalView>,
    again: Callback<()>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let id = approval.with_untracked(|approval| approval.row.id);
    let reject = Action::new(move |(): &()| reject_operation(id));
    Effect::new(move |_| {
        if reject.value().get().is_some() {
            again.run(());
        }
    });
    let error = move || reject.value().get().and_then(Result::err);
    let lead = t_with(Words::RejectLead, move || {
        vec![(
            "name",
            approval.with(|approval| approval.row.requester_username.clone()),
        )]
    });
    let (yes, no, rejecting) = (t(Words::RejectYes), t(Words::RejectNo), t(Words::Rejecting));
    view! {
        <Dialog
            id="rechazar"
            open
            title=t(Words::RejectTitle)
            actions=move || view! {
                <Button
                    variant=ButtonVariant::Danger
                    busy=reject.pending()
                    busy_label=rejecting
                    on_click=move || { reject.dispatch(()); }
                >{yes}</Button>
                <Button on_click=move || open.set(false)>{no}</Button>
            }
        >
            <p>{lead}</p>
            {move || error().map(|error| view! { <ErrorNotice error/> })}
        </Dialog>
    }
    .into_any()
}
