//! `/administracion/token-virtual`: the console's home.

use leptos::prelude::*;

use super::address::{Address, use_address};
use super::change_request::use_change_request;
use super::empty::FirstUse;
use super::filters::Filters;
use super::locked_requests::LockedRequests;
use super::more_tokens::MoreTokens;
use super::selection::{Selection, SelectionBar};
use super::table::TokenTable;
use crate::api::token::list_tokens;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::table::{NothingFits, follow_the_filter};
use crate::domain::table::TokenQuery;
use crate::domain::view::{TokenPage, TokenRow};
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_import::ImportMessage;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, ButtonVariant, Counter, Counters, Crumb, DocumentTitle, IconName, LinkButton,
    Notice, PageTitle, SkeletonRows, t,
};

/// A page of the table with the query that it answers.
type Shown = (TokenQuery, TokenPage);

/// The page.
#[component]
pub fn TokensPage() -> impl IntoView {
    let address = use_address();
    let live = use_live();
    let tokens = asked(
        move || (address.query.get(), live.tokens()),
        |(query, _)| async move {
            let page = list_tokens(query.clone()).await?;
            Ok((query, page))
        },
    );
    let loading = t(TokenMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| tokens.refetch());
    let is_admin = use_is_admin().get_untracked();
    view! {
        <Head/>
        {is_admin.then(|| view! { <LockedRequests/> })}
        {loaded(tokens, waiting, move |shown| view! { <Tokens shown address again/> }.into_any())}
    }
    .into_any()
}

/// Route, title, and the way to the wizard.
#[component]
fn Head() -> impl IntoView {
    let is_admin = use_is_admin().get_untracked();
    let title = t(TokenMessage::Title);
    let lead = t(if is_admin {
        TokenMessage::Lead
    } else {
        TokenMessage::LeadAuditor
    });
    let (assign, from_file) = (t(TokenMessage::AssignUser), t(ImportMessage::FromFile));
    let actions = move || {
        is_admin.then(|| view! {
            <LinkButton href=paths::FROM_FILE icon=IconName::Upload>{from_file}</LinkButton>
            <LinkButton href=paths::ASSIGN variant=ButtonVariant::Primary icon=IconName::Plus>{assign}</LinkButton>
        })
    };
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs=crumbs()/>
        <PageTitle title lead actions/>
    }
    .into_any()
}

/// The route of §1: Administración / Administración de Token / Token Virtual.
pub fn crumbs() -> Vec<Crumb> {
    vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::name(t(ConsoleMessage::TokenAdministration)),
        Crumb::link(t(ConsoleMessage::VirtualToken), paths::TOKENS),
    ]
}

/// Counters, filters, and the rows or why there are none.
#[component]
fn Tokens(shown: Signal<Shown>, address: Address, again: Callback<()>) -> impl IntoView {
    let request = use_change_request(again);
    let query = address.query;
    let what = Memo::new(move |_| shown.with(|(_, page)| What::of(page)));
    let rows: Signal<Vec<TokenRow>> =
        Memo::new(move |_| shown.with(|(_, page)| page.page.rows.clone())).into();
    let selection = Selection::new(rows);
    let answered = Memo::new(move |_| shown.with(|(query, _)| query.clone()));
    follow_the_filter(selection, answered.into());
    let cleared = t(TableMessage::SelectionCleared);
    let is_admin = use_is_admin().get_untracked();
    view! {
        <StockCounters shown/>
        <NoneAvailable shown/>
        <MoreTokens/>
        <Filters address/>
        {request.notice()}
        <p class="muted" class:sr-only=move || !selection.was_cleared() role="status">
            {move || selection.was_cleared().then(|| cleared.get())}
        </p>
        {move || match what.get() {
            What::Nothing => view! { <FirstUse/> }.into_any(),
            What::NothingFits => view! {
                <NothingFits
                    path=paths::TOKENS
                    query
                    title=t(TokenMessage::FilteredTitle)
                    lead=t(TokenMessage::FilteredLead)
                />
            }
            .into_any(),
            What::Rows => view! { <TokenTable shown query rows selection request/> }.into_any(),
        }}
        // It tells what became of the last rows too, when none are left.
        {is_admin.then(|| view! { <SelectionBar selection shown request again/> })}
    }
    .into_any()
}

/// What there is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Nothing,
    NothingFits,
    Rows,
}

impl What {
    fn of(page: &TokenPage) -> Self {
        match (page.page.rows.is_empty(), page.unfiltered_total) {
            (true, 0) => Self::Nothing,
            (true, _) => Self::NothingFits,
            (false, _) => Self::Rows,
        }
    }
}

#[component]
fn StockCounters(shown: Signal<Shown>) -> impl IntoView {
    let total = move || shown.with(|(_, page)| page.stock.total);
    let available = move || shown.with(|(_, page)| page.stock.available);
    view! {
        <Counters>
            <Counter label=t(TokenMessage::CounterTotal) value=Signal::derive(total)/>
            <Counter label=t(TokenMessage::CounterAvailable) value=Signal::derive(available)/>
        </Counters>
    }
    .into_any()
}

/// Says what to do when no token is free.
#[component]
fn NoneAvailable(shown: Signal<Shown>) -> impl IntoView {
    let is_admin = use_is_admin();
    let none =
        Memo::new(move |_| is_admin.get() && shown.with(|(_, page)| page.stock.available == 0));
    let (title, lead) = (
        t(TokenMessage::NoneAvailable),
        t(TokenMessage::NoneAvailableLead),
    );
    move || none.get().then(|| view! { <Notice title>{lead}</Notice> })
}
