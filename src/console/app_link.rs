//! The way to the AppMovil, in a tab of its own: it may stand at another
//! origin.

use leptos::prelude::*;

use super::paths;
use crate::ui::{Icon, IconName};

/// A link that looks like a quiet button.
#[component]
pub fn AppLink(
    /// Its words.
    words: Signal<String>,
    /// Whether it has a frame, as the page's other buttons.
    #[prop(optional)]
    framed: bool,
) -> impl IntoView {
    let class = if framed {
        "button button-secondary"
    } else {
        "button button-quiet"
    };
    view! {
        <a class=class href=paths::APP target="_blank" rel="external">
            <span class="button-words"><Icon name=IconName::Smartphone/> {words}</span>
        </a>
    }
    .into_any()
}
