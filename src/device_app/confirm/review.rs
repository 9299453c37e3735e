//! What will happen, told from the bytes that are signed.

use leptos::prelude::*;

use super::{Confirming, Stage};
use crate::device_app::screen::{Arrival, TroubleNotice};
use crate::device_app::session::WaitingOperation;
use crate::device_app::{clock, sentence};
use crate::domain::protocol::{
    Challenge, ChallengeContact, ChallengeSubject, ChallengeToken, Decision,
};
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{
    AppScreen, Button, ButtonVariant, Countdown, Dialog, KeyValue, KeyValueList, Notice, t, t_with,
    use_locale,
};

#[component]
pub(super) fn ReviewScreen(confirming: Confirming, operation: WaitingOperation) -> impl IntoView {
    let locale = use_locale();
    let asked = RwSignal::new(false);
    let challenge = operation.challenge;
    let told = challenge.clone();
    let requested_by = challenge.requested_by_username.clone();
    let company = challenge.company_name.clone();
    let subject = subject_facts(confirming, &challenge.subject);
    let title = Signal::derive(move || sentence::future(&told, locale.get()));
    let first = challenge.first_approval.as_ref();
    let kicker = if first.is_some() {
        Words::SecondKicker
    } else {
        Words::RequestKicker
    };
    let second_hint = first.map(|first| {
        let (username, at) = (
            challenge.requested_by_username.clone(),
            first.approved_at.to_minute_text(),
        );
        let words = t_with(Words::SecondHint, move || {
            vec![("username", username.clone()), ("at", at.clone())]
        });
        view! { <Notice title=words/> }
    });
    let (go_on, reject) = (t(Words::Continue), t(Words::Reject));
    view! {
        <AppScreen
            title
            step=t(kicker)
            back="/app"
            actions=move || view! {
                <Button variant=ButtonVariant::Primary on_click=move || confirming.go(Stage::Sign)>{go_on}</Button>
                <Button on_click=move || asked.set(true)>{reject}</Button>
            }
        >
            <Arrival title/>
            {second_hint}
            <KeyValueList>
                <KeyValue name=t(Words::RequestedByName)>{requested_by}</KeyValue>
                <KeyValue name=t(Words::Company)>{company}</KeyValue>
                {subject}
            </KeyValueList>
            <TimeLeft confirming challenge/>
            <SignedList confirming/>
            <p class="muted">{t(Words::ReviewHint)}</p>
        </AppScreen>
        <RejectDialog confirming asked/>
    }
    .into_any()
}

/// The token and its user, or how many there are.
fn subject_facts(confirming: Confirming, subject: &ChallengeSubject) -> AnyView {
    match subject {
        ChallengeSubject::Token(subject) => {
            let serial = subject.serial.to_string();
            let holder = subject.holder_username.clone();
            view! {
                <KeyValue name=t(Words::Serial) mono=true>{serial}</KeyValue>
                <KeyValue name=t(Words::User)>{holder}</KeyValue>
            }
            .into_any()
        }
        ChallengeSubject::Contact(subject) => contact_facts(subject),
        ChallengeSubject::Batch(_) => {
            let count = confirming.list.with_untracked(Vec::len);
            view! { <KeyValue name=t(Words::HowMany)>{count}</KeyValue> }.into_any()
        }
    }
}

/// The holder's data before and after, each that changes.
fn contact_facts(subject: &ChallengeContact) -> AnyView {
    let ChallengeContact { token, contact } = subject;
    let nothing = t(Words::NoData);
    let told = move |text: &str| {
        let text = text.to_owned();
        Signal::derive(move || {
            if text.is_empty() {
                nothing.get()
            } else {
                text.clone()
            }
        })
    };
    let changed = |name: Words, before: &str, after: &str| {
        let (before_words, after_words) = (told(before), told(after));
        let becomes = t(Words::Becomes);
        (before != after).then(|| {
            view! {
                <KeyValue name=t(name)>
                    <span class="muted">{before_words}</span>
                    <span class="sr-only">" " {becomes} " "</span>
                    <br/>
                    <strong>{after_words}</strong>
                </KeyValue>
            }
        })
    };
    let checked = if contact.contact_confirmed {
        Words::DataChecked
    } else {
        Words::DataUnchecked
    };
    let serial = token.serial.to_string();
    let holder = token.holder_username.clone();
    view! {
        <KeyValue name=t(Words::Serial) mono=true>{serial}</KeyValue>
        <KeyValue name=t(Words::User)>{holder}</KeyValue>
        {changed(Words::Email, &contact.email_before, &contact.email_after)}
        {changed(Words::Mobile, &contact.mobile_before, &contact.mobile_after)}
        {changed(Words::FullName, &token.holder_full_name, &contact.full_name_after)}
        <KeyValue name=t(Words::DataState)>{t(checked)}</KeyValue>
    }
    .into_any()
}

/// How many entries of a list are shown before it is unfolded.
const FIRST_NAMES: usize = 5;

/// The list that is signed: the first names, and the others behind one touch.
#[component]
fn SignedList(confirming: Confirming) -> impl IntoView {
    let list = confirming.list.get_untracked();
    if list.is_empty() {
        return ().into_any();
    }
    let entry = |entry: &ChallengeToken| {
        let (person, serial) = (sentence::person(entry), entry.serial.to_string());
        view! { <li>{person} " " <span class="mono muted">{serial}</span></li> }.into_any()
    };
    let first = list.iter().take(FIRST_NAMES).map(entry).collect_view();
    let rest: Vec<AnyView> = list.iter().skip(FIRST_NAMES).map(entry).collect();
    let count = rest.len().to_string();
    let more = t_with(Words::ListMore, move || vec![("count", count.clone())]);
    let start = (FIRST_NAMES + 1).to_string();
    view! {
        <section class="stack stack-tight" aria-labelledby="lista">
            <h2 class="app-heading" id="lista">{t(Words::ListHeading)}</h2>
            <ol class="signed-list">{first}</ol>
            {(!rest.is_empty()).then(|| view! {
                <details>
                    <summary>{more}</summary>
                    <ol class="signed-list signed-list-rest" start=start tabindex="0" aria-labelledby="lista">{rest}</ol>
                </details>
            })}
        </section>
    }
    .into_any()
}

/// How long the operation can still be answered.
#[component]
pub(super) fn TimeLeft(confirming: Confirming, challenge: Challenge) -> impl IntoView {
    let total_seconds = challenge.expires_at.since(challenge.issued_at).as_secs();
    view! {
        <Countdown
            now=clock::now()
            expires_at=challenge.expires_at
            total_seconds
            on_end=move || confirming.expire()
        />
    }
}

/// Asks once before the no is signed.
#[component]
pub(super) fn RejectDialog(confirming: Confirming, asked: RwSignal<bool>) -> impl IntoView {
    let busy = Signal::derive(move || confirming.busy.get() == Some(Decision::Reject));
    // A trouble with the approval has nothing to do with this question.
    Effect::new(move |_| {
        if asked.get() {
            confirming.trouble.set(None);
        }
    });
    let (yes, no, rejecting) = (t(Words::RejectYes), t(Words::RejectNo), t(Words::Rejecting));
    view! {
        <Dialog
            id="rechazar"
            open=asked
            title=t(Words::RejectAsk)
            actions=move || view! {
                <Button
                    variant=ButtonVariant::Danger
                    busy
                    busy_label=rejecting
                    on_click=move || confirming.answer(Decision::Reject)
                >{yes}</Button>
                <Button on_click=move || asked.set(false)>{no}</Button>
            }
        >
            <p>{t(Words::RejectConsequence)}</p>
            <TroubleNotice trouble=confirming.trouble/>
        </Dialog>
    }
}
