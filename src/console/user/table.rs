//! The table of users.

use leptos::prelude::*;

use super::row::UserRowView;
use super::selection::UserSelectionBar;
use super::users::Shown;
use crate::console::loaded::kept;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::table::{
    Choosable, ChooseAll, ColumnHead, Selection, follow_the_filter, table_pager,
};
use crate::domain::id::UserId;
use crate::domain::table::{UserColumn, UserQuery};
use crate::domain::view::UserRow;
use crate::i18n::console_user::UserMessage;
use crate::ui::{HeaderCell, Pager, TableBody, TableFrame, TableHead, t};

impl Choosable for UserRow {
    type Id = UserId;

    fn id(&self) -> UserId {
        self.id
    }
}

/// The rows, the pager under them, and the bar for the chosen ones.
#[component]
pub fn UserTable(
    /// The query that the shown page answers, and that page.
    shown: Signal<Shown>,
    /// The query of the address, which may be newer.
    query: Signal<UserQuery>,
    /// Asks for the rows again.
    again: Callback<()>,
) -> impl IntoView {
    let rows: Signal<Vec<UserRow>> =
        Memo::new(move |_| shown.with(|(_, page)| page.rows.clone())).into();
    let selection = Selection::new(rows);
    let answered = Memo::new(move |_| shown.with(|(query, _)| query.clone()));
    follow_the_filter(selection, answered.into());
    let is_admin = use_is_admin().get_untracked();
    let refreshing =
        Signal::derive(move || shown.with(|(shown, _)| query.with(|query| shown != query)));
    let state =
        Memo::new(move |_| shown.with(|(query, page)| table_pager(paths::USERS, page, query)));
    view! {
        <TableFrame id="users" caption=t(UserMessage::Caption) refreshing>
            <Head query selection=is_admin.then_some(selection)/>
            <TableBody>
                <For each=move || rows.get() key=|row| row.id let:row>
                    <FollowedRow row rows selection/>
                </For>
            </TableBody>
        </TableFrame>
        <Pager state/>
        {is_admin.then(|| view! { <UserSelectionBar selection query again/> })}
    }
    .into_any()
}

/// A row that follows its user through later answers.
#[component]
fn FollowedRow(
    row: UserRow,
    rows: Signal<Vec<UserRow>>,
    selection: Selection<UserRow>,
) -> impl IntoView {
    let id = row.id;
    let row = kept(row, move || {
        rows.with(|rows| rows.iter().find(|row| row.id == id).cloned())
    });
    view! { <UserRowView row selection/> }
}

#[component]
fn Head(query: Signal<UserQuery>, selection: Option<Selection<UserRow>>) -> impl IntoView {
    let sort = move |column: UserColumn, label: UserMessage| {
        view! { <ColumnHead path=paths::USERS query column label=t(label)/> }
    };
    view! {
        <TableHead>
            <ChooseAll selection/>
            {sort(UserColumn::Username, UserMessage::Username)}
            {sort(UserColumn::FullName, UserMessage::FullName)}
            {sort(UserColumn::Role, UserMessage::Role)}
            {sort(UserColumn::Status, UserMessage::Status)}
            {sort(UserColumn::ConfirmedAt, UserMessage::Contact)}
            <HeaderCell label=t(UserMessage::Token)/>
        </TableHead>
    }
    .into_any()
}
