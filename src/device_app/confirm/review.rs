//! What will happen, told from the bytes that are signed.

use leptos::prelude::*;

use super::{Confirming, Stage};
use crate::device_app::screen::{Arrival, TroubleNotice};
use crate::device_app::session::WaitingOperation;
use crate::device_app::{clock, sentence};
use crate::domain::protocol::{Challenge, Decision};
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{
    AppScreen, Button, ButtonVariant, Countdown, Dialog, KeyValue, KeyValueList, t, use_locale,
};

#[component]
pub(super) fn ReviewScreen(confirming: Confirming, operation: WaitingOperation) -> impl IntoView {
    let locale = use_locale();
    let asked = RwSignal::new(false);
    let challenge = operation.challenge;
    let told = challenge.clone();
    let requested_by = challenge.requested_by_username.clone();
    let company = challenge.company_name.clone();
    let serial = challenge.serial.to_string();
    let holder = challenge.holder_username.clone();
    let title = Signal::derive(move || sentence::future(&told, locale.get()));
    let (go_on, reject) = (t(Words::Continue), t(Words::Reject));
    view! {
        <AppScreen
            title
            step=t(Words::RequestKicker)
            back="/app"
            actions=move || view! {
                <Button variant=ButtonVariant::Primary on_click=move || confirming.go(Stage::Sign)>{go_on}</Button>
                <Button on_click=move || asked.set(true)>{reject}</Button>
            }
        >
            <Arrival title/>
            <KeyValueList>
                <KeyValue name=t(Words::RequestedByName)>{requested_by}</KeyValue>
                <KeyValue name=t(Words::Company)>{company}</KeyValue>
                <KeyValue name=t(Words::Serial) mono=true>{serial}</KeyValue>
                <KeyValue name=t(Words::User)>{holder}</KeyValue>
            </KeyValueList>
            <TimeLeft confirming challenge/>
            <p class="muted">{t(Words::ReviewHint)}</p>
        </AppScreen>
        <RejectDialog confirming asked/>
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
