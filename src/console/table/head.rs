//! The heads of a table's columns.

use leptos::prelude::*;

use super::address::{direction, href};
use super::selection::{Choosable, Selection};
use crate::domain::table::{TableColumn, TableFilter, TableQuery};
use crate::i18n::console_table::TableMessage;
use crate::ui::{SelectAllCell, SortHeader, t};

/// The head of a column that orders the table at `path`.
#[component]
pub fn ColumnHead<F, C>(
    /// Where the table stands.
    path: &'static str,
    /// What its address asks for.
    query: Signal<TableQuery<F, C>>,
    /// The column.
    column: C,
    /// Its words.
    label: Signal<String>,
) -> impl IntoView
where
    F: TableFilter + Clone + Send + Sync + 'static,
    C: TableColumn,
{
    let to = move || query.with(|query| href(path, &query.clone().sorted_by(column)));
    let now = move || query.with(|query| direction(query, column));
    view! { <SortHeader label href=Signal::derive(to) direction=Signal::derive(now)/> }
}

/// The box that chooses every row of the page; nothing for who chooses none.
#[component]
pub fn ChooseAll<Row: Choosable>(selection: Option<Selection<Row>>) -> impl IntoView {
    selection.map(|selection| {
        view! {
            <SelectAllCell
                label=t(TableMessage::SelectPage)
                state=move || selection.state()
                on_toggle=move |wanted| selection.set_all(wanted)
            />
        }
    })
}
