//! Choosing: from a list, a box, a card.

use leptos::html;
use leptos::prelude::*;

use super::browser::{bind_checked, bind_select};
use super::field::use_field;
use super::{Icon, IconName};

/// One choice of a [`SelectInput`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl SelectOption {
    /// A choice from its value and its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

/// A list to choose one from, inside a [`Field`](super::Field).
#[component]
pub fn SelectInput(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// The chosen value, both ways.
    value: RwSignal<String>,
    /// The choices.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
) -> impl IntoView {
    let field = use_field(&name);
    let node = NodeRef::<html::Select>::new();
    bind_select(node, value);
    let list = move || {
        options
            .get()
            .into_iter()
            .map(|option| {
                let selected = value.with_untracked(|value| *value == option.value);
                view! { <option value=option.value selected=selected>{option.label}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="select">
            <select
                node_ref=node
                class="input"
                id=field.id
                name=name
                aria-invalid=move || field.invalid.get().then_some("true")
                aria-describedby=field.described_by
                on:change=move |event| value.set(event_target_value(&event))
            >
                {list}
            </select>
            <Icon name=IconName::ChevronDown/>
        </div>
    }
    .into_any()
}

/// A box to tick, with its own label.
#[component]
pub fn Checkbox(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// Whether it is ticked, both ways.
    checked: RwSignal<bool>,
    /// What a tick says.
    #[prop(into)]
    label: Signal<String>,
    /// More about it.
    #[prop(into, optional)]
    hint: Signal<Option<String>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    bind_checked(node, checked);
    let hint_id = format!("{id}-hint");
    let described_by = hint_id.clone();
    view! {
        <div class="checkbox">
            <input
                node_ref=node
                type="checkbox"
                class="tick"
                id=id.clone()
                name=name
                value="true"
                checked=checked.get_untracked()
                aria-describedby=move || hint.with(Option::is_some).then(|| described_by.clone())
                on:change=move |event| checked.set(event_target_checked(&event))
            />
            <label for=id>{label}</label>
            {move || hint.get().map(|text| view! { <p class="field-hint" id=hint_id.clone()>{text}</p> })}
        </div>
    }
    .into_any()
}

/// One choice of a group, as a card that can be pressed anywhere.
///
/// Put the cards of a group in a [`RadioGroup`]. A card with `disabled_reason`
/// is listed, cannot be chosen, and says why.
#[component]
pub fn RadioCard(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// The form field's name, the same for the whole group.
    #[prop(into)]
    name: String,
    /// What this card sends.
    #[prop(into)]
    value: String,
    /// The group's chosen value, both ways.
    chosen: RwSignal<String>,
    /// Its title.
    #[prop(into)]
    label: Signal<String>,
    /// Why it cannot be chosen.
    #[prop(into, optional)]
    disabled_reason: Signal<Option<String>>,
    /// More about it, below the title.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let body_id = format!("{id}-body");
    let mine = value.clone();
    let initially = chosen.with_untracked(|chosen| *chosen == value);
    let off = move || disabled_reason.with(Option::is_some);
    let picked = value.clone();
    view! {
        <div class="radio-card" data-disabled=move || off().then_some("true")>
            <input
                type="radio"
                class="dot"
                id=id.clone()
                name=name
                value=value
                checked=initially
                prop:checked=move || chosen.with(|chosen| *chosen == mine)
                disabled=off
                aria-describedby=body_id.clone()
                on:change=move |_| chosen.set(picked.clone())
            />
            <label class="radio-card-label" for=id>{label}</label>
            <div class="radio-card-body" id=body_id>
                {children.map(|children| children())}
                {move || disabled_reason.get().map(|reason| view! {
                    <p class="radio-card-reason"><Icon name=IconName::Info/> <span>{reason}</span></p>
                })}
            </div>
        </div>
    }
    .into_any()
}

/// The group around [`RadioCard`]s, with its question.
#[component]
pub fn RadioGroup(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// Keeps the question for screen readers only.
    #[prop(optional)]
    hide_legend: bool,
    /// The cards.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="radio-group">
            <legend class="field-label" class:sr-only=hide_legend>{legend}</legend>
            {children()}
        </fieldset>
    }
    .into_any()
}
