//! `/operador/empresas/detalle/:company`: one company.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::actions::{Actions, ApprovalsAction};
use super::grant::GrantTokens;
use super::list::crumbs;
use super::people::People;
use super::status::CompanyStatusBadge;
use crate::api::company::show_company;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::loaded_or;
use crate::console::not_found::NotFound;
use crate::console::paths;
use crate::domain::company::{Approvals, CompanyStatus};
use crate::domain::error::RequestError;
use crate::domain::view::CompanyDetail;
use crate::i18n::Message;
use crate::i18n::console_company::CompanyMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, Counter, Counters, Crumb, DocumentTitle, IconName, KeyValue, KeyValueList,
    LinkButton, Notice, NoticeKind, PageTitle, Panel, SkeletonRows, StateBadge, t, use_locale,
};

/// The page.
#[component]
pub fn CompanyDetailPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("company").unwrap_or_default()));
    let live = use_live();
    let company = asked(
        move || (id.get(), live.companies()),
        |(id, _)| show_company(id),
    );
    let loading = t(CompanyMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| company.refetch());
    loaded_or(company, waiting, failed, move |company| {
        view! { <Detail company again/> }.into_any()
    })
}

/// What stands where the company cannot be shown.
pub fn failed(error: RequestError, retry: Callback<()>) -> AnyView {
    match error {
        RequestError::NotFound => view! { <NotFound/> }.into_any(),
        error => {
            let title = t(CompanyMessage::DetailTitle);
            view! { <PageTitle title/> <ErrorNotice error retry/> }.into_any()
        }
    }
}

#[component]
fn Detail(company: Signal<CompanyDetail>, again: Callback<()>) -> impl IntoView {
    let title = Signal::derive(move || company.with(|company| company.name.clone()));
    let id = company.with_untracked(|company| company.id);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(title, paths::company(id)));
    let back = t(CompanyMessage::BackToCompanies);
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
        <Suspended company/>
        <Actions company again/>
        <div class="split">
            <Panel title=t(CompanyMessage::TokensPanel)>
                <Tokens company/>
                <GrantTokens company again/>
            </Panel>
            <Panel title=t(CompanyMessage::SettingsPanel)>
                <Settings company/>
                <ApprovalsAction company again/>
            </Panel>
        </div>
        <Panel title=t(CompanyMessage::PeoplePanel)><People company/></Panel>
        <p><LinkButton href=paths::COMPANIES icon=IconName::ArrowLeft>{back}</LinkButton></p>
    }
    .into_any()
}

/// Says what being suspended means, as long as it is.
#[component]
fn Suspended(company: Signal<CompanyDetail>) -> impl IntoView {
    let is_suspended =
        Memo::new(move |_| company.with(|company| company.status == CompanyStatus::Suspended));
    let (title, lead) = (
        t(CompanyMessage::SuspendedNotice),
        t(CompanyMessage::SuspendedNoticeLead),
    );
    move || {
        is_suspended.get().then(|| {
            view! { <Notice kind=NoticeKind::Warning title><p>{lead}</p></Notice> }
        })
    }
}

/// How many tokens it has, and how many in each state.
#[component]
fn Tokens(company: Signal<CompanyDetail>) -> impl IntoView {
    let stock = Memo::new(move |_| company.with(|company| company.stock.clone()));
    let total = Signal::derive(move || stock.with(|stock| stock.total));
    let available = Signal::derive(move || stock.with(|stock| stock.available));
    let none = t(CompanyMessage::NoTokens);
    let states = move || {
        let held: Vec<_> = stock.with(|stock| {
            let some = stock.by_status.iter().filter(|(_, count)| *count > 0);
            some.copied().collect()
        });
        if held.is_empty() {
            return view! { <p class="muted">{none}</p> }.into_any();
        }
        let rows = held.into_iter().map(|(status, count)| {
            view! { <li class="cluster"><StateBadge status/> <span class="figures">{count}</span></li> }
        });
        view! { <ul class="stack stack-tight">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <Counters>
            <Counter label=t(TokenMessage::CounterTotal) value=total/>
            <Counter label=t(TokenMessage::CounterAvailable) value=available/>
        </Counters>
        {states}
    }
    .into_any()
}

#[component]
fn Settings(company: Signal<CompanyDetail>) -> impl IntoView {
    let locale = use_locale();
    let status = Signal::derive(move || company.with(|company| company.status));
    let approvals = move || {
        let words = match company.with(|company| company.approvals) {
            Approvals::One => CompanyMessage::ApprovalsOne,
            Approvals::Two => CompanyMessage::ApprovalsTwo,
        };
        words.text(locale.get())
    };
    view! {
        <KeyValueList>
            <KeyValue name=t(CompanyMessage::Status)><CompanyStatusBadge status/></KeyValue>
            <KeyValue name=t(CompanyMessage::Slug) mono=true>{move || company.with(|company| company.slug.clone())}</KeyValue>
            <KeyValue name=t(CompanyMessage::Period)>{move || company.with(|company| company.contact_period_days)}</KeyValue>
            <KeyValue name=t(CompanyMessage::Approvals)>{approvals}</KeyValue>
        </KeyValueList>
    }
    .into_any()
}
