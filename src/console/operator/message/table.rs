//! The table of messages.

use leptos::prelude::*;

use super::page::Shown;
use super::row::MessageRowView;
use super::selection::MessageSelectionBar;
use crate::console::loaded::kept;
use crate::console::paths;
use crate::console::table::{
    Choosable, ChooseAll, ColumnHead, Selection, follow_the_filter, table_pager,
};
use crate::domain::error::RequestError;
use crate::domain::id::MessageId;
use crate::domain::table::{MessageColumn, MessageQuery};
use crate::domain::view::{MessageRow, SeenMessage, SentAgain};
use crate::i18n::console_outbox::OutboxMessage;
use crate::ui::{HeaderCell, Pager, TableBody, TableFrame, TableHead, t};

/// Having messages sent again.
pub type SendAgain = Action<Vec<SeenMessage>, Result<Vec<SentAgain>, RequestError>>;

impl Choosable for MessageRow {
    type Id = MessageId;

    fn id(&self) -> MessageId {
        self.id
    }
}

/// The rows, the pager under them, and the bar for the chosen ones.
#[component]
pub fn MessageTable(
    /// The query that the shown page answers, and that page.
    shown: Signal<Shown>,
    /// The query of the address, which may be newer.
    query: Signal<MessageQuery>,
    /// What sends them again.
    sending: SendAgain,
) -> impl IntoView {
    let rows: Signal<Vec<MessageRow>> =
        Memo::new(move |_| shown.with(|(_, view)| view.page.rows.clone())).into();
    let choosable: Signal<Vec<MessageRow>> = Memo::new(move |_| {
        rows.with(|rows| {
            let again = rows.iter().filter(|row| row.can_be_sent_again());
            again.cloned().collect::<Vec<_>>()
        })
    })
    .into();
    let selection = Selection::new(choosable);
    let answered = Memo::new(move |_| shown.with(|(query, _)| query.clone()));
    follow_the_filter(selection, answered.into());
    Effect::new(move |_| {
        if sending.value().with(Option::is_some) {
            selection.clear();
        }
    });
    let refreshing =
        Signal::derive(move || shown.with(|(shown, _)| query.with(|query| shown != query)));
    let state = Memo::new(move |_| {
        shown.with(|(query, view)| table_pager(paths::MESSAGES, &view.page, query))
    });
    view! {
        <TableFrame id="messages" caption=t(OutboxMessage::Caption) refreshing>
            <Head query selection/>
            <TableBody>
                <For each=move || rows.get() key=|row| row.id let:row>
                    <FollowedRow row rows selection sending/>
                </For>
            </TableBody>
        </TableFrame>
        <Pager state/>
        <MessageSelectionBar selection sending/>
    }
    .into_any()
}

/// A row that follows its message through later answers.
#[component]
fn FollowedRow(
    row: MessageRow,
    rows: Signal<Vec<MessageRow>>,
    selection: Selection<MessageRow>,
    sending: SendAgain,
) -> impl IntoView {
    let id = row.id;
    let row = kept(row, move || {
        rows.with(|rows| rows.iter().find(|row| row.id == id).cloned())
    });
    view! { <MessageRowView row selection sending/> }
}

#[component]
fn Head(query: Signal<MessageQuery>, selection: Selection<MessageRow>) -> impl IntoView {
    let written = MessageColumn::WrittenAt;
    view! {
        <TableHead>
            <ChooseAll selection=Some(selection)/>
            <HeaderCell label=t(OutboxMessage::Kind)/>
            <ColumnHead path=paths::MESSAGES query column=written label=t(OutboxMessage::WrittenAt)/>
            <HeaderCell label=t(OutboxMessage::User)/>
            <HeaderCell label=t(OutboxMessage::Recipient)/>
            <HeaderCell label=t(OutboxMessage::State)/>
            <HeaderCell label=t(OutboxMessage::Action)/>
        </TableHead>
    }
    .into_any()
}
