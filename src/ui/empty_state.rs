//! Nothing to list, not yet listed, and how many there are.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// Why there is nothing: first use and a filter ask for different next steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EmptyKind {
    /// There is nothing yet.
    #[default]
    FirstUse,
    /// Nothing fits the filter.
    Filtered,
    /// It could not be read.
    Failed,
}

/// Says that there is nothing, why, and what to do next.
#[component]
pub fn EmptyState(
    /// Why.
    #[prop(optional)]
    kind: EmptyKind,
    /// What is missing.
    #[prop(into)]
    title: Signal<String>,
    /// What to do.
    #[prop(into, optional)]
    lead: Signal<Option<String>>,
    /// The next step.
    #[prop(into, optional)]
    actions: Option<ViewFnOnce>,
) -> impl IntoView {
    let icon = match kind {
        EmptyKind::FirstUse => IconName::Key,
        EmptyKind::Filtered => IconName::Filter,
        EmptyKind::Failed => IconName::Alert,
    };
    view! {
        <div class="empty-state">
            <span class="empty-state-icon"><Icon name=icon/></span>
            <p class="empty-state-title">{title}</p>
            {move || lead.get().map(|lead| view! { <p class="empty-state-lead">{lead}</p> })}
            {actions.map(|actions| view! { <div class="empty-state-actions">{actions.run()}</div> })}
        </div>
    }
    .into_any()
}

/// Rows on their way: their shapes, and the words for it.
#[component]
pub fn SkeletonRows(
    /// How many shapes.
    #[prop(default = 5)]
    rows: usize,
    /// What is loading, such as "Cargando tokens…".
    #[prop(into, optional)]
    label: Signal<Option<String>>,
) -> impl IntoView {
    let loading = t(UiMessage::Loading);
    let shapes = (0..rows)
        .map(|_| view! { <span class="skeleton-row" aria-hidden="true"></span> })
        .collect_view();
    view! {
        <div class="skeleton">
            <p class="waiting" role="status">
                <span class="spinner" aria-hidden="true"></span>
                {move || label.get().unwrap_or_else(|| loading.get())}
            </p>
            {shapes}
        </div>
    }
    .into_any()
}

/// Something going on, in words beside a turning mark.
#[component]
pub fn Waiting(
    /// What is going on.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! { <p class="waiting" role="status"><span class="spinner" aria-hidden="true"></span> {label}</p> }.into_any()
}

/// A quiet figure that reads "Cantidad Tokens Virtuales Empresa: 6".
#[component]
pub fn Counter(
    /// What is counted, without a colon.
    #[prop(into)]
    label: Signal<String>,
    /// How many.
    #[prop(into)]
    value: Signal<u64>,
) -> impl IntoView {
    view! {
        <p class="counter">
            <span class="counter-label">{label}":"</span>
            " "
            <strong class="counter-value figures">{value}</strong>
        </p>
    }
    .into_any()
}

/// The counters of a page, side by side.
#[component]
pub fn Counters(
    /// [`Counter`]s.
    children: Children,
) -> impl IntoView {
    view! { <div class="counters">{children()}</div> }.into_any()
}

/// The filters of a table: a form that asks by GET, so that the URL is the
/// table's state, with or without hydration.
#[component]
pub fn FilterBar(
    /// The page's path.
    #[prop(into)]
    action: String,
    /// Its accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Fields and the button.
    children: Children,
) -> impl IntoView {
    view! { <form class="filter-bar" method="get" action=action role="search" aria-label=label>{children()}</form> }.into_any()
}
