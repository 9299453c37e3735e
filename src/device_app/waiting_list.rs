//! The operations that wait for an answer, before everything else on home.

use leptos::prelude::*;

use super::sentence;
use super::session::WaitingOperation;
use super::state::use_app;
use crate::i18n::Message;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{Icon, IconName, t, t_with, use_locale};

/// The list, its count, and what to expect while it is empty.
#[component]
pub fn WaitingList() -> impl IntoView {
    let waiting = use_app().waiting;
    let locale = use_locale();
    let count = Memo::new(move |_| waiting.with(Vec::len));
    let heading = t(Words::WaitingHeading);
    let none_yet = t(Words::WaitingNoneYet);
    let said = Memo::new(move |before: Option<&(usize, String)>| {
        let count = count.get();
        let words = match count {
            // An empty list is news only where there was one.
            0 if before.is_none_or(|(before, said)| *before == 0 && said.is_empty()) => {
                return (0, String::new());
            }
            0 => Words::WaitingNone,
            1 => Words::WaitingOne,
            _ => Words::WaitingMany,
        };
        let text = words.fill(locale.get(), &[("count", &count.to_string())]);
        (count, text)
    });
    view! {
        <section class="app-section" aria-labelledby="solicitudes">
            <h2 class="app-heading" id="solicitudes">
                {heading}
                {move || (count.get() > 0).then(|| view! { " " <span class="app-count" aria-hidden="true">{count.get()}</span> })}
            </h2>
            <p class="sr-only" role="status">{move || said.get().1}</p>
            {move || (count.get() == 0).then(|| view! { <p class="muted">{none_yet}</p> })}
            <ul class="app-list">
                <For each=move || waiting.get() key=|one| one.challenge.confirmation let:one>
                    <li><WaitingCard waiting=one/></li>
                </For>
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn WaitingCard(waiting: WaitingOperation) -> impl IntoView {
    let locale = use_locale();
    let href = format!("/app/solicitud/{}", waiting.challenge.confirmation);
    let username = waiting.challenge.requested_by_username.clone();
    let words = if waiting.challenge.first_approval.is_some() {
        Words::SecondRequestedBy
    } else {
        Words::RequestedBy
    };
    let requested_by = t_with(words, move || vec![("username", username.clone())]);
    let challenge = waiting.challenge;
    view! {
        <a class="app-card app-card-link" href=href>
            <span class="app-card-words">
                <span class="app-card-title">{move || sentence::future(&challenge, locale.get())}</span>
                <span class="muted">{requested_by}</span>
            </span>
            <Icon name=IconName::ChevronRight/>
        </a>
    }
    .into_any()
}
