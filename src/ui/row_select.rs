//! Choosing rows, and what can be done with them together.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use super::{Button, ButtonVariant, IconName, t, t_with};
use crate::i18n::ui::UiMessage;

/// The cell with the box that chooses its row.
#[component]
pub fn SelectCell(
    /// Its accessible name, such as "Seleccionar a VictorP1".
    #[prop(into)]
    label: Signal<String>,
    /// Whether the row is chosen.
    #[prop(into)]
    checked: Signal<bool>,
    /// Why the row cannot be chosen.
    #[prop(into, optional)]
    disabled_reason: Signal<Option<String>>,
    /// Runs with the row's new choice.
    #[prop(into)]
    on_toggle: Callback<bool>,
) -> impl IntoView {
    view! {
        <td role="cell" class="cell cell-select">
            <input
                type="checkbox"
                class="tick"
                aria-label=label
                title=move || disabled_reason.get()
                disabled=move || disabled_reason.with(Option::is_some)
                checked=checked.get_untracked()
                prop:checked=checked
                on:change=move |event| on_toggle.run(event_target_checked(&event))
            />
        </td>
    }
    .into_any()
}

/// The head of the boxes' column: chooses every row of this page.
#[component]
pub fn SelectAllCell(
    /// Its accessible name, such as "Seleccionar esta página".
    #[prop(into)]
    label: Signal<String>,
    /// `Some(true)` all, `Some(false)` none, `None` some.
    #[prop(into)]
    state: Signal<Option<bool>>,
    /// Runs with the new choice.
    #[prop(into)]
    on_toggle: Callback<bool>,
) -> impl IntoView {
    view! {
        <th role="columnheader" scope="col" class="cell cell-select">
            <input
                type="checkbox"
                class="tick"
                aria-label=label
                prop:checked=move || state.get() == Some(true)
                prop:indeterminate=move || state.get().is_none()
                on:change=move |event| on_toggle.run(event_target_checked(&event))
            />
        </th>
    }
    .into_any()
}

/// The bar that stays at the foot while rows are chosen.
#[component]
pub fn BatchBar(
    /// How many rows are chosen; hidden for 0.
    #[prop(into)]
    count: Signal<usize>,
    /// Unmarks every row.
    #[prop(into)]
    on_clear: Callback<()>,
    /// What makes the choice wider or narrower.
    #[prop(into, optional)]
    reach: Option<ViewFnOnce>,
    /// What can be done with the chosen rows.
    children: Children,
) -> impl IntoView {
    let one = t(UiMessage::SelectedOne);
    let many = t_with(UiMessage::SelectedMany, move || {
        vec![("count", count.get().to_string())]
    });
    let words = move || match count.get() {
        0 => String::new(),
        1 => one.get(),
        _ => many.get(),
    };
    let clear = t(UiMessage::ClearSelection);
    let label = t(UiMessage::BatchActions);
    view! {
        <div class="batch-bar" role="region" aria-label=label data-empty=move || (count.get() == 0).then_some("true")>
            <div class="batch-bar-choice">
                <p class="batch-bar-count" role="status">{words}</p>
                <Button variant=ButtonVariant::Quiet small=true icon=IconName::Close on_click=on_clear>{clear}</Button>
            </div>
            {reach.map(|reach| view! { <div class="batch-bar-reach">{reach.run()}</div> })}
            <div class="batch-bar-actions">{children()}</div>
        </div>
    }
    .into_any()
}
