//! The choice of language.

use leptos::prelude::*;

use super::{t, use_locale};
use crate::i18n::Locale;
use crate::i18n::ui::UiMessage;

/// One button for each language, the present one pressed.
#[component]
pub fn LanguageSwitch(
    /// What choosing a language does.
    #[prop(into)]
    on_change: Callback<Locale>,
) -> impl IntoView {
    let locale = use_locale();
    let label = t(UiMessage::Language);
    let choice = move |choice: Locale, short: &'static str, name: &'static str| {
        view! {
            <button
                type="button"
                class="language"
                lang=choice.tag()
                title=name
                aria-pressed=move || (locale.get() == choice).to_string()
                on:click=move |_| on_change.run(choice)
            >
                <span aria-hidden="true">{short}</span>
                <span class="sr-only">{name}</span>
            </button>
        }
    };
    view! {
        <div class="language-switch" role="group" aria-label=label>
            {choice(Locale::Spanish, "ES", "Español")} {choice(Locale::English, "EN", "English")}
        </div>
    }
    .into_any()
}
