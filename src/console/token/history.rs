//! What happened to a token: who did what, when, from which state to which.

use leptos::prelude::*;

use crate::console::words::{actor_name, deed_message};
use crate::domain::time::Timestamp;
use crate::domain::view::{TimelineEntry, TokenDetail};
use crate::i18n::console_token::TokenMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{Timeline, TimelineEvent, t, use_locale};

/// The timeline, newest first.
#[component]
pub fn History(token: Signal<TokenDetail>) -> impl IntoView {
    let locale = use_locale();
    let entries = Memo::new(move |_| token.with(|token| token.timeline.clone()));
    let events = Signal::derive(move || {
        entries.with(|entries| {
            entries
                .iter()
                .map(|entry| event(entry, locale.get()))
                .collect::<Vec<_>>()
        })
    });
    let none = t(TokenMessage::NoTimeline);
    view! {
        {move || entries.with(Vec::is_empty).then(|| view! { <p class="muted">{none}</p> })}
        <Timeline events/>
    }
    .into_any()
}

fn event(entry: &TimelineEntry, locale: Locale) -> TimelineEvent {
    TimelineEvent {
        when: entry.at.to_minute_text(),
        machine_time: machine_time(entry.at),
        who: actor_name(&entry.actor, locale),
        what: deed_message(entry.action).text(locale).to_owned(),
        note: entry
            .username
            .as_ref()
            .map(|name| TokenMessage::AboutUser.fill(locale, &[("name", name)])),
        from: entry.from,
        to: entry.to,
    }
}

/// Bogotá's wall clock as HTML's `datetime` takes it.
fn machine_time(at: Timestamp) -> String {
    let text = at.to_minute_text().replace('/', "-").replace(' ', "T");
    format!("{text}-05:00")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Day;

    #[test]
    fn a_machine_reads_the_time_with_its_zone() {
        let at = Day::parse("2024-01-15").unwrap().start();
        assert_eq!(machine_time(at), "2024-01-15T00:00-05:00");
    }
}
