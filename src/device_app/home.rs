//! `/app`: what waits for an answer, and the linked tokens.

use leptos::prelude::*;

use super::browser;
use super::screen::{Arrival, TroubleNotice};
use super::state::{AppState, Tokens, use_app};
use super::token_card::TokenCards;
use super::trouble::Trouble;
use super::waiting_list::WaitingList;
use crate::domain::protocol::DeviceFault;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{
    AppScreen, Button, ButtonVariant, EmptyState, IconName, LinkButton, Notice, NoticeKind,
    Waiting, t,
};

const TICK: std::time::Duration = std::time::Duration::from_secs(1);
/// Ticks between two looks at the server while somebody watches.
const WATCHED: u64 = 3;
/// The same while nobody does.
const UNWATCHED: u64 = 30;
/// The same after the server was not reached.
const UNREACHED: u64 = 10;

/// What home shows; a change among these draws it anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Reading,
    Unreadable,
    Empty,
    Linked,
}

/// The first screen.
#[component]
pub fn HomePage() -> impl IntoView {
    let app = use_app();
    watch(app);
    let removed = RwSignal::new(false);
    Effect::new(move |_| {
        if app.removed.get_untracked() {
            app.removed.set(false);
            removed.set(true);
        }
    });
    let phase = Memo::new(move |_| {
        app.tokens.with(|tokens| match tokens {
            Tokens::Reading => Phase::Reading,
            Tokens::Unreadable => Phase::Unreadable,
            Tokens::Known(tokens) if tokens.is_empty() => Phase::Empty,
            Tokens::Known(_) => Phase::Linked,
        })
    });
    let title = t(Words::HomeTitle);
    let removed_title = t(Words::RemovedTitle);
    view! {
        <AppScreen title>
            <Arrival title/>
            {move || removed.get().then(|| view! { <Notice kind=NoticeKind::Success title=removed_title/> })}
            {move || match phase.get() {
                Phase::Reading => view! { <Waiting label=t(Words::ReadingPhone)/> }.into_any(),
                Phase::Unreadable => view! { <TroubleNotice trouble=Signal::stored(Some(Trouble::Browser))/> }.into_any(),
                Phase::Empty => empty().into_any(),
                Phase::Linked => view! {
                    <TroubleNotice trouble=app.trouble/>
                    <WaitingList/>
                    <TokenCards/>
                    <LinkButton href="/app/enrolar" icon=IconName::Plus>{t(Words::LinkAnother)}</LinkButton>
                }.into_any(),
            }}
            {move || app.installable.get().then(|| install(app))}
        </AppScreen>
    }
    .into_any()
}

fn empty() -> impl IntoView {
    let link = t(Words::LinkToken);
    view! {
        <EmptyState
            title=t(Words::NoTokenTitle)
            lead=t(Words::NoTokenLead)
            actions=move || view! {
                <LinkButton href="/app/enrolar" variant=ButtonVariant::Primary icon=IconName::Link>{link}</LinkButton>
            }
        />
    }
}

fn install(app: AppState) -> impl IntoView {
    let words = t(Words::Install);
    let lead = t(Words::InstallLead);
    let press = move || {
        browser::install();
        app.installable.set(false);
    };
    view! {
        <Notice
            title=t(Words::InstallTitle)
            actions=move || view! { <Button icon=IconName::Download on_click=press>{words}</Button> }
        >
            <p>{lead}</p>
        </Notice>
    }
}

/// Looks at the server at once, then again and again while home is shown; at
/// once, too, when somebody comes back to the page.
fn watch(app: AppState) {
    let left = StoredValue::new(0_u64);
    let busy = StoredValue::new(false);
    let look = move || {
        if busy.try_get_value() != Some(false) {
            return;
        }
        busy.set_value(true);
        leptos::task::spawn_local(async move {
            app.refresh().await;
            left.try_set_value(pause(app));
            busy.try_set_value(false);
        });
    };
    let tick = move || match left.try_get_value() {
        Some(0) => look(),
        Some(ticks) => {
            left.try_set_value(ticks - 1);
        }
        None => {}
    };
    Effect::new(move |_| {
        look();
        let ticking = set_interval_with_handle(tick, TICK);
        let returning = window_event_listener_untyped("visibilitychange", move |_| {
            if browser::is_visible() {
                left.try_set_value(0);
            }
        });
        on_cleanup(move || {
            if let Ok(ticking) = ticking {
                ticking.clear();
            }
            returning.remove();
        });
    });
}

/// How many ticks to wait after a look.
fn pause(app: AppState) -> u64 {
    let watching = if browser::is_visible() {
        WATCHED
    } else {
        UNWATCHED
    };
    match app.trouble.try_get_untracked().flatten() {
        None => watching,
        Some(Trouble::Refused(DeviceFault::TooMany { retry_after })) => retry_after.max(watching),
        Some(_) => UNREACHED.max(watching),
    }
}
