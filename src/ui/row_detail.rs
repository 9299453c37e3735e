//! A row that unfolds.

use leptos::prelude::*;

use super::{IconButton, IconName, t_with};
use crate::i18n::ui::UiMessage;

/// The button that unfolds a row, for the row's actions or its first cell.
#[component]
pub fn RowToggle(
    /// Whether the row is unfolded, both ways.
    open: RwSignal<bool>,
    /// The row's name.
    #[prop(into)]
    name: Signal<String>,
    /// The id of the [`RowDetail`].
    #[prop(into)]
    controls: String,
) -> impl IntoView {
    let show = t_with(UiMessage::ShowDetail, move || vec![("name", name.get())]);
    let hide = t_with(UiMessage::HideDetail, move || vec![("name", name.get())]);
    view! {
        <span class="row-toggle" data-open=move || open.get().then_some("true")>
            <IconButton
                icon=IconName::ChevronDown
                label=move || if open.get() { hide.get() } else { show.get() }
                expanded=move || Some(open.get())
                controls=controls
                on_click=move || open.update(|open| *open = !*open)
            />
        </span>
    }
    .into_any()
}

/// The row below a row: its lifeline and details, while it is unfolded.
#[component]
pub fn RowDetail(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// Whether it is unfolded.
    #[prop(into)]
    open: Signal<bool>,
    /// How many columns the table has.
    columns: u32,
    /// What it shows.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <tr role="row" class="row-detail" id=id hidden=move || !open.get()>
            <td role="cell" colspan=columns>{move || open.get().then(|| children())}</td>
        </tr>
    }
    .into_any()
}
