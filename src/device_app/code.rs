//! `/app/codigo/:device`: the one-time code, worked out on the phone.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::screen::{Arrival, TroubleNotice};
use super::trouble::Trouble;
use super::vault::{self, LinkedToken};
use super::{browser, clock, session};
use crate::domain::id::DeviceId;
use crate::domain::protocol::STEP_SECONDS;
use crate::domain::token::TokenStatus;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{
    AppScreen, BigNumber, Button, ButtonVariant, IconName, Notice, NoticeKind, Waiting, t, t_with,
};

const TICK: std::time::Duration = std::time::Duration::from_millis(250);

/// What the screen shows.
#[derive(Clone, Copy)]
struct Shown {
    token: RwSignal<Option<LinkedToken>>,
    digits: RwSignal<String>,
    seconds_left: RwSignal<i64>,
    trouble: RwSignal<Option<Trouble>>,
}

/// The code's screen.
#[component]
pub fn CodePage() -> impl IntoView {
    let params = use_params_map();
    let device =
        Memo::new(move |_| params.with(|params| params.get("device")?.parse::<DeviceId>().ok()));
    let shown = Shown {
        token: RwSignal::new(None),
        digits: RwSignal::new(String::new()),
        seconds_left: RwSignal::new(STEP_SECONDS),
        trouble: RwSignal::new(None),
    };
    Effect::new(move |_| match device.get() {
        Some(device) => run(device, shown),
        None => shown.trouble.set(Some(Trouble::NotLinked)),
    });
    let title = t(Words::CodeTitle);
    let lead = Signal::derive(move || shown.token.with(|token| token.as_ref().map(of)));
    let ready = Memo::new(move |_| !shown.digits.with(String::is_empty));
    view! {
        <AppScreen title lead back="/app" actions=move || view! { <CopyCode digits=shown.digits/> }>
            <Arrival title/>
            <TroubleNotice trouble=shown.trouble/>
            {move || if ready.get() {
                view! { <Code shown/> }.into_any()
            } else if shown.trouble.with(Option::is_none) {
                view! { <Waiting label=t(Words::CodeMaking)/> }.into_any()
            } else {
                ().into_any()
            }}
        </AppScreen>
    }
    .into_any()
}

#[component]
fn Code(shown: Shown) -> impl IntoView {
    let not_yet = t(Words::CodeNotYet);
    let seconds = t_with(Words::Seconds, move || {
        vec![("seconds", shown.seconds_left.get().to_string())]
    });
    let inactive = Memo::new(move |_| {
        shown.token.with(|token| {
            token
                .as_ref()
                .and_then(|token| token.status)
                .is_some_and(|status| status != TokenStatus::Active)
        })
    });
    view! {
        {move || inactive.get().then(|| view! { <Notice kind=NoticeKind::Warning title=not_yet/> })}
        <div class="app-code">
            <BigNumber digits=shown.digits label=t(Words::CodeLabel)/>
            <div class="countdown" role="timer" aria-live="off" data-urgent=move || (shown.seconds_left.get() <= 5).then_some("true")>
                <span class="countdown-label">{t(Words::CodeRenews)}</span>
                <span class="countdown-time figures">{seconds}</span>
                <progress
                    class="countdown-bar"
                    aria-hidden="true"
                    max=STEP_SECONDS.to_string()
                    value=move || shown.seconds_left.get().to_string()
                ></progress>
            </div>
        </div>
        <p class="muted">{t(Words::CodeOffline)}</p>
    }
    .into_any()
}

#[component]
fn CopyCode(digits: RwSignal<String>) -> impl IntoView {
    let said = RwSignal::new(None::<bool>);
    let (copied, failed) = (t(Words::CodeCopied), t(Words::CodeNotCopied));
    let copy = move || {
        let text = digits.get_untracked();
        if text.is_empty() {
            return;
        }
        leptos::task::spawn_local(async move {
            said.set(Some(browser::copy(text).await));
        });
    };
    // A copy of an old code is no copy of the new one.
    Effect::new(move |_| {
        digits.track();
        said.set(None);
    });
    view! {
        <Button variant=ButtonVariant::Primary icon=IconName::Copy on_click=copy>{t(Words::CopyCode)}</Button>
        <p class="app-said" role="status">
            {move || said.get().map(|worked| if worked { copied.get() } else { failed.get() })}
        </p>
    }
    .into_any()
}

fn of(token: &LinkedToken) -> String {
    let profile = &token.profile;
    format!(
        "{} · {} · {}",
        profile.username, profile.company, profile.serial
    )
}

/// Reads the token, then shows the code of each step as it begins.
fn run(device: DeviceId, shown: Shown) {
    let step = StoredValue::new(None::<i64>);
    let tick = move || {
        let now = clock::now();
        let current = now.as_seconds().div_euclid(STEP_SECONDS);
        let left = STEP_SECONDS - now.as_seconds().rem_euclid(STEP_SECONDS);
        if shown.seconds_left.try_get_untracked() != Some(left) {
            shown.seconds_left.try_set(left);
        }
        if step.try_get_value() == Some(Some(current)) {
            return;
        }
        step.try_set_value(Some(current));
        leptos::task::spawn_local(async move {
            match session::code(device, now).await {
                Ok(code) => {
                    shown.digits.try_set(code.digits);
                    shown.trouble.try_set(None);
                }
                Err(trouble) => {
                    shown.digits.try_set(String::new());
                    shown.trouble.try_set(Some(trouble));
                }
            }
        });
    };
    tick();
    let ticking = set_interval_with_handle(tick, TICK);
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    learn_status(device, shown);
}

/// Shows what is known of the token, then what the server says of it; without a
/// network the first has to do.
fn learn_status(device: DeviceId, shown: Shown) {
    leptos::task::spawn_local(async move {
        let read = || async { vault::open(device).await.ok().flatten() };
        shown.token.try_set(read().await.map(|(token, _)| token));
        if session::standing(device).await.is_ok() {
            shown.token.try_set(read().await.map(|(token, _)| token));
        }
    });
}
