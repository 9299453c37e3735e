//! A form field: its label, its hint, its error, and the control between them.

use leptos::context::Provider;
use leptos::prelude::*;

use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// What a [`Field`] tells the control inside it.
#[derive(Clone)]
pub struct FieldContext {
    /// The control's id, which the label names.
    pub id: String,
    /// Whether an answer is asked for.
    pub required: bool,
    /// Whether the control has an error now.
    pub invalid: Signal<bool>,
    /// The ids of hint and error, for `aria-describedby`.
    pub described_by: Signal<Option<String>>,
}

/// The field around this control, or an unnamed one when it stands alone.
pub(super) fn use_field(fallback_id: &str) -> FieldContext {
    use_context::<FieldContext>().unwrap_or_else(|| FieldContext {
        id: fallback_id.to_owned(),
        required: false,
        invalid: Signal::stored(false),
        described_by: Signal::stored(None),
    })
}

/// Label, hint and error around one control such as [`TextInput`](super::TextInput).
#[component]
pub fn Field(
    /// Unique in the page: the control's id, and what an error summary links to.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer.
    #[prop(into, optional)]
    hint: Signal<Option<String>>,
    /// What is wrong with the answer.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty; the label says so.
    #[prop(optional)]
    optional: bool,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let invalid = Signal::derive(move || error.with(Option::is_some));
    let (described_hint, described_error) = (hint_id.clone(), error_id.clone());
    let described_by = Signal::derive(move || match (hint.with(Option::is_some), invalid.get()) {
        (true, true) => Some(format!("{described_hint} {described_error}")),
        (true, false) => Some(described_hint.clone()),
        (false, true) => Some(described_error.clone()),
        (false, false) => None,
    });
    let context = FieldContext {
        id: id.clone(),
        required: !optional,
        invalid,
        described_by,
    };
    let optional_mark = optional.then(|| {
        let mark = t(UiMessage::Optional);
        view! { " " <span class="field-optional">{mark}</span> }
    });
    let prefix = t(UiMessage::ErrorPrefix);
    view! {
        <div class="field" data-invalid=move || invalid.get().then_some("true")>
            <label class="field-label" class:sr-only=hide_label for=id>{label} {optional_mark}</label>
            {move || hint.get().map(|text| view! { <p class="field-hint" id=hint_id.clone()>{text}</p> })}
            <Provider value=context>{children()}</Provider>
            <div class="field-error-place" aria-live="polite">
                {move || error.get().map(|text| view! {
                    <p class="field-error" id=error_id.clone()>
                        <Icon name=IconName::Alert/>
                        <span><span class="sr-only">{prefix} " "</span> {text}</span>
                    </p>
                })}
            </div>
        </div>
    }
    .into_any()
}
