//! A box for many lines of text.

use leptos::html;
use leptos::prelude::*;

use super::field::use_field;

/// A box for many lines, inside a [`Field`](super::Field).
#[component]
pub fn TextArea(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// The text, both ways.
    value: RwSignal<String>,
    /// How many lines it shows.
    #[prop(default = 6)]
    rows: u32,
) -> impl IntoView {
    let field = use_field(&name);
    let node = NodeRef::<html::Textarea>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let wanted = value.get();
        if let Some(area) = node.get()
            && area.value() != wanted
        {
            area.set_value(&wanted);
        }
    });
    view! {
        <textarea
            node_ref=node
            class="input text-area mono"
            id=field.id
            name=name
            rows=rows
            spellcheck="false"
            autocapitalize="none"
            aria-invalid=move || field.invalid.get().then_some("true")
            aria-describedby=field.described_by
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    }
    .into_any()
}
