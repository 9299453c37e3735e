//! How the page that the server wrote comes to answer.

use leptos::mount::hydrate_from_async;
use leptos::prelude::*;

use super::App;
use super::parts::fetch_ahead;

/// The attribute of the document's element that says that the app answers.
const MARK: &str = "data-hydrated";

/// Hydrates the page once its part of the program is there, marks the document,
/// and fetches what somebody who signs in needs next.
pub async fn hydrate() {
    let Some(body) = document().body() else {
        return;
    };
    hydrate_from_async(body, App).await.forget();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(MARK, "true");
    }
    fetch_ahead().await;
}

/// Whether the app answers to the keyboard and the pointer.
pub fn is_hydrated() -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.has_attribute(MARK))
}
