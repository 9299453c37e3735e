//! The small things that screens ask of the browser; on the server, nothing.

pub use asked::*;

/// Where every screen has its heading.
#[cfg(feature = "hydrate")]
const HEADING: &str = ".app-main h1";

#[cfg(feature = "hydrate")]
mod asked {
    use std::cell::RefCell;

    use js_sys::{Function, Reflect};
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    use super::HEADING;

    thread_local! {
        static INSTALL: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    }

    /// Moves the keyboard to the screen's heading.
    pub fn focus_heading() {
        request_animation_frame(|| {
            if let Ok(Some(heading)) = document().query_selector(HEADING) {
                focus(&heading);
            }
        });
    }

    /// Moves the keyboard to the element with this id.
    pub fn focus_field(id: &'static str) {
        request_animation_frame(move || {
            if let Some(field) = document().get_element_by_id(id) {
                focus(&field);
            }
        });
    }

    fn focus(element: &web_sys::Element) {
        if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// Whether somebody can see the page now.
    pub fn is_visible() -> bool {
        document().visibility_state() == web_sys::VisibilityState::Visible
    }

    /// Copies a text; tells whether that worked.
    pub async fn copy(text: String) -> bool {
        let Some(clipboard) = property(&window().navigator(), "clipboard") else {
            return false;
        };
        let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
        JsFuture::from(clipboard.write_text(&text)).await.is_ok()
    }

    /// How this browser describes itself to servers.
    pub fn user_agent() -> Option<String> {
        window().navigator().user_agent().ok()
    }

    /// Asks the browser not to clear the keys away when space grows short.
    pub fn keep_storage() {
        if let Some(storage) = property(&window().navigator(), "storage") {
            let storage: web_sys::StorageManager = storage.unchecked_into();
            if let Ok(asking) = storage.persist() {
                leptos::task::spawn_local(async move {
                    let _ = JsFuture::from(asking).await;
                });
            }
        }
    }

    /// Takes the invitation's code out of the address, so that neither the
    /// history nor a glance at the screen gives it away.
    pub fn hide_fragment() {
        let location = window().location();
        if location.hash().is_ok_and(|hash| !hash.is_empty())
            && let (Ok(history), Ok(path)) = (window().history(), location.pathname())
        {
            let state = history.state().unwrap_or(JsValue::NULL);
            let _ = history.replace_state_with_url(&state, "", Some(&path));
        }
    }

    /// Lets the app open without a network.
    pub fn register_service_worker() {
        let Some(container) = property(&window().navigator(), "serviceWorker") else {
            return;
        };
        let container: web_sys::ServiceWorkerContainer = container.unchecked_into();
        let options = web_sys::RegistrationOptions::new();
        options.set_scope("/app");
        let registering = container.register_with_options("/app-service-worker.js", &options);
        leptos::task::spawn_local(async move {
            // Without it the app works as long as there is a network.
            let _ = JsFuture::from(registering).await;
        });
    }

    /// Notes whether the browser offers to install the app.
    pub fn watch_install(offered: RwSignal<bool>) {
        let offer = window_event_listener_untyped("beforeinstallprompt", move |event| {
            event.prevent_default();
            INSTALL.set(Some(event.into()));
            offered.set(true);
        });
        let done = window_event_listener_untyped("appinstalled", move |_| offered.set(false));
        on_cleanup(move || {
            offer.remove();
            done.remove();
        });
    }

    /// Has the browser ask whether to install the app.
    pub fn install() {
        if let Some(event) = INSTALL.take()
            && let Some(prompt) = property(&event, "prompt")
            && let Some(prompt) = prompt.dyn_ref::<Function>()
        {
            let _ = prompt.call0(&event);
        }
    }

    /// A property that this browser may lack.
    pub(in crate::device_app) fn property(of: &JsValue, name: &str) -> Option<JsValue> {
        Reflect::get(of, &name.into())
            .ok()
            .filter(|value| !value.is_undefined() && !value.is_null())
    }
}

#[cfg(not(feature = "hydrate"))]
mod asked {
    use leptos::prelude::RwSignal;

    /// Nothing: there is no browser.
    pub const fn focus_heading() {}

    /// Nothing: there is no browser.
    pub const fn focus_field(_id: &'static str) {}

    /// Nobody: there is no browser.
    pub const fn is_visible() -> bool {
        false
    }

    /// Does not: there is no browser.
    pub async fn copy(_text: String) -> bool {
        false
    }

    /// None: there is no browser.
    pub const fn user_agent() -> Option<String> {
        None
    }

    /// Nothing: there is no browser.
    pub const fn keep_storage() {}

    /// Nothing: there is no browser.
    pub const fn hide_fragment() {}

    /// Nothing: there is no browser.
    pub const fn register_service_worker() {}

    /// Nothing: there is no browser.
    pub const fn watch_install(_offered: RwSignal<bool>) {}

    /// Nothing: there is no browser.
    pub const fn install() {}
}
