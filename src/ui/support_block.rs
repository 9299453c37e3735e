//! Whom to call.

use leptos::prelude::*;

use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// The bank's support lines, as configured, and whether one is open now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SupportDetails {
    /// Telephone, as it is read: `018000 514652`.
    pub phone: String,
    /// WhatsApp number, as it is read: `318 671 4836`.
    pub whatsapp: String,
    /// What to do once in WhatsApp.
    pub whatsapp_hint: String,
    /// When a line is open, in words.
    pub hours: String,
    /// Whether a line is open now, by the server's clock.
    pub open_now: bool,
}

/// The support lines; on every help page and wherever somebody is stuck.
#[component]
pub fn SupportBlock(
    /// The lines.
    #[prop(into)]
    details: Signal<SupportDetails>,
) -> impl IntoView {
    let title = t(UiMessage::SupportTitle);
    let (phone, whatsapp, hours) = (
        t(UiMessage::SupportPhone),
        t(UiMessage::SupportWhatsApp),
        t(UiMessage::SupportHours),
    );
    let (open, closed) = (t(UiMessage::SupportOpen), t(UiMessage::SupportClosed));
    let is_open = move || details.with(|details| details.open_now);
    let call = move || details.with(|details| format!("tel:{}", digits(&details.phone)));
    let chat =
        move || details.with(|details| format!("https://wa.me/57{}", digits(&details.whatsapp)));
    view! {
        <section class="support" aria-label=title>
            <p class="support-title">{title}</p>
            <p class="support-now" data-open=move || is_open().then_some("true")>
                <Icon name=Signal::derive(move || if is_open() { IconName::CheckCircle } else { IconName::Clock })/>
                <span>{move || if is_open() { open.get() } else { closed.get() }}</span>
            </p>
            <dl class="support-lines">
                <div><dt>{phone}</dt> <dd><a class="figures" href=call>{move || details.get().phone}</a></dd></div>
                <div>
                    <dt>{whatsapp}</dt>
                    <dd>
                        <a class="figures" href=chat rel="external noreferrer" target="_blank">{move || details.get().whatsapp}</a>
                        <span class="support-hint">{move || details.get().whatsapp_hint}</span>
                    </dd>
                </div>
                <div><dt>{hours}</dt> <dd>{move || details.get().hours}</dd></div>
            </dl>
        </section>
    }
    .into_any()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
