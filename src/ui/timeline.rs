//! What happened, event by event.

use leptos::prelude::*;

use super::{Icon, IconName, StateBadge, t};
use crate::domain::token::TokenStatus;
use crate::i18n::ui::UiMessage;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEvent {
    /// When, as it is read.
    pub when: String,
    /// When, for machines (`2023-12-21T14:05:00-05:00`).
    pub machine_time: String,
    /// Who did it.
    pub who: String,
    /// What was done.
    pub what: String,
    /// More about it, such as a reason.
    pub note: Option<String>,
    /// The status before.
    pub from: Option<TokenStatus>,
    /// The status after.
    pub to: Option<TokenStatus>,
}

/// Events, the newest first.
#[component]
pub fn Timeline(
    /// The events.
    #[prop(into)]
    events: Signal<Vec<TimelineEvent>>,
) -> impl IntoView {
    view! { <ol class="timeline">{move || events.get().into_iter().map(entry).collect_view()}</ol> }
        .into_any()
}

fn entry(event: TimelineEvent) -> AnyView {
    let (from, to) = (t(UiMessage::ChangedFrom), t(UiMessage::ChangedTo));
    let before = event
        .from
        .map(|status| view! { <span class="sr-only">{from} " "</span> <StateBadge status/> });
    let after = event.to.map(|status| {
        view! {
            <span class="timeline-arrow"><Icon name=IconName::ArrowRight/></span>
            <span class="sr-only">" " {to} " "</span>
            <StateBadge status/>
        }
    });
    let changed = (before.is_some() || after.is_some())
        .then(|| view! { <p class="timeline-change">{before} {after}</p> });
    view! {
        <li class="timeline-event">
            <p class="timeline-what">{event.what}</p>
            <p class="timeline-when figures">
                <time datetime=event.machine_time>{event.when}</time>
                " · "
                <span>{event.who}</span>
            </p>
            {changed}
            {event.note.map(|note| view! { <p class="timeline-note">{note}</p> })}
        </li>
    }
    .into_any()
}
