//! `/operador/empresas`: the table of companies.

use leptos::prelude::*;

use super::filters::Filters;
use super::table::CompanyTable;
use crate::api::company::list_companies;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::table::{Address, NothingFits, use_address};
use crate::domain::table::{CompanyColumn, CompanyFilter, CompanyQuery, Page};
use crate::domain::view::CompanyRow;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_company::CompanyMessage;
use crate::ui::{
    Breadcrumb, ButtonVariant, Crumb, DocumentTitle, EmptyState, IconName, LinkButton, PageTitle,
    SkeletonRows, t,
};

/// A page of the table with the query that it answers.
pub type Shown = (CompanyQuery, Page<CompanyRow>);

/// The page.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let address = use_address::<CompanyFilter, CompanyColumn>();
    let live = use_live();
    let companies = asked(
        move || (address.query.get(), live.companies()),
        |(query, _)| async move {
            let page = list_companies(query.clone()).await?;
            Ok((query, page))
        },
    );
    let title = t(ConsoleMessage::Companies);
    let loading = t(CompanyMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let actions = move || create_button(ButtonVariant::Primary);
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs=crumbs()/>
        <PageTitle title lead=t(CompanyMessage::Lead) actions/>
        {loaded(companies, waiting, move |shown| view! { <Companies shown address/> }.into_any())}
    }
    .into_any()
}

/// Empresas.
pub fn crumbs() -> Vec<Crumb> {
    vec![
        Crumb::link(t(ConsoleMessage::Home), paths::OPERATOR),
        Crumb::link(t(ConsoleMessage::Companies), paths::COMPANIES),
    ]
}

fn create_button(variant: ButtonVariant) -> AnyView {
    let words = t(CompanyMessage::Create);
    view! { <LinkButton href=paths::NEW_COMPANY variant icon=IconName::Plus>{words}</LinkButton> }
        .into_any()
}

/// Filters, and the rows or why there are none.
#[component]
fn Companies(shown: Signal<Shown>, address: Address<CompanyQuery>) -> impl IntoView {
    let query = address.query;
    let what = Memo::new(move |_| {
        shown.with(|(query, page)| {
            let is_filtered = query.filter != CompanyFilter::default();
            (page.rows.is_empty(), is_filtered)
        })
    });
    move || match what.get() {
        (true, false) => view! {
            <EmptyState
                title=t(CompanyMessage::EmptyTitle)
                lead=t(CompanyMessage::EmptyLead)
                actions=|| create_button(ButtonVariant::Secondary)
            />
        }
        .into_any(),
        (true, true) => view! {
            <Filters address/>
            <NothingFits
                path=paths::COMPANIES
                query
                title=t(CompanyMessage::FilteredTitle)
                lead=t(CompanyMessage::FilteredLead)
            />
        }
        .into_any(),
        (false, _) => view! { <Filters address/> <CompanyTable shown query/> }.into_any(),
    }
}
