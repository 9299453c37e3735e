//! The table: real `<table>` markup that a phone shows as cards.
//!
//! The roles are written out because the phone's style changes `display`,
//! which would otherwise take the table's meaning from a screen reader.

use leptos::prelude::*;

/// The table with its caption, in a region that scrolls sideways when it must.
#[component]
pub fn TableFrame(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// What the table lists.
    #[prop(into)]
    caption: Signal<String>,
    /// Keeps the caption for screen readers only.
    #[prop(default = true)]
    hide_caption: bool,
    /// Whether newer rows are on their way; the present ones stay readable.
    #[prop(into, optional)]
    refreshing: Signal<bool>,
    /// A [`TableHead`] and a [`TableBody`].
    children: Children,
) -> impl IntoView {
    let caption_id = format!("{id}-titulo");
    let labelled_by = caption_id.clone();
    view! {
        <div class="table-frame" role="region" aria-labelledby=labelled_by tabindex="0">
            <table class="table" role="table" id=id aria-busy=move || refreshing.get().then_some("true")>
                <caption id=caption_id class:sr-only=hide_caption>{caption}</caption>
                {children()}
            </table>
        </div>
    }
    .into_any()
}

/// The row of column heads.
#[component]
pub fn TableHead(
    /// [`HeaderCell`]s, [`SortHeader`](super::SortHeader)s and a
    /// [`SelectAllCell`](super::SelectAllCell).
    children: Children,
) -> impl IntoView {
    view! { <thead role="rowgroup"><tr role="row">{children()}</tr></thead> }.into_any()
}

/// The rows.
#[component]
pub fn TableBody(
    /// [`Row`]s.
    children: Children,
) -> impl IntoView {
    view! { <tbody role="rowgroup">{children()}</tbody> }.into_any()
}

/// One row.
#[component]
pub fn Row(
    /// Whether it is chosen.
    #[prop(into, optional)]
    selected: Signal<bool>,
    /// Whether it changed just now, which a passing tint shows.
    #[prop(into, optional)]
    fresh: Signal<bool>,
    /// Its cells.
    children: Children,
) -> impl IntoView {
    view! {
        <tr role="row" data-selected=move || selected.get().then_some("true") data-fresh=move || fresh.get().then_some("true")>
            {children()}
        </tr>
    }
    .into_any()
}

/// How the content of a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellKind {
    /// Words.
    #[default]
    Text,
    /// A serial or a code: letters of equal width.
    Code,
    /// A date or a figure: aligned figures.
    Figure,
    /// The row's actions, at the end.
    Actions,
}

impl CellKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Text => "cell",
            Self::Code => "cell mono",
            Self::Figure => "cell figures",
            Self::Actions => "cell cell-actions",
        }
    }
}

/// One cell; `label` is its column's head, shown beside it on a phone.
#[component]
pub fn Cell(
    /// The column's head.
    #[prop(into)]
    label: Signal<String>,
    /// How the content stands.
    #[prop(optional)]
    kind: CellKind,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! { <td role="cell" class=kind.class() data-label=label><div class="cell-body">{children()}</div></td> }.into_any()
}

/// The cell that names its row: the card's title on a phone.
#[component]
pub fn RowHeader(
    /// The column's head.
    #[prop(into)]
    label: Signal<String>,
    /// The name.
    children: Children,
) -> impl IntoView {
    view! { <th role="rowheader" scope="row" class="cell row-header" data-label=label><div class="cell-body">{children()}</div></th> }
        .into_any()
}

/// The head of a column that does not sort.
#[component]
pub fn HeaderCell(
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// How the column's content stands.
    #[prop(optional)]
    kind: CellKind,
    /// Keeps the words for screen readers only.
    #[prop(optional)]
    hide_label: bool,
) -> impl IntoView {
    view! { <th role="columnheader" scope="col" class=kind.class()><span class:sr-only=hide_label>{label}</span></th> }.into_any()
}
