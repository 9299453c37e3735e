//! The rows of a list, and the way to more of them.

use leptos::prelude::*;

use super::page::Shown;
use super::row::{ApprovalRowView, heads};
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::table::{ApprovalList, ApprovalQuery};
use crate::i18n::console_approval::ApprovalMessage as Words;
use crate::ui::{
    EmptyState, HeaderCell, IconName, LinkButton, TableBody, TableFrame, TableHead, t,
};

/// The list that `shown` answers.
#[component]
pub fn List(shown: Signal<Shown>, query: Memo<ApprovalQuery>) -> impl IntoView {
    let list = Memo::new(move |_| {
        shown.with(|(query, page)| (query.list, page.rows.is_empty(), query.after.is_some()))
    });
    move || match list.get() {
        (list, true, false) => view! { <Empty list/> }.into_any(),
        (list, ..) => view! { <Rows shown query list/> }.into_any(),
    }
}

#[component]
fn Empty(list: ApprovalList) -> impl IntoView {
    let is_admin = use_is_admin().get_untracked();
    let (title, lead) = match list {
        ApprovalList::Waiting => (Words::WaitingEmptyTitle, Words::WaitingEmptyLead),
        ApprovalList::Mine if is_admin => (Words::MineEmptyTitle, Words::MineEmptyLead),
        ApprovalList::Mine => (Words::MineEmptyTitle, Words::MineAuditorLead),
        ApprovalList::Decided => (Words::DecidedEmptyTitle, Words::DecidedEmptyLead),
    };
    let lead = t(lead);
    view! { <EmptyState title=t(title) lead=Signal::derive(move || Some(lead.get()))/> }.into_any()
}

#[component]
fn Rows(shown: Signal<Shown>, query: Memo<ApprovalQuery>, list: ApprovalList) -> impl IntoView {
    let rows = Memo::new(move |_| shown.with(|(_, page)| page.rows.clone()));
    let refreshing =
        Signal::derive(move || shown.with(|(shown, _)| query.with(|query| shown != query)));
    let caption = match list {
        ApprovalList::Waiting => Words::Waiting,
        ApprovalList::Mine => Words::Mine,
        ApprovalList::Decided => Words::Decided,
    };
    let columns = heads(list)
        .into_iter()
        .map(|(label, kind)| view! { <HeaderCell label=t(label) kind/> })
        .collect_view();
    let older = Memo::new(move |_| {
        shown.with(|(_, page)| page.next.clone()).map(|after| {
            let query = ApprovalQuery {
                list,
                after: Some(after),
            };
            format!("{}{}", paths::APPROVALS, query.write())
        })
    });
    let is_further = Memo::new(move |_| shown.with(|(query, _)| query.after.is_some()));
    let beginning = format!(
        "{}{}",
        paths::APPROVALS,
        ApprovalQuery { list, after: None }.write()
    );
    let (older_words, beginning_words) = (t(Words::Older), t(Words::Beginning));
    view! {
        <TableFrame id="approvals" caption=t(caption) refreshing>
            <TableHead>{columns}</TableHead>
            <TableBody>
                <For each=move || rows.get() key=|row| (row.id, row.state) let:row>
                    <ApprovalRowView row list/>
                </For>
            </TableBody>
        </TableFrame>
        <div class="cluster">
            {move || is_further.get().then(|| view! {
                <LinkButton href=beginning.clone() icon=IconName::ChevronFirst>{beginning_words}</LinkButton>
            })}
            {move || older.get().map(|href| view! {
                <LinkButton href icon=IconName::ArrowRight>{older_words}</LinkButton>
            })}
        </div>
    }
    .into_any()
}
