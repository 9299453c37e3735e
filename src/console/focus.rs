//! Where the keyboard goes when the page changes without a load.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

#[cfg(feature = "hydrate")]
use crate::ui::CONTENT_ID;

/// Moves the keyboard to the new page's title, which a screen reader then
/// reads out.
#[component]
pub fn FocusOnNavigation() -> impl IntoView {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            after_paint(|| {
                #[cfg(feature = "hydrate")]
                focus_first(&[&format!("#{CONTENT_ID} h1"), &format!("#{CONTENT_ID}")]);
            });
        }
        now
    });
}

/// Moves the keyboard to the element with this id, once it is there.
pub fn focus_soon(id: &'static str) {
    after_paint(move || {
        #[cfg(feature = "hydrate")]
        focus_first(&[&format!("#{id}")]);
        #[cfg(not(feature = "hydrate"))]
        let _ = id;
    });
}

/// Runs `then` when what changed now is on the screen.
fn after_paint(then: impl FnOnce() + 'static) {
    #[cfg(feature = "hydrate")]
    request_animation_frame(move || request_animation_frame(then));
    #[cfg(not(feature = "hydrate"))]
    drop(then);
}

#[cfg(feature = "hydrate")]
fn focus_first(selectors: &[&str]) {
    use wasm_bindgen::JsCast;

    let found = selectors
        .iter()
        .find_map(|selector| document().query_selector(selector).ok().flatten());
    if let Some(element) = found
        .as_ref()
        .and_then(|found| found.dyn_ref::<web_sys::HtmlElement>())
    {
        let _ = element.focus();
    }
}
