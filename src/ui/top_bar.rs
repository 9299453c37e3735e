//! The bar at the top of the console.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use super::console_shell::{NAVIGATION_ID, NavigationOpen};
use super::{Brand, Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// Product, company, and on the right whatever is put inside: language switch
/// and the person's [`Menu`](super::Menu).
#[component]
pub fn TopBar(
    /// Where the mark leads.
    #[prop(into)]
    home: String,
    /// The company whose data these are.
    #[prop(into, optional)]
    company: Signal<Option<String>>,
    /// Whether there is a side navigation to unfold.
    #[prop(default = true)]
    navigation: bool,
    /// What stands between company and the right side, such as live status.
    #[prop(into, optional)]
    status: Option<ViewFnOnce>,
    /// The right side.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let open = use_context::<NavigationOpen>()
        .map(|open| open.0)
        .filter(|_| navigation);
    view! {
        <header class="top-bar">
            {open.map(|open| view! { <NavigationButton open/> })}
            <Brand href=home/>
            {move || company.get().map(|company| view! { <p class="top-bar-company">{company}</p> })}
            <div class="top-bar-end">{status.map(ViewFnOnce::run)} {children.map(|children| children())}</div>
        </header>
    }
    .into_any()
}

#[component]
fn NavigationButton(open: RwSignal<bool>) -> impl IntoView {
    let (show, hide) = (t(UiMessage::OpenNavigation), t(UiMessage::CloseNavigation));
    let label = move || if open.get() { hide.get() } else { show.get() };
    view! {
        <button
            type="button"
            class="icon-button top-bar-fold"
            aria-label=label
            aria-expanded=move || open.get().to_string()
            aria-controls=NAVIGATION_ID
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Icon name=Signal::derive(move || if open.get() { IconName::Close } else { IconName::Menu })/>
        </button>
    }
}
