//! The table of the audit log.

use leptos::prelude::*;

use super::page::Shown;
use super::row::{COLUMNS, EntryRow};
use crate::console::paths;
use crate::console::table::{ColumnHead, table_pager};
use crate::domain::table::{AuditColumn, AuditQuery};
use crate::i18n::console_audit::AuditMessage;
use crate::i18n::console_table::TableMessage;
use crate::ui::{CellKind, HeaderCell, Pager, PagerState, TableBody, TableFrame, TableHead, t};

/// The rows, and the pager under them.
#[component]
pub fn LogTable(shown: Signal<Shown>, query: Signal<AuditQuery>) -> impl IntoView {
    let rows = Memo::new(move |_| shown.with(|(_, page)| page.page.rows.clone()));
    let refreshing =
        Signal::derive(move || shown.with(|(shown, _)| query.with(|query| shown != query)));
    let state = Memo::new(move |_| shown.with(pager));
    view! {
        <TableFrame id="bitacora" caption=t(AuditMessage::Caption) refreshing>
            <Head query/>
            <TableBody>
                <For each=move || rows.get() key=|row| row.id let:row>
                    <EntryRow row/>
                </For>
            </TableBody>
        </TableFrame>
        <Pager state/>
    }
    .into_any()
}

fn pager((query, page): &Shown) -> PagerState {
    let state = table_pager(paths::LOG, &page.page, query);
    if page.total_is_exact {
        return state;
    }
    PagerState {
        at_least: true,
        last: None,
        pages: match state.next {
            Some(_) => state.page + 1,
            None => state.page,
        },
        ..state
    }
}

#[component]
fn Head(query: Signal<AuditQuery>) -> impl IntoView {
    let labels: [AuditMessage; COLUMNS as usize - 2] = [
        AuditMessage::Who,
        AuditMessage::What,
        AuditMessage::Token,
        AuditMessage::User,
        AuditMessage::Origin,
        AuditMessage::Outcome,
    ];
    view! {
        <TableHead>
            <ColumnHead path=paths::LOG query column=AuditColumn::HappenedAt label=t(AuditMessage::When)/>
            {labels.map(|label| view! { <HeaderCell label=t(label)/> }).collect_view()}
            <HeaderCell label=t(TableMessage::Actions) kind=CellKind::Actions hide_label=true/>
        </TableHead>
    }
    .into_any()
}
