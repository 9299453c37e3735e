//! `/operador/solicitudes`: the requests that wait, the oldest first.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::answer::{Answer, AnswerDialog, Outcome, use_answer};
use crate::api::token_request::list_token_requests;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::operator::company::CompanyStatusBadge;
use crate::console::paths;
use crate::console::table::pager;
use crate::domain::company::CompanyStatus;
use crate::domain::table::{Page, PageRequest, query_string};
use crate::domain::view::WaitingTokenRequest;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_request::TokenRequestMessage as Words;
use crate::ui::{
    Breadcrumb, Button, Cell, CellKind, Crumb, DocumentTitle, EmptyState, HeaderCell, PageTitle,
    Pager, Row, RowHeader, SkeletonRows, TableBody, TableFrame, TableHead, t, t_with,
};

type Shown = (PageRequest, Page<WaitingTokenRequest>);

/// The page.
#[component]
pub fn TokenRequestsPage() -> impl IntoView {
    let map = use_query_map();
    let wanted = Memo::new(move |_| map.with(|map| PageRequest::parse(|name| map.get(name))));
    let live = use_live();
    let requests = asked(
        move || (wanted.get(), live.token_requests(), live.companies()),
        |(page, ..)| async move {
            let found = list_token_requests(page.clone()).await?;
            Ok((page, found))
        },
    );
    let title = t(Words::Title);
    let crumbs = vec![
        Crumb::link(t(ConsoleMessage::Home), paths::OPERATOR),
        Crumb::link(title, paths::TOKEN_REQUESTS),
    ];
    let loading = t(Words::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| requests.refetch());
    let answer = use_answer(again);
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(Words::Lead)/>
        <Outcome answer/>
        {loaded(requests, waiting, move |shown| view! { <Requests shown answer/> }.into_any())}
        <AnswerDialog answer/>
    }
    .into_any()
}

#[component]
fn Requests(shown: Signal<Shown>, answer: Answer) -> impl IntoView {
    let rows = Memo::new(move |_| shown.with(|(_, page)| page.rows.clone()));
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let state = Memo::new(move |_| {
        shown.with(|(request, page)| {
            pager(page, request, |page| {
                format!(
                    "{}{}",
                    paths::TOKEN_REQUESTS,
                    query_string(page.to_parameters())
                )
            })
        })
    });
    move || {
        if is_empty.get() {
            return view! { <EmptyState title=t(Words::EmptyTitle) lead=t(Words::EmptyLead)/> }
                .into_any();
        }
        view! {
            <TableFrame id="token-requests" caption=t(Words::Title)>
                <TableHead>
                    <HeaderCell label=t(Words::Company)/>
                    <HeaderCell label=t(Words::Wanted) kind=CellKind::Figure/>
                    <HeaderCell label=t(Words::Has)/>
                    <HeaderCell label=t(Words::By)/>
                    <HeaderCell label=t(Words::Since) kind=CellKind::Figure/>
                    <HeaderCell label=t(Words::Actions) kind=CellKind::Actions/>
                </TableHead>
                <TableBody>
                    <For each=move || rows.get() key=|row| (row.request.seen.request, row.total, row.available) let:row>
                        {request_row(row, answer)}
                    </For>
                </TableBody>
            </TableFrame>
            <Pager state/>
        }
        .into_any()
    }
}

fn request_row(row: WaitingTokenRequest, answer: Answer) -> AnyView {
    let (total, available) = (row.total, row.available);
    let has = t_with(Words::HasTokens, move || {
        vec![
            ("total", total.to_string()),
            ("available", available.to_string()),
        ]
    });
    let name = row.company.name.clone();
    let short = t(Words::Answer);
    let label = t_with(Words::AnswerNamed, move || vec![("name", name.clone())]);
    let suspended = (row.company.status == CompanyStatus::Suspended)
        .then(|| view! { <CompanyStatusBadge status=CompanyStatus::Suspended/> });
    let note = (!row.request.note.is_empty())
        .then(|| view! { <p class="muted">{row.request.note.clone()}</p> });
    let request = &row.request;
    let (wanted, by, since) = (
        request.tokens,
        request.requested_by.clone(),
        request.requested_at.to_minute_text(),
    );
    let (path, company) = (paths::company(row.company.id), row.company.name.clone());
    view! {
        <Row>
            <RowHeader label=t(Words::Company)>
                <span class="cluster"><a href=path>{company}</a> {suspended}</span>
                {note}
            </RowHeader>
            <Cell label=t(Words::Wanted) kind=CellKind::Figure>{wanted}</Cell>
            <Cell label=t(Words::Has)>{has}</Cell>
            <Cell label=t(Words::By)>{by}</Cell>
            <Cell label=t(Words::Since) kind=CellKind::Figure>{since}</Cell>
            <Cell label=t(Words::Actions) kind=CellKind::Actions>
                <Button small=true on_click=move || answer.ask(row.clone())>
                    <span aria-hidden="true">{short}</span>
                    <span class="sr-only">{label}</span>
                </Button>
            </Cell>
        </Row>
    }
    .into_any()
}
