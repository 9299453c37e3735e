//! A question that must be answered before going on.

use leptos::children::ViewFnOnce;
use leptos::html;
use leptos::prelude::*;

use super::{IconButton, IconName, t};
use crate::i18n::ui::UiMessage;

/// A native modal `<dialog>`: it takes the keyboard, Escape closes it, and the
/// keyboard goes back to where it was.
#[component]
pub fn Dialog(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// Whether it is open, both ways.
    open: RwSignal<bool>,
    /// What it asks.
    #[prop(into)]
    title: Signal<String>,
    /// The answers, at its foot.
    #[prop(into, optional)]
    actions: Option<ViewFnOnce>,
    /// Whether Escape and the closing button are allowed now.
    #[prop(default = true.into(), into)]
    closable: Signal<bool>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if wanted && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let title_id = format!("{id}-titulo");
    let labelled_by = title_id.clone();
    let close = t(UiMessage::Close);
    view! {
        <dialog
            class="dialog"
            id=id
            aria-labelledby=labelled_by
            node_ref=node
            on:cancel=move |event: leptos::ev::Event| if !closable.get_untracked() { event.prevent_default() }
            on:close=move |_| open.set(false)
        >
            <div class="dialog-head">
                <h2 class="dialog-title" id=title_id>{title}</h2>
                {move || closable.get().then(|| view! { <IconButton icon=IconName::Close label=close on_click=move || open.set(false)/> })}
            </div>
            <div class="dialog-body">{children()}</div>
            {actions.map(|actions| view! { <div class="dialog-actions">{actions.run()}</div> })}
        </dialog>
    }
    .into_any()
}
