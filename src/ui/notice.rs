//! Messages that stay in the page.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use super::badge::Tone;
use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Went well.
    Success,
    /// Needs attention: read out when the reader pauses.
    Warning,
    /// Was refused or failed: read out at once.
    Danger,
}

impl NoticeKind {
    const fn tone(self) -> Tone {
        match self {
            Self::Info => Tone::Info,
            Self::Success => Tone::Success,
            Self::Warning => Tone::Warning,
            Self::Danger => Tone::Danger,
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Success => IconName::CheckCircle,
            Self::Warning | Self::Danger => IconName::Alert,
        }
    }

    const fn role(self) -> Option<&'static str> {
        match self {
            Self::Info => None,
            Self::Success | Self::Warning => Some("status"),
            Self::Danger => Some("alert"),
        }
    }
}

/// A message in the page, with what can be done about it.
#[component]
pub fn Notice(
    /// What it is about.
    #[prop(optional)]
    kind: NoticeKind,
    /// The message in one sentence.
    #[prop(into)]
    title: Signal<String>,
    /// What can be done about it.
    #[prop(into, optional)]
    actions: Option<ViewFnOnce>,
    /// More about it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="notice" data-tone=kind.tone().name() role=kind.role()>
            <Icon name=kind.icon()/>
            <div class="notice-words">
                <p class="notice-title">{title}</p>
                {children.map(|children| view! { <div class="notice-body">{children()}</div> })}
                {actions.map(|actions| view! { <div class="notice-actions">{actions.run()}</div> })}
            </div>
        </div>
    }
    .into_any()
}

/// The strip over a demonstration.
#[component]
pub fn DemoRibbon(
    /// Other words than the usual.
    #[prop(into, optional)]
    text: Signal<Option<String>>,
) -> impl IntoView {
    let words = t(UiMessage::Demo);
    let label = t(UiMessage::DemoLabel);
    view! {
        <aside class="demo-ribbon" aria-label=label>
            <Icon name=IconName::Info/>
            <span>{move || text.get().unwrap_or_else(|| words.get())}</span>
        </aside>
    }
    .into_any()
}

/// The strip that appears while the browser has no network.
#[component]
pub fn OfflineBanner() -> impl IntoView {
    let offline = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        offline.set(!window().navigator().on_line());
        let lost = window_event_listener(leptos::ev::offline, move |_| offline.set(true));
        let back = window_event_listener(leptos::ev::online, move |_| offline.set(false));
        on_cleanup(move || {
            lost.remove();
            back.remove();
        });
    });
    let words = t(UiMessage::Offline);
    view! {
        <div class="offline-place" role="status">
            {move || offline.get().then(|| view! { <p class="offline-banner"><Icon name=IconName::Offline/> <span>{words}</span></p> })}
        </div>
    }
    .into_any()
}
