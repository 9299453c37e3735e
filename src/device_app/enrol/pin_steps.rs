//! Which PIN, and the same once more.

use leptos::prelude::*;

use super::{Enrolling, Stage, step_words};
use crate::device_app::browser;
use crate::device_app::pin_rule::weakness;
use crate::device_app::screen::{Arrival, TroubleNotice};
use crate::i18n::Message;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, Button, ButtonVariant, Field, PinInput, t, use_locale};

const PIN: &str = "pin";
const AGAIN: &str = "repetir-pin";

#[component]
pub(super) fn ChoosePinStep(enrolling: Enrolling) -> impl IntoView {
    let locale = use_locale();
    let wrong = RwSignal::new(None::<Words>);
    let error =
        Signal::derive(move || wrong.get().map(|words| words.text(locale.get()).to_owned()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let weakness = enrolling.pin.with_untracked(|pin| weakness(pin));
        wrong.set(weakness.map(|weakness| weakness.message()));
        match weakness {
            Some(_) => browser::focus_field(PIN),
            None => {
                enrolling.again.set(String::new());
                enrolling.go(Stage::RepeatPin);
            }
        }
    };
    let title = t(Words::PinTitle);
    let go_on = t(Words::Continue);
    view! {
        <form on:submit=submit novalidate>
            <AppScreen
                title
                lead=t(Words::PinLead)
                step=step_words(3)
                actions=move || view! { <Button submit=true variant=ButtonVariant::Primary>{go_on}</Button> }
            >
                <Arrival title/>
                <Field id=PIN label=t(Words::PinLabel) hint=t(Words::PinHint) error>
                    <PinInput name=PIN value=enrolling.pin/>
                </Field>
            </AppScreen>
        </form>
    }
    .into_any()
}

#[component]
pub(super) fn RepeatPinStep(enrolling: Enrolling) -> impl IntoView {
    let differs = RwSignal::new(false);
    let words = t(Words::PinDiffers);
    let error = Signal::derive(move || differs.get().then(|| words.get()));
    let unknown_browser = t(Words::DeviceNameUnknown);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let same = enrolling.pin.get_untracked() == enrolling.again.get_untracked();
        differs.set(!same);
        if same {
            enrolling.enrol(unknown_browser.get_untracked());
        } else {
            enrolling.again.set(String::new());
            browser::focus_field(AGAIN);
        }
    };
    let choose_again = move || {
        // Keys that were made hide the old PIN; others are made for the new.
        enrolling.attempt.set_value(None);
        enrolling.forget_pin();
        enrolling.go(Stage::ChoosePin);
    };
    let title = t(Words::RepeatTitle);
    let (link, linking, other) = (
        t(Words::LinkThisPhone),
        t(Words::Linking),
        t(Words::ChooseAgain),
    );
    view! {
        <form on:submit=submit novalidate>
            <AppScreen
                title
                lead=t(Words::RepeatLead)
                step=step_words(4)
                actions=move || view! {
                    <Button submit=true variant=ButtonVariant::Primary busy=enrolling.busy busy_label=linking>{link}</Button>
                    <Button variant=ButtonVariant::Quiet on_click=choose_again>{other}</Button>
                }
            >
                <Arrival title/>
                <TroubleNotice trouble=enrolling.trouble/>
                <Field id=AGAIN label=t(Words::RepeatLabel) error>
                    <PinInput name=AGAIN value=enrolling.again/>
                </Field>
            </AppScreen>
        </form>
    }
    .into_any()
}
