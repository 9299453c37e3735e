//! The rows of the table of virtual tokens.

use leptos::prelude::*;

use super::change_request::ChangeRequest;
use super::changes::use_changes;
use super::foot::TableFoot;
use super::row::{RowParts, TokenRowView};
use super::selection::Selection;
use crate::console::loaded::kept;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::table::{ChooseAll, ColumnHead};
use crate::domain::table::{TokenColumn, TokenQuery};
use crate::domain::view::{TokenPage, TokenRow};
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{CellKind, HeaderCell, TableBody, TableFrame, TableHead, t};

/// The rows and the pager under them.
#[component]
pub fn TokenTable(
    /// The query that the shown page answers, and that page.
    shown: Signal<(TokenQuery, TokenPage)>,
    /// The query of the address, which may be newer.
    query: Signal<TokenQuery>,
    /// Its rows.
    rows: Signal<Vec<TokenRow>>,
    /// Which of them are chosen.
    selection: Selection,
    /// What asks to activate.
    request: ChangeRequest,
) -> impl IntoView {
    let changes = use_changes(shown);
    let parts = RowParts {
        selection,
        request,
        changes,
    };
    let is_admin = use_is_admin().get_untracked();
    let refreshing =
        Signal::derive(move || shown.with(|(shown, _)| query.with(|query| shown != query)));
    view! {
        <TableFrame id="tokens" caption=t(TokenMessage::Caption) refreshing>
            <Head query selection=is_admin.then_some(selection)/>
            <TableBody>
                <For each=move || rows.get() key=|row| row.id let:row>
                    <FollowedRow row rows parts/>
                </For>
            </TableBody>
        </TableFrame>
        <TableFoot shown/>
        {changes.announcement()}
    }
    .into_any()
}

/// A row that follows its token through later answers.
#[component]
fn FollowedRow(row: TokenRow, rows: Signal<Vec<TokenRow>>, parts: RowParts) -> impl IntoView {
    let id = row.id;
    let row = kept(row, move || {
        rows.with(|rows| rows.iter().find(|row| row.id == id).cloned())
    });
    view! { <TokenRowView row parts/> }
}

/// The heads; `selection` for who may choose rows.
#[component]
fn Head(query: Signal<TokenQuery>, selection: Option<Selection>) -> impl IntoView {
    let column = move |label: TokenMessage, column: TokenColumn| {
        view! { <ColumnHead path=paths::TOKENS query column label=t(label)/> }
    };
    view! {
        <TableHead>
            <ChooseAll selection/>
            {column(TokenMessage::Username, TokenColumn::Username)}
            {column(TokenMessage::Serial, TokenColumn::Serial)}
            {column(TokenMessage::LastUpdate, TokenColumn::UpdatedAt)}
            {column(TokenMessage::States, TokenColumn::Status)}
            <HeaderCell label=t(TableMessage::Actions) kind=CellKind::Actions/>
        </TableHead>
    }
    .into_any()
}
