//! `/administracion/aprobaciones`: three lists, whichever the address names.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::list::List;
use super::waiting_count::use_waiting_count;
use crate::api::approval::list_approvals;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::company::Approvals;
use crate::domain::table::{ApprovalList, ApprovalQuery};
use crate::domain::view::ApprovalPage;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_approval::ApprovalMessage as Words;
use crate::ui::{
    Breadcrumb, Crumb, DocumentTitle, Notice, NoticeKind, PageTitle, SkeletonRows, t, t_with,
};

/// A piece of a list with the query that it answers.
pub type Shown = (ApprovalQuery, ApprovalPage);

/// The way here.
pub fn crumbs() -> Vec<Crumb> {
    vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::link(t(Words::Title), paths::APPROVALS),
    ]
}

/// The page.
#[component]
pub fn ApprovalsPage() -> impl IntoView {
    let address = use_query_map();
    let query = Memo::new(move |_| {
        address.with(|address| {
            ApprovalQuery::read(
                address.get_str(ApprovalList::PARAMETER),
                address.get_str(ApprovalList::AFTER),
            )
        })
    });
    let live = use_live();
    let page = asked(
        move || (query.get(), live.operations(), live.tokens()),
        |(query, ..)| async move {
            let page = list_approvals(query.clone()).await?;
            Ok((query, page))
        },
    );
    let title = t(Words::Title);
    let loading = t(Words::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs=crumbs()/>
        <PageTitle title lead=t(Words::Lead)/>
        <Views query/>
        {loaded(page, waiting, move |shown| view! { <Setting shown/> <List shown query/> }.into_any())}
    }
    .into_any()
}

/// The links from list to list.
#[component]
fn Views(query: Memo<ApprovalQuery>) -> impl IntoView {
    let count = use_waiting_count();
    let said = t_with(Words::WaitingCount, move || {
        vec![("count", count.get().to_string())]
    });
    let views = [
        (ApprovalList::Waiting, Words::Waiting),
        (ApprovalList::Mine, Words::Mine),
        (ApprovalList::Decided, Words::Decided),
    ];
    let links = views.map(|(list, words)| {
        let beginning = ApprovalQuery { list, after: None };
        let href = format!("{}{}", paths::APPROVALS, beginning.write());
        let is_current = move || query.with(|query| query.list == list).then_some("page");
        let has_count = move || list == ApprovalList::Waiting && count.get() > 0;
        view! {
            <li>
                <a class="view-link" href=href aria-current=is_current>
                    {t(words)}
                    {move || has_count().then(|| view! {
                        <span class="navigation-waiting" aria-hidden="true">{count}</span>
                        <span class="sr-only">", " {said}</span>
                    })}
                </a>
            </li>
        }
    });
    view! {
        <nav class="views" aria-label=t(Words::Views)><ul class="view-list">{links.collect_view()}</ul></nav>
    }
    .into_any()
}

/// What the company's setting is, where that has to be known.
#[component]
fn Setting(shown: Signal<Shown>) -> impl IntoView {
    let is_admin = use_is_admin();
    let setting = Memo::new(move |_| shown.with(|(_, page)| (page.approvals, page.others)));
    move || {
        match setting.get() {
        (Approvals::One, _) => Some(
            view! { <Notice title=t(Words::OffTitle)>{t(Words::OffLead)}</Notice> }.into_any(),
        ),
        (Approvals::Two, 0) if is_admin.get() => Some(
            view! {
                <Notice kind=NoticeKind::Warning title=t(Words::NobodyTitle)>{t(Words::NobodyLead)}</Notice>
            }
            .into_any(),
        ),
        (Approvals::Two, _) => None,
    }
    }
}
