//! Boxes for one line of text.

use leptos::html;
use leptos::prelude::*;

use super::browser::bind_input;
use super::field::use_field;
use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// What a text box takes: decides keyboard, autofill and checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextKind {
    /// Any text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// Digits.
    Number,
}

impl TextKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Number => "text",
            Self::Email => "email",
            Self::Phone => "tel",
        }
    }

    const fn input_mode(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Number => "numeric",
        }
    }
}

/// A box for one line of text, inside a [`Field`](super::Field).
#[component]
pub fn TextInput(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// The text, both ways.
    value: RwSignal<String>,
    /// What it takes.
    #[prop(optional)]
    kind: TextKind,
    /// The `autocomplete` token, such as `username`.
    #[prop(into, optional)]
    autocomplete: Option<String>,
    /// The most characters it takes.
    #[prop(optional)]
    max_length: Option<u32>,
    /// Shows letters of equal width, as for serials and codes.
    #[prop(optional)]
    mono: bool,
) -> impl IntoView {
    let field = use_field(&name);
    let node = NodeRef::<html::Input>::new();
    bind_input(node, value);
    view! {
        <input
            node_ref=node
            class="input"
            class:mono=mono
            id=field.id
            name=name
            type=kind.input_type()
            inputmode=kind.input_mode()
            autocomplete=autocomplete.unwrap_or_else(|| "off".to_owned())
            autocapitalize="none"
            spellcheck="false"
            maxlength=max_length
            value=value.get_untracked()
            required=field.required
            aria-invalid=move || field.invalid.get().then_some("true")
            aria-describedby=field.described_by
            on:input=move |event| value.set(event_target_value(&event))
        />
    }
    .into_any()
}

/// A day, through the browser's own calendar; its value is `2023-12-21`.
#[component]
pub fn DateInput(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// The day, both ways; empty for none.
    value: RwSignal<String>,
    /// The first day that can be chosen.
    #[prop(into, optional)]
    min: Option<String>,
    /// The last day that can be chosen.
    #[prop(into, optional)]
    max: Option<String>,
) -> impl IntoView {
    let field = use_field(&name);
    let node = NodeRef::<html::Input>::new();
    bind_input(node, value);
    view! {
        <input
            node_ref=node
            class="input input-date"
            type="date"
            id=field.id
            name=name
            min=min
            max=max
            value=value.get_untracked()
            required=field.required
            aria-invalid=move || field.invalid.get().then_some("true")
            aria-describedby=field.described_by
            on:change=move |event| value.set(event_target_value(&event))
        />
    }
    .into_any()
}

/// A search box with its own label; sends its form with Enter.
#[component]
pub fn SearchInput(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// What is searched, for screen readers and inside the empty box.
    #[prop(into)]
    label: Signal<String>,
    /// The text, both ways.
    value: RwSignal<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    bind_input(node, value);
    let clear = t(UiMessage::ClearSearch);
    view! {
        <div class="search">
            <label class="sr-only" for=id.clone()>{label}</label>
            <Icon name=IconName::Search/>
            <input
                node_ref=node
                class="input search-input"
                type="search"
                id=id.clone()
                name=name
                placeholder=label
                autocomplete="off"
                spellcheck="false"
                value=value.get_untracked()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {move || (!value.with(String::is_empty)).then(|| {
                let id = id.clone();
                view! {
                    <button type="button" class="icon-button search-clear" aria-label=clear title=clear on:click=move |_| {
                        value.set(String::new());
                        super::browser::focus_id(&id);
                    }>
                        <Icon name=IconName::Close/>
                    </button>
                }
            })}
        </div>
    }
    .into_any()
}
