//! The head of a column that orders the table.

use leptos::prelude::*;

use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// Which way a column orders its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortDirection {
    /// From A to Z, from old to new.
    Ascending,
    /// From Z to A, from new to old.
    Descending,
}

/// A column's head that is a link, since the URL is the table's state.
#[component]
pub fn SortHeader(
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// The URL of the table in the order that a press asks for.
    #[prop(into)]
    href: Signal<String>,
    /// How this column orders the table now; `None` when another does.
    #[prop(into)]
    direction: Signal<Option<SortDirection>>,
) -> impl IntoView {
    let sort = move || match direction.get() {
        Some(SortDirection::Ascending) => "ascending",
        Some(SortDirection::Descending) => "descending",
        None => "none",
    };
    let icon = Signal::derive(move || match direction.get() {
        Some(SortDirection::Ascending) => IconName::SortAscending,
        Some(SortDirection::Descending) => IconName::SortDescending,
        None => IconName::SortNone,
    });
    let (ascending, descending) = (
        t(UiMessage::SortedAscending),
        t(UiMessage::SortedDescending),
    );
    let said = move || match direction.get() {
        Some(SortDirection::Ascending) => ascending.get(),
        Some(SortDirection::Descending) => descending.get(),
        None => String::new(),
    };
    view! {
        <th role="columnheader" scope="col" class="cell sortable" aria-sort=sort>
            <a class="sort-link" href=href title=said>
                <span>{label}</span>
                <Icon name=icon/>
            </a>
        </th>
    }
    .into_any()
}
