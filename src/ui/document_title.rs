use leptos::prelude::*;
use leptos_meta::Title;

/// The document's title.
///
/// The head is written last, when the page that named its title may be gone
/// already: then the title is the one that the page began with.
#[component]
pub fn DocumentTitle(
    /// The title.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let first = text.get_untracked();
    view! { <Title text=move || text.try_get().unwrap_or_else(|| first.clone())/> }
}
