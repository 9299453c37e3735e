//! One request of a list.

use leptos::prelude::*;

use super::state::OperationBadge;
use crate::console::operation::what_of;
use crate::console::paths;
use crate::console::token::action_of;
use crate::domain::operation::{OperationKind, OperationState};
use crate::domain::table::ApprovalList;
use crate::domain::view::{ApprovalRow, SubjectView};
use crate::i18n::console_approval::ApprovalMessage as Words;
use crate::ui::{Cell, CellKind, Row, RowHeader, t, use_locale};

/// The columns of a list.
pub fn heads(list: ApprovalList) -> Vec<(Words, CellKind)> {
    let text = |words| (words, CellKind::Text);
    let date = |words| (words, CellKind::Figure);
    match list {
        ApprovalList::Waiting => vec![
            text(Words::What),
            text(Words::RequestedBy),
            date(Words::RequestedAt),
            date(Words::Expires),
        ],
        ApprovalList::Mine => vec![
            text(Words::What),
            date(Words::RequestedAt),
            text(Words::State),
            text(Words::Second),
        ],
        ApprovalList::Decided => vec![
            text(Words::What),
            text(Words::RequestedBy),
            date(Words::SettledAt),
            text(Words::State),
            text(Words::Second),
        ],
    }
}

/// The row.
#[component]
pub fn ApprovalRowView(row: ApprovalRow, list: ApprovalList) -> impl IntoView {
    let cells = heads(list)
        .into_iter()
        .skip(1)
        .map(|(label, kind)| {
            let content = content(&row, label);
            view! { <Cell label=t(label) kind>{content}</Cell> }
        })
        .collect_view();
    let name = name(&row, list);
    view! { <Row><RowHeader label=t(Words::What)>{name}</RowHeader> {cells}</Row> }.into_any()
}

/// What it is about, and the way to its page.
fn name(row: &ApprovalRow, list: ApprovalList) -> AnyView {
    let locale = use_locale();
    let (kind, subject) = (row.kind, row.subject.clone());
    let what = move || what_of(kind, &subject, locale.get());
    let own = list == ApprovalList::Waiting && row.is_about_reader;
    let own = own.then(|| view! { <span class="muted">{t(Words::RowOwnToken)}</span> });
    view! {
        <span class="stack stack-tight">
            {match href(row, list) {
                Some(href) => view! { <a href=href>{what}</a> }.into_any(),
                None => view! { <span>{what}</span> }.into_any(),
            }}
            {own}
        </span>
    }
    .into_any()
}

/// The page of a request: the one that the requester waits at, or the one that
/// all of the company see.
fn href(row: &ApprovalRow, list: ApprovalList) -> Option<String> {
    if row.is_shared {
        return Some(paths::approval(row.id));
    }
    if list != ApprovalList::Mine || row.state != OperationState::Pending {
        return None;
    }
    let page = match (&row.subject, row.kind) {
        (SubjectView::Batch(_), _) => paths::SEVERAL.to_owned(),
        (SubjectView::Token { .. }, OperationKind::Assign) => paths::ASSIGN.to_owned(),
        (SubjectView::Token { serial, .. }, kind) => {
            paths::change(action_of(kind.action_kind())?.segment, *serial, &[])
        }
    };
    Some(paths::waiting(&page, row.id))
}

fn content(row: &ApprovalRow, column: Words) -> AnyView {
    let nobody = t(Words::NoSecond);
    match column {
        Words::RequestedBy => row.requester_username.clone().into_any(),
        Words::RequestedAt => row.requested_at.to_minute_text().into_any(),
        Words::Expires => row.expires_at.to_minute_text().into_any(),
        Words::SettledAt => row
            .settled_at
            .map(|at| at.to_minute_text())
            .unwrap_or_default()
            .into_any(),
        Words::State => view! { <OperationBadge state=row.state/> }.into_any(),
        _ => match row.second_username.clone() {
            Some(username) => username.into_any(),
            None => view! { <span class="muted">{nobody}</span> }.into_any(),
        },
    }
}
