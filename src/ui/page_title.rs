//! The head of a page, and the groups of its content.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

/// The page's `h1`, with a lead below and actions beside.
#[component]
pub fn PageTitle(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// One or two sentences: what this page is for.
    #[prop(into, optional)]
    lead: Signal<Option<String>>,
    /// The page's actions.
    #[prop(into, optional)]
    actions: Option<ViewFnOnce>,
) -> impl IntoView {
    view! {
        <header class="page-title">
            <div class="page-title-words">
                <h1 tabindex="-1">{title}</h1>
                {move || lead.get().map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            {actions.map(|actions| view! { <div class="page-title-actions">{actions.run()}</div> })}
        </header>
    }
    .into_any()
}

/// A titled group of a page's content.
#[component]
pub fn Panel(
    /// Its title.
    #[prop(into, optional)]
    title: Signal<Option<String>>,
    /// Its actions, beside the title.
    #[prop(into, optional)]
    actions: Option<ViewFnOnce>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let actions = actions.map(|actions| view! { <div class="panel-actions">{actions.run()}</div> });
    view! {
        <section class="panel">
            <div class="panel-head">
                {move || title.get().map(|title| view! { <h2 class="panel-title">{title}</h2> })}
                {actions}
            </div>
            {children()}
        </section>
    }
    .into_any()
}

/// Facts as names and values.
#[component]
pub fn KeyValueList(
    /// The [`KeyValue`]s.
    children: Children,
) -> impl IntoView {
    view! { <dl class="key-values">{children()}</dl> }.into_any()
}

/// One fact of a [`KeyValueList`].
#[component]
pub fn KeyValue(
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
    /// Its value is a serial or a code: letters of equal width.
    #[prop(optional)]
    mono: bool,
    /// Its value.
    children: Children,
) -> impl IntoView {
    view! { <div class="key-value"><dt>{name}</dt> <dd class:mono=mono>{children()}</dd></div> }
        .into_any()
}
