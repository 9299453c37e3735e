//! A table whose filters let nothing through.

use leptos::prelude::*;

use super::address::href;
use crate::domain::table::{TableColumn, TableFilter, TableQuery};
use crate::i18n::console_table::TableMessage;
use crate::ui::{ButtonVariant, EmptyKind, EmptyState, LinkButton, t};

/// Says so, and leads back to all rows.
#[component]
pub fn NothingFits<F, C>(
    /// Where the table stands.
    path: &'static str,
    /// What its address asks for.
    query: Signal<TableQuery<F, C>>,
    /// What does not fit.
    title: Signal<String>,
    /// What to do.
    lead: Signal<String>,
) -> impl IntoView
where
    F: TableFilter + Clone + Send + Sync + 'static,
    C: TableColumn,
{
    let clear = t(TableMessage::ClearFilters);
    let all =
        Signal::derive(move || query.with(|query| href(path, &query.clone().without_filter())));
    let actions = move || {
        view! { <LinkButton href=all variant=ButtonVariant::Secondary>{clear}</LinkButton> }
    };
    view! { <EmptyState kind=EmptyKind::Filtered title lead actions/> }.into_any()
}
