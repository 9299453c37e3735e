//! What is your invitation's code?

use leptos::prelude::*;

use super::scanner::{Scanner, can_scan};
use super::{Enrolling, step_words};
use crate::device_app::browser;
use crate::device_app::enrolment::code_in;
use crate::device_app::screen::{Arrival, TroubleNotice};
use crate::i18n::Message;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, Button, ButtonVariant, Field, IconName, TextInput, t, use_locale};

const CODE: &str = "codigo";

#[component]
pub(super) fn CodeStep(enrolling: Enrolling) -> impl IntoView {
    let locale = use_locale();
    let wrong = RwSignal::new(None::<Words>);
    let scanning = RwSignal::new(false);
    let error =
        Signal::derive(move || wrong.get().map(|words| words.text(locale.get()).to_owned()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = enrolling.typed.get_untracked();
        match code_in(&typed) {
            Some(code) => {
                wrong.set(None);
                enrolling.open(code);
            }
            None => {
                wrong.set(Some(if typed.trim().is_empty() {
                    Words::InvitationMissing
                } else {
                    Words::InvitationMalformed
                }));
                browser::focus_field(CODE);
            }
        }
    };
    let scanned = Callback::new(move |text: String| {
        scanning.set(false);
        match code_in(&text) {
            Some(code) => {
                wrong.set(None);
                enrolling.typed.set(code.to_string());
                enrolling.open(code);
            }
            None => wrong.set(Some(Words::InvitationMalformed)),
        }
    });
    let title = t(Words::EnrolTitle);
    let (go_on, opening) = (t(Words::Continue), t(Words::OpeningInvitation));
    view! {
        <form on:submit=submit novalidate>
            <AppScreen
                title
                lead=t(Words::EnrolLead)
                step=step_words(1)
                back="/app"
                actions=move || view! {
                    <Button submit=true variant=ButtonVariant::Primary busy=enrolling.busy busy_label=opening>{go_on}</Button>
                }
            >
                <Arrival title/>
                <TroubleNotice trouble=enrolling.trouble/>
                <Field id=CODE label=t(Words::InvitationCode) hint=t(Words::InvitationHint) error>
                    <TextInput name=CODE value=enrolling.typed mono=true/>
                </Field>
                <Scan scanning on_text=scanned/>
            </AppScreen>
        </form>
    }
    .into_any()
}

/// The camera, where the browser reads QR codes; elsewhere, how to do it.
#[component]
fn Scan(scanning: RwSignal<bool>, on_text: Callback<String>) -> impl IntoView {
    if !can_scan() {
        return view! { <p class="muted">{t(Words::ScanElsewhere)}</p> }.into_any();
    }
    let (open, close) = (t(Words::ScanQr), t(Words::StopScanning));
    view! {
        {move || if scanning.get() {
            view! {
                <Scanner on_text/>
                <Button icon=IconName::Close on_click=move || scanning.set(false)>{close}</Button>
            }.into_any()
        } else {
            view! { <Button icon=IconName::Search on_click=move || scanning.set(true)>{open}</Button> }.into_any()
        }}
    }
    .into_any()
}
