//! The frame of the console: skip link, top bar, navigation, content.

use leptos::children::ViewFnOnce;
use leptos::context::Provider;
use leptos::prelude::*;

use super::t;
use crate::i18n::ui::UiMessage;

/// The id of the page's content, which the skip link leads to.
pub const CONTENT_ID: &str = "contenido";
/// The id of the side navigation, which the top bar's button unfolds.
pub(super) const NAVIGATION_ID: &str = "navegacion";

/// Whether the navigation is unfolded on a phone.
#[derive(Clone, Copy)]
pub(super) struct NavigationOpen(pub RwSignal<bool>);

/// First link of a page: leads past everything to its content.
#[component]
pub fn SkipLink() -> impl IntoView {
    let words = t(UiMessage::SkipToContent);
    view! { <a class="skip-link" href=format!("#{CONTENT_ID}") rel="external">{words}</a> }
}

/// The console's frame.
#[component]
pub fn ConsoleShell(
    /// The [`TopBar`](super::TopBar), and banners above it.
    #[prop(into)]
    top: ViewFnOnce,
    /// The [`SideNavigation`](super::SideNavigation); leave out where there is
    /// nowhere else to go.
    #[prop(into, optional)]
    navigation: Option<ViewFnOnce>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let open = NavigationOpen(RwSignal::new(false));
    let bare = navigation.is_none();
    view! {
        <Provider value=open>
            <div class="console" class:console-bare=bare>
                <SkipLink/>
                {top.run()}
                {navigation.map(ViewFnOnce::run)}
                <main class="console-main" id=CONTENT_ID tabindex="-1">{children()}</main>
            </div>
        </Provider>
    }
    .into_any()
}
