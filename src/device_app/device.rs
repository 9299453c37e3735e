//! `/app/dispositivo/:device`: what is known of this device, and the way to take
//! its token off this phone.

use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::screen::{Arrival, TroubleNotice};
use super::session;
use super::state::use_app;
use super::trouble::Trouble;
use super::vault::{self, LinkedToken};
use crate::domain::id::DeviceId;
use crate::domain::protocol::DeviceDetails;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{
    AppScreen, Button, ButtonVariant, Dialog, IconName, KeyValue, KeyValueList, StateBadge,
    Waiting, t, t_with,
};

/// The device's screen.
#[component]
pub fn DevicePage() -> impl IntoView {
    let params = use_params_map();
    let device =
        Memo::new(move |_| params.with(|params| params.get("device")?.parse::<DeviceId>().ok()));
    let token = RwSignal::new(None::<LinkedToken>);
    let details = RwSignal::new(None::<DeviceDetails>);
    let trouble = RwSignal::new(None::<Trouble>);
    let asking = RwSignal::new(true);
    Effect::new(move |_| {
        let device = device.get();
        leptos::task::spawn_local(async move {
            let kept = match device {
                Some(device) => vault::open(device).await,
                None => Ok(None),
            };
            match (device, kept) {
                (Some(device), Ok(Some((kept, _)))) => {
                    token.set(Some(kept));
                    match session::details(device).await {
                        Ok(known) => details.set(Some(known)),
                        Err(error) => trouble.set(Some(error)),
                    }
                }
                (_, Ok(_)) => trouble.set(Some(Trouble::NotLinked)),
                (_, Err(error)) => trouble.set(Some(error.into())),
            }
            asking.set(false);
        });
    });
    let title = t(Words::DeviceTitle);
    view! {
        <AppScreen title back="/app">
            <Arrival title/>
            {move || token.get().map(|token| view! { <Facts token details/> })}
            {move || asking.get().then(|| view! { <Waiting label=t(Words::AskingServer)/> })}
            <TroubleNotice trouble/>
            {move || token.get().map(|token| view! { <Remove token/> })}
        </AppScreen>
    }
    .into_any()
}

/// What the phone knows, made better by what the server knows once it answers.
#[component]
fn Facts(token: LinkedToken, details: RwSignal<Option<DeviceDetails>>) -> impl IntoView {
    let kept = token.status;
    let status = move || {
        details
            .with(|known| known.as_ref().map(|known| known.status))
            .or(kept)
    };
    let enrolled_at = move || {
        details
            .with(|known| known.as_ref().map(|known| known.enrolled_at))
            .unwrap_or(token.since)
            .to_minute_text()
    };
    let profile = token.profile;
    view! {
        <KeyValueList>
            <KeyValue name=t(Words::Company)>{profile.company}</KeyValue>
            <KeyValue name=t(Words::User)>{profile.username}</KeyValue>
            <KeyValue name=t(Words::Serial) mono=true>{profile.serial.to_string()}</KeyValue>
            <KeyValue name=t(Words::Status)>
                {move || status().map_or_else(|| "—".into_any(), |status| view! { <StateBadge status/> }.into_any())}
            </KeyValue>
            <KeyValue name=t(Words::DeviceName)>{profile.device_name}</KeyValue>
            <KeyValue name=t(Words::EnrolledAt)>{enrolled_at}</KeyValue>
        </KeyValueList>
    }
    .into_any()
}

#[component]
fn Remove(token: LinkedToken) -> impl IntoView {
    let app = use_app();
    let navigate = use_navigate();
    let device = token.device();
    let asked = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<Trouble>);
    let serial = token.profile.serial.to_string();
    let question = t_with(Words::RemoveAsk, move || vec![("serial", serial.clone())]);
    let remove = Callback::new(move |()| {
        busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            let done = vault::forget(device).await;
            busy.set(false);
            match done {
                Ok(()) => {
                    asked.set(false);
                    app.removed.set(true);
                    navigate("/app", leptos_router::NavigateOptions::default());
                }
                Err(error) => failed.set(Some(error.into())),
            }
        });
    });
    let (yes, no, removing) = (t(Words::RemoveYes), t(Words::RemoveNo), t(Words::Removing));
    view! {
        <div class="app-section">
            <Button icon=IconName::Close on_click=move || asked.set(true)>{t(Words::Remove)}</Button>
        </div>
        <Dialog
            id="quitar"
            open=asked
            title=question
            actions=move || view! {
                <Button variant=ButtonVariant::Danger busy busy_label=removing on_click=remove>{yes}</Button>
                <Button on_click=move || asked.set(false)>{no}</Button>
            }
        >
            <p>{t(Words::RemoveConsequence)}</p>
            <TroubleNotice trouble=failed/>
        </Dialog>
    }
    .into_any()
}
