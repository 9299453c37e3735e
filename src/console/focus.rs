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
                focus_title(20);
            });
        }
        now
    });
}

/// Moves the keyboard to the element with this id, once it is there.
pub fn focus_soon(id: &'static str) {
    after_paint(move || {
        #[cfg(feature = "hydrate")]
        focus(&format!("#{id}"));
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

/// Moves the keyboard to the page's title; to its content while the title is on
/// its way, which is waited for a little, unless the person moved on.
#[cfg(feature = "hydrate")]
fn focus_title(tries: u32) {
    if focus(&format!("#{CONTENT_ID} h1")) {
        return;
    }
    focus(&format!("#{CONTENT_ID}"));
    if tries > 0 {
        let again = move || {
            let waits = document()
                .active_element()
                .is_none_or(|active| active.id() == CONTENT_ID || active.tag_name() == "BODY");
            if waits {
                focus_title(tries - 1);
            }
        };
        set_timeout(again, std::time::Duration::from_millis(100));
    }
}

/// Moves the keyboard to the first element that fits; says whether there was
/// one.
#[cfg(feature = "hydrate")]
fn focus(selector: &str) -> bool {
    use wasm_bindgen::JsCast;

    let found = document().query_selector(selector).ok().flatten();
    match found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}
