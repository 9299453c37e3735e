//! A file, chosen or dropped.

use leptos::html;
use leptos::prelude::*;

use super::field::use_field;
use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// A file that the person chose, read whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a chosen file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileProblem {
    /// It has more bytes than are read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// What becomes of a choice.
pub type FileChoice = Result<ChosenFile, FileProblem>;

/// An area to press or to drop a file on, inside a [`Field`](super::Field); in it
/// a real file input, which keyboard and screen reader use.
#[component]
pub fn FileInput(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// What the browser's own dialog offers, as `.csv,text/csv`.
    #[prop(into)]
    accept: String,
    /// A file with more bytes is not read.
    max_bytes: usize,
    /// Takes what was chosen.
    on_file: Callback<FileChoice>,
) -> impl IntoView {
    let field = use_field(&name);
    let node = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        take_dropped(&event, max_bytes, on_file);
    };
    let hover = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let (id, label_for) = (field.id.clone(), field.id);
    let (choose, or_drop) = (t(UiMessage::ChooseFile), t(UiMessage::OrDropFile));
    view! {
        <label
            class="file-drop"
            for=label_for
            data-over=move || over.get().then_some("true")
            on:dragenter=hover
            on:dragover=hover
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <input
                node_ref=node
                type="file"
                class="sr-only"
                id=id
                name=name
                accept=accept
                aria-invalid=move || field.invalid.get().then_some("true")
                aria-describedby=field.described_by
                on:change=move |_| take_chosen(node, max_bytes, on_file)
            />
            <Icon name=IconName::Upload/>
            <span class="file-drop-choose">{choose}</span>
            <span class="file-drop-hint">{or_drop}</span>
        </label>
    }
    .into_any()
}

/// Reads the chosen file, and empties the input: the same file, mended, can be
/// chosen again.
fn take_chosen(node: NodeRef<html::Input>, max_bytes: usize, on_file: Callback<FileChoice>) {
    #[cfg(feature = "hydrate")]
    if let Some(input) = node.get_untracked() {
        let file = input.files().and_then(|files| files.get(0));
        take(file, max_bytes, on_file, move || input.set_value(""));
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (node, max_bytes, on_file);
}

fn take_dropped(event: &leptos::ev::DragEvent, max_bytes: usize, on_file: Callback<FileChoice>) {
    #[cfg(feature = "hydrate")]
    {
        let files = event.data_transfer().and_then(|dropped| dropped.files());
        take(
            files.and_then(|files| files.get(0)),
            max_bytes,
            on_file,
            || {},
        );
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (event, max_bytes, on_file);
}

/// Looks at the size before it reads: nobody waits for a gigabyte.
#[cfg(feature = "hydrate")]
fn take(
    file: Option<web_sys::File>,
    max_bytes: usize,
    on_file: Callback<FileChoice>,
    done: impl FnOnce() + 'static,
) {
    let Some(file) = file else { return };
    let is_too_large = u32::try_from(max_bytes).is_ok_and(|most| file.size() > f64::from(most));
    if is_too_large {
        done();
        return on_file.run(Err(FileProblem::TooLarge));
    }
    leptos::task::spawn_local(async move {
        let read = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
        let choice = read
            .map(|buffer| ChosenFile {
                name: file.name(),
                bytes: js_sys::Uint8Array::new(&buffer).to_vec(),
            })
            .map_err(|_| FileProblem::Unreadable);
        done();
        on_file.run(choice);
    });
}
