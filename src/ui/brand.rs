//! The product's mark.

use leptos::prelude::*;

use super::t;
use crate::i18n::ui::UiMessage;

/// The keyring: a ring of brass with three keys, the middle one at work.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
            <circle class="brand-ring" cx="16" cy="10.5" r="6.75" fill="none" stroke-width="2.5"/>
            <path class="brand-key" d="M9.2 15.6 6 24.4M22.8 15.6 26 24.4" fill="none" stroke-width="2.5" stroke-linecap="round"/>
            <path class="brand-key-main" d="M16 17.25V29M16 24.25h3.5M16 28.5h4.5" fill="none" stroke-width="2.5" stroke-linecap="round"/>
        </svg>
    }
    .into_any()
}

/// The mark with the product's name.
#[component]
pub fn Brand(
    /// Where it leads; plain when it leads nowhere.
    #[prop(into, optional)]
    href: Option<String>,
) -> impl IntoView {
    let name = t(UiMessage::Product);
    match href {
        Some(href) => view! { <a class="brand" href=href><BrandMark/> <span class="brand-name">{name}</span></a> }.into_any(),
        None => view! { <span class="brand"><BrandMark/> <span class="brand-name">{name}</span></span> }.into_any(),
    }
}
