//! The console's number and the PIN: what makes a yes.

use leptos::prelude::*;

use super::review::{RejectDialog, TimeLeft};
use super::{Confirming, NUMBER, PIN, Stage};
use crate::device_app::screen::{Arrival, TroubleNotice};
use crate::device_app::session::WaitingOperation;
use crate::device_app::trouble::Trouble;
use crate::device_app::{browser, sentence};
use crate::domain::protocol::{Decision, DeviceFault, NUMBER_DIGITS, is_pin};
use crate::i18n::Message;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, Button, ButtonVariant, CodeInput, Field, PinInput, t, use_locale};

#[component]
pub(super) fn SignScreen(confirming: Confirming, operation: WaitingOperation) -> impl IntoView {
    let locale = use_locale();
    let asked = RwSignal::new(false);
    let missing = RwSignal::new((false, false));
    let busy = Signal::derive(move || confirming.busy.get() == Some(Decision::Approve));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let number = confirming
            .number
            .with_untracked(|number| number.len() != NUMBER_DIGITS);
        let pin = confirming.pin.with_untracked(|pin| !is_pin(pin));
        missing.set((number, pin));
        if number {
            browser::focus_field(NUMBER);
        } else if pin {
            browser::focus_field(PIN);
        } else {
            confirming.answer(Decision::Approve);
        }
    };
    let number_error = Signal::derive(move || match confirming.trouble.get() {
        Some(trouble) if is_about_number(&trouble) => Some(trouble.title(locale.get())),
        _ => missing
            .get()
            .0
            .then(|| Words::NumberMissing.text(locale.get()).to_owned()),
    });
    let pin_error = Signal::derive(move || match confirming.trouble.get() {
        Some(trouble) if is_about_pin(&trouble) => Some(trouble.title(locale.get())),
        _ => missing
            .get()
            .1
            .then(|| Words::PinNotSixDigits.text(locale.get()).to_owned()),
    });
    let elsewhere = Signal::derive(move || {
        confirming
            .trouble
            .get()
            .filter(|trouble| !is_about_number(trouble) && !is_about_pin(trouble))
    });
    let challenge = operation.challenge;
    let told = challenge.clone();
    let lead = Signal::derive(move || Some(sentence::future(&told, locale.get())));
    let title = t(Words::SignTitle);
    let (approve, approving, review, reject) = (
        t(Words::Approve),
        t(Words::Approving),
        t(Words::BackToReview),
        t(Words::Reject),
    );
    view! {
        <form on:submit=submit novalidate>
            <AppScreen
                title
                lead
                actions=move || view! {
                    <Button submit=true variant=ButtonVariant::Primary busy busy_label=approving>{approve}</Button>
                    <Button on_click=move || asked.set(true)>{reject}</Button>
                    <Button variant=ButtonVariant::Quiet on_click=move || confirming.go(Stage::Review)>{review}</Button>
                }
            >
                <Arrival title/>
                <TimeLeft confirming challenge/>
                <TroubleNotice trouble=elsewhere/>
                <Field id=NUMBER label=t(Words::NumberLabel) hint=t(Words::NumberHint) error=number_error>
                    <CodeInput
                        name=NUMBER
                        value=confirming.number
                        from_screen=true
                        on_complete=move || browser::focus_field(PIN)
                    />
                </Field>
                <Field id=PIN label=t(Words::PinOfDevice) error=pin_error>
                    <PinInput name=PIN value=confirming.pin/>
                </Field>
            </AppScreen>
        </form>
        <RejectDialog confirming asked/>
    }
    .into_any()
}

const fn is_about_number(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Refused(DeviceFault::WrongNumber { .. }))
}

const fn is_about_pin(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Refused(DeviceFault::WrongPin { .. }))
}
