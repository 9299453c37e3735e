//! The table of physical tokens.

use leptos::prelude::*;

use super::page::Shown;
use crate::console::paths;
use crate::console::table::{ColumnHead, table_pager};
use crate::domain::table::{PhysicalColumn, PhysicalQuery};
use crate::domain::view::HeldPhysicalToken;
use crate::i18n::console_physical::PhysicalMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Cell, CellKind, HeaderCell, Pager, Row, RowHeader, StateBadge, TableBody, TableFrame,
    TableHead, t,
};

/// The rows, and the pager under them.
#[component]
pub fn PhysicalTable(shown: Signal<Shown>, query: Signal<PhysicalQuery>) -> impl IntoView {
    let rows = Memo::new(move |_| shown.with(|(_, page)| page.page.rows.clone()));
    let refreshing =
        Signal::derive(move || shown.with(|(shown, _)| query.with(|query| shown != query)));
    let state = Memo::new(move |_| {
        shown.with(|(query, page)| table_pager(paths::PHYSICAL_TOKENS, &page.page, query))
    });
    view! {
        <TableFrame id="physical-tokens" caption=t(PhysicalMessage::Caption) refreshing>
            <Head query/>
            <TableBody>
                <For each=move || rows.get() key=|row| (row.id, row.updated_at) let:row>
                    <TokenRow row/>
                </For>
            </TableBody>
        </TableFrame>
        <Pager state/>
    }
    .into_any()
}

#[component]
fn Head(query: Signal<PhysicalQuery>) -> impl IntoView {
    let sort = move |column: PhysicalColumn, label: TokenMessage| {
        view! { <ColumnHead path=paths::PHYSICAL_TOKENS query column label=t(label)/> }
    };
    view! {
        <TableHead>
            {sort(PhysicalColumn::Username, TokenMessage::Username)}
            {sort(PhysicalColumn::Serial, TokenMessage::Serial)}
            {sort(PhysicalColumn::UpdatedAt, TokenMessage::LastUpdate)}
            {sort(PhysicalColumn::Status, TokenMessage::States)}
            <HeaderCell label=t(PhysicalMessage::ReplacedBy)/>
        </TableHead>
    }
    .into_any()
}

#[component]
fn TokenRow(row: HeldPhysicalToken) -> impl IntoView {
    let HeldPhysicalToken {
        serial,
        holder,
        username,
        status,
        replacement,
        updated_at,
        ..
    } = row;
    let nothing = t(PhysicalMessage::NotReplaced);
    let by = match replacement {
        Some(serial) => {
            view! { <a class="mono" href=paths::detail(serial)>{serial.to_string()}</a> }.into_any()
        }
        None => view! { <span class="muted">{nothing}</span> }.into_any(),
    };
    view! {
        <Row>
            <RowHeader label=t(TokenMessage::Username)><a href=paths::user(holder)>{username}</a></RowHeader>
            <Cell label=t(TokenMessage::Serial) kind=CellKind::Code>{serial.to_string()}</Cell>
            <Cell label=t(TokenMessage::LastUpdate) kind=CellKind::Figure>{updated_at.day().to_string()}</Cell>
            <Cell label=t(TokenMessage::States)><StateBadge status/></Cell>
            <Cell label=t(PhysicalMessage::ReplacedBy)>{by}</Cell>
        </Row>
    }
    .into_any()
}
