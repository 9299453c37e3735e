//! A row that unfolds.

use leptos::prelude::*;

use super::{Icon, IconName, t, t_with};
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
    let (show_short, hide_short) = (t(UiMessage::ShowDetailShort), t(UiMessage::HideDetailShort));
    let label = move || if open.get() { hide.get() } else { show.get() };
    view! {
        <button
            type="button"
            class="icon-button row-toggle"
            aria-label=label
            title=label
            aria-expanded=move || open.get().to_string()
            aria-controls=controls
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <span class="row-toggle-words" aria-hidden="true">{move || if open.get() { hide_short.get() } else { show_short.get() }}</span>
            <Icon name=IconName::ChevronDown/>
        </button>
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
