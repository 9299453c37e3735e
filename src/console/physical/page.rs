//! `/administracion/token-fisico`.

use leptos::prelude::*;

use super::filters::Filters;
use super::table::PhysicalTable;
use crate::api::physical_token::list_physical_tokens;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::table::{Address, NothingFits, use_address};
use crate::domain::table::{PhysicalColumn, PhysicalFilter, PhysicalQuery};
use crate::domain::view::PhysicalPage;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_import::ImportMessage;
use crate::i18n::console_physical::PhysicalMessage;
use crate::ui::{
    Breadcrumb, Crumb, DocumentTitle, EmptyState, IconName, LinkButton, PageTitle, SkeletonRows, t,
};

/// A page of the table with the query that it answers.
pub type Shown = (PhysicalQuery, PhysicalPage);

/// The page.
#[component]
pub fn PhysicalTokensPage() -> impl IntoView {
    let address = use_address::<PhysicalFilter, PhysicalColumn>();
    let live = use_live();
    let tokens = asked(
        move || (address.query.get(), live.tokens(), live.users()),
        |(query, ..)| async move {
            let page = list_physical_tokens(query.clone()).await?;
            Ok((query, page))
        },
    );
    let title = t(ConsoleMessage::PhysicalToken);
    let crumbs = vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::name(t(ConsoleMessage::TokenAdministration)),
        Crumb::link(title, paths::PHYSICAL_TOKENS),
    ];
    let loading = t(PhysicalMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let is_admin = use_is_admin().get_untracked();
    let import = t(ImportMessage::Import);
    let actions =
        move || {
            is_admin.then(|| view! {
            <LinkButton href=paths::IMPORT_PHYSICAL icon=IconName::Upload>{import}</LinkButton>
        })
        };
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(PhysicalMessage::Lead) actions/>
        {loaded(tokens, waiting, move |shown| view! { <Tokens shown address/> }.into_any())}
    }
    .into_any()
}

#[component]
fn Tokens(shown: Signal<Shown>, address: Address<PhysicalQuery>) -> impl IntoView {
    let query = address.query;
    let counts =
        Memo::new(move |_| shown.with(|(_, page)| (page.page.rows.len(), page.unfiltered_total)));
    move || match counts.get() {
        (0, 0) => view! {
            <EmptyState title=t(PhysicalMessage::EmptyTitle) lead=t(PhysicalMessage::EmptyLead)/>
        }
        .into_any(),
        (0, _) => view! {
            <Filters address/>
            <NothingFits
                path=paths::PHYSICAL_TOKENS
                query
                title=t(PhysicalMessage::FilteredTitle)
                lead=t(PhysicalMessage::FilteredLead)
            />
        }
        .into_any(),
        _ => view! { <Filters address/> <PhysicalTable shown query/> }.into_any(),
    }
}
