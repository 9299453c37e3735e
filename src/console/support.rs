//! The support block, wherever somebody needs it.

use leptos::prelude::*;

use super::words::weekday_message;
use crate::api::support::support;
use crate::domain::error::RequestError;
use crate::domain::view::{SupportHours, SupportLineKind, SupportView};
use crate::i18n::console::ConsoleMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{SupportBlock, SupportDetails, use_locale};

#[derive(Clone, Copy)]
struct Support(Resource<Result<SupportView, RequestError>>);

/// Fetches the support lines with the page, so that they are there when the
/// server is not; once, at the root.
pub fn provide_support() {
    provide_context(Support(Resource::new(|| (), |()| support())));
}

/// The support lines; nothing where they are not known.
#[component]
pub fn SupportPanel() -> impl IntoView {
    let locale = use_locale();
    let lines = use_context::<Support>();
    let block = move || {
        let view = lines.and_then(|lines| lines.0.get()).and_then(Result::ok);
        view.map(|view| {
            let details = Signal::derive(move || details(&view, locale.get()));
            view! { <SupportBlock details/> }
        })
    };
    view! { <Transition>{block}</Transition> }.into_any()
}

fn details(view: &SupportView, locale: Locale) -> SupportDetails {
    let line = |kind| view.lines.iter().find(|line| line.kind == kind);
    let number = |kind| {
        line(kind)
            .map(|line| line.number.clone())
            .unwrap_or_default()
    };
    SupportDetails {
        phone: number(SupportLineKind::Telephone),
        whatsapp: number(SupportLineKind::Whatsapp),
        whatsapp_hint: line(SupportLineKind::Whatsapp)
            .and_then(|line| line.instruction.clone())
            .unwrap_or_default(),
        hours: hours_text(&view.hours, locale),
        open_now: view.open_now,
    }
}

fn hours_text(hours: &SupportHours, locale: Locale) -> String {
    let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    let spans: Vec<String> = hours
        .spans
        .iter()
        .map(|(from, until)| format!("{}–{}", clock(*from), clock(*until)))
        .collect();
    let and = ConsoleMessage::And.text(locale);
    ConsoleMessage::SupportHours.fill(
        locale,
        &[
            ("first", weekday_message(hours.first_weekday).text(locale)),
            ("last", weekday_message(hours.last_weekday).text(locale)),
            ("spans", &spans.join(&format!(" {and} "))),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hours_read_as_a_sentence() {
        let hours = SupportHours {
            first_weekday: 1,
            last_weekday: 5,
            spans: vec![(480, 720), (780, 1_080)],
        };
        assert_eq!(
            hours_text(&hours, Locale::Spanish),
            "De lunes a viernes, 8:00–12:00 y 13:00–18:00 (hora de Bogotá)"
        );
    }
}
