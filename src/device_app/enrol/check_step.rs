//! Is it you?

use leptos::prelude::*;

use super::{Enrolling, Stage, step_words};
use crate::device_app::screen::Arrival;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, Button, ButtonVariant, KeyValue, KeyValueList, t};

#[component]
pub(super) fn CheckStep(enrolling: Enrolling) -> impl IntoView {
    let title = t(Words::CheckTitle);
    let (yes, no) = (t(Words::YesItsMe), t(Words::NotMe));
    let facts = enrolling.offer.get_untracked().map(|offer| {
        view! {
            <KeyValueList>
                <KeyValue name=t(Words::Company)>{offer.company}</KeyValue>
                <KeyValue name=t(Words::User)>{offer.username}</KeyValue>
                <KeyValue name=t(Words::Serial) mono=true>{offer.serial.to_string()}</KeyValue>
                <KeyValue name=t(Words::InvitationUntil)>{offer.expires_at.to_minute_text()}</KeyValue>
            </KeyValueList>
        }
    });
    view! {
        <AppScreen
            title
            lead=t(Words::CheckLead)
            step=step_words(2)
            actions=move || view! {
                <Button variant=ButtonVariant::Primary on_click=move || enrolling.go(Stage::ChoosePin)>{yes}</Button>
                <Button on_click=move || enrolling.go(Stage::NotMe)>{no}</Button>
            }
        >
            <Arrival title/>
            {facts}
        </AppScreen>
    }
    .into_any()
}

#[component]
pub(super) fn NotMeStep(enrolling: Enrolling) -> impl IntoView {
    let title = t(Words::NotMeTitle);
    let other = t(Words::OtherCode);
    view! {
        <AppScreen
            title
            lead=t(Words::NotMeLead)
            back="/app"
            actions=move || view! { <Button on_click=move || enrolling.restart()>{other}</Button> }
        >
            <Arrival title/>
        </AppScreen>
    }
    .into_any()
}
