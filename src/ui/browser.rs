//! What components ask of the browser; on the server, nothing.

use leptos::html;
use leptos::prelude::*;

/// Keeps a text field and its signal the same.
///
/// What a person typed before hydration is kept: the first look goes from the
/// field to the signal, all later ones from the signal to the field.
pub(super) fn bind_input(field: NodeRef<html::Input>, value: RwSignal<String>) {
    #[cfg(feature = "hydrate")]
    Effect::new(move |before: Option<()>| {
        let wanted = value.get();
        if let Some(field) = field.get() {
            let shown = field.value();
            if before.is_none() && !shown.is_empty() && shown != wanted {
                value.set(shown);
            } else if shown != wanted {
                field.set_value(&wanted);
            }
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (field, value);
}

/// Like [`bind_input`], for a list of options.
pub(super) fn bind_select(field: NodeRef<html::Select>, value: RwSignal<String>) {
    #[cfg(feature = "hydrate")]
    Effect::new(move |before: Option<()>| {
        let wanted = value.get();
        if let Some(field) = field.get() {
            let shown = field.value();
            if before.is_none() && shown != wanted && !shown.is_empty() {
                value.set(shown);
            } else if shown != wanted {
                field.set_value(&wanted);
            }
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (field, value);
}

/// Like [`bind_input`], for a box or a dot.
pub(super) fn bind_checked(field: NodeRef<html::Input>, checked: RwSignal<bool>) {
    #[cfg(feature = "hydrate")]
    Effect::new(move |before: Option<()>| {
        let wanted = checked.get();
        if let Some(field) = field.get() {
            if before.is_none() && field.checked() != wanted {
                checked.set(field.checked());
            } else if field.checked() != wanted {
                field.set_checked(wanted);
            }
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (field, checked);
}

/// Moves the keyboard to the element with this id.
pub(super) fn focus_id(id: &str) {
    #[cfg(feature = "hydrate")]
    {
        use wasm_bindgen::JsCast;
        if let Some(element) = document().get_element_by_id(id)
            && let Some(element) = element.dyn_ref::<web_sys::HtmlElement>()
        {
            let _ = element.focus();
        }
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = id;
}

/// Loads the page anew from the server.
pub fn reload_page() {
    #[cfg(feature = "hydrate")]
    let _ = window().location().reload();
}

/// Waits.
#[cfg(feature = "hydrate")]
pub async fn sleep(millis: i32) {
    let waiting = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waiting).await;
}
