//! The table of companies.

use leptos::prelude::*;

use super::list::Shown;
use super::status::CompanyStatusBadge;
use crate::console::loaded::kept;
use crate::console::paths;
use crate::console::table::{ColumnHead, table_pager};
use crate::domain::table::{CompanyColumn, CompanyQuery};
use crate::domain::view::CompanyRow;
use crate::i18n::console_company::CompanyMessage;
use crate::ui::{
    Cell, CellKind, HeaderCell, Pager, Row, RowHeader, TableBody, TableFrame, TableHead, t,
};

/// The rows and the pager under them.
#[component]
pub fn CompanyTable(
    /// The query that the shown page answers, and that page.
    shown: Signal<Shown>,
    /// The query of the address, which may be newer.
    query: Signal<CompanyQuery>,
) -> impl IntoView {
    let rows: Signal<Vec<CompanyRow>> =
        Memo::new(move |_| shown.with(|(_, page)| page.rows.clone())).into();
    let refreshing =
        Signal::derive(move || shown.with(|(shown, _)| query.with(|query| shown != query)));
    let state =
        Memo::new(move |_| shown.with(|(query, page)| table_pager(paths::COMPANIES, page, query)));
    view! {
        <TableFrame id="companies" caption=t(CompanyMessage::Caption) refreshing>
            <Head query/>
            <TableBody>
                <For each=move || rows.get() key=|row| row.id let:row>
                    <CompanyRowView row rows/>
                </For>
            </TableBody>
        </TableFrame>
        <Pager state/>
    }
    .into_any()
}

#[component]
fn Head(query: Signal<CompanyQuery>) -> impl IntoView {
    let sort = move |column: CompanyColumn, label: CompanyMessage| {
        view! { <ColumnHead path=paths::COMPANIES query column label=t(label)/> }
    };
    view! {
        <TableHead>
            {sort(CompanyColumn::Name, CompanyMessage::Name)}
            {sort(CompanyColumn::Slug, CompanyMessage::Slug)}
            {sort(CompanyColumn::Status, CompanyMessage::Status)}
            <HeaderCell label=t(CompanyMessage::Tokens) kind=CellKind::Figure/>
            <HeaderCell label=t(CompanyMessage::Available) kind=CellKind::Figure/>
        </TableHead>
    }
    .into_any()
}

/// One row, which follows its company through later answers.
#[component]
fn CompanyRowView(row: CompanyRow, rows: Signal<Vec<CompanyRow>>) -> impl IntoView {
    let id = row.id;
    let row = kept(row, move || {
        rows.with(|rows| rows.iter().find(|row| row.id == id).cloned())
    });
    let status = Signal::derive(move || row.with(|row| row.status));
    view! {
        <Row>
            <RowHeader label=t(CompanyMessage::Name)>
                <a href=paths::company(id)>{move || row.with(|row| row.name.clone())}</a>
            </RowHeader>
            <Cell label=t(CompanyMessage::Slug) kind=CellKind::Code>{move || row.with(|row| row.slug.clone())}</Cell>
            <Cell label=t(CompanyMessage::Status)><CompanyStatusBadge status/></Cell>
            <Cell label=t(CompanyMessage::Tokens) kind=CellKind::Figure>{move || row.with(|row| row.tokens)}</Cell>
            <Cell label=t(CompanyMessage::Available) kind=CellKind::Figure>{move || row.with(|row| row.available)}</Cell>
        </Row>
    }
    .into_any()
}
