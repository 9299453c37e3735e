//! What a file has to say, column by column.

use leptos::prelude::*;

use super::words::column_message;
use crate::domain::import::{ImportColumn, ImportKind};
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{Cell, HeaderCell, Panel, Row, RowHeader, TableBody, TableFrame, TableHead, t};

/// The columns of a kind of file.
#[component]
pub fn Columns(kind: Signal<ImportKind>) -> impl IntoView {
    let rows = move || {
        let kind = kind.get();
        kind.columns()
            .map(|column| {
                view! {
                    <Row>
                        <RowHeader label=t(Words::ColumnName)>{t(column_message(column))}</RowHeader>
                        <Cell label=t(Words::ColumnMeaning)>{t(about(kind, column))}</Cell>
                    </Row>
                }
            })
            .collect_view()
    };
    view! {
        <Panel title=t(Words::ColumnsPanel)>
            <p class="muted">{t(Words::ColumnsLead)}</p>
            <TableFrame id="columnas" caption=t(Words::ColumnsPanel)>
                <TableHead>
                    <HeaderCell label=t(Words::ColumnName)/>
                    <HeaderCell label=t(Words::ColumnMeaning)/>
                </TableHead>
                <TableBody>{rows}</TableBody>
            </TableFrame>
        </Panel>
    }
    .into_any()
}

const fn about(kind: ImportKind, column: ImportColumn) -> Words {
    match (column, kind) {
        (ImportColumn::Username, ImportKind::Users) => Words::AboutUsername,
        (ImportColumn::Username, ImportKind::PhysicalTokens) => Words::AboutHolder,
        (ImportColumn::Username, _) => Words::AboutListed,
        (ImportColumn::FullName, _) => Words::AboutFullName,
        (ImportColumn::Email, _) => Words::AboutEmail,
        (ImportColumn::Mobile, _) => Words::AboutMobile,
        (ImportColumn::Role, _) => Words::AboutRole,
        (ImportColumn::Confirmed, _) => Words::AboutConfirmed,
        (ImportColumn::Serial, ImportKind::PhysicalTokens) => Words::AboutSerial,
        (ImportColumn::Serial, _) => Words::AboutSerialInstead,
    }
}
