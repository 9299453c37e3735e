//! An error on the page.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_location;

use super::error_words::explain;
use super::return_path::sign_in_from;
use super::support::SupportPanel;
use crate::domain::error::RequestError;
use crate::domain::time::Timestamp;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_error::ErrorMessage;
use crate::ui::{Button, Countdown, IconName, Notice, t, use_locale};

/// An error in words, with its next step. Somebody whose session ended is sent
/// to sign in, and comes back to this page.
#[component]
pub fn ErrorNotice(
    /// What happened.
    error: RequestError,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
    /// What it is about is still on the page, perhaps old.
    #[prop(optional)]
    stale: bool,
) -> impl IntoView {
    if error == RequestError::SignedOut {
        let location = use_location();
        let path = sign_in_from(
            &location.pathname.get_untracked(),
            &location.search.get_untracked(),
        );
        return view! { <Redirect path/> }.into_any();
    }
    let locale = use_locale();
    let pause = match &error {
        RequestError::Paused { retry_after, .. } => Some(*retry_after),
        _ => None,
    };
    let words = Signal::derive(move || explain(&error, locale.get()));
    let (kind, can_retry, needs_support) =
        words.with_untracked(|words| (words.kind, words.can_retry || stale, words.needs_support));
    let details = move || {
        words.with(|words| {
            (!words.details.is_empty()).then(|| {
                let items = words.details.iter().cloned();
                view! { <ul>{items.map(|item| view! { <li>{item}</li> }).collect_view()}</ul> }
            })
        })
    };
    let (reference, old, again) = (
        t(ErrorMessage::Reference),
        t(ConsoleMessage::MayBeOld),
        t(ConsoleMessage::Retry),
    );
    let actions = move || {
        retry.filter(|_| can_retry).map(|retry| {
            view! { <Button icon=IconName::Refresh on_click=retry>{again}</Button> }
        })
    };
    view! {
        <div class="stack">
            <Notice kind title=Signal::derive(move || words.get().title) actions>
                {stale.then(|| view! { <p>{old} "."</p> })}
                <p>{move || words.get().lead}</p>
                {details}
                {pause.map(|seconds| view! { <Pause seconds/> })}
                {move || words.get().reference.map(|code| view! { <p>{reference} " " <code class="mono">{code}</code></p> })}
            </Notice>
            {needs_support.then(|| view! { <SupportPanel/> })}
        </div>
    }
    .into_any()
}

/// The time that is left of a pause.
#[component]
fn Pause(seconds: u64) -> impl IntoView {
    let start = Timestamp::from_seconds(0);
    let end = start.plus(std::time::Duration::from_secs(seconds));
    view! { <Countdown now=start expires_at=end total_seconds=seconds/> }
}
