//! `/operador`: what waits at the bank.

use leptos::prelude::*;

use crate::api::operator::show_operator_home;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::domain::view::OperatorHomeView;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_company::CompanyMessage;
use crate::i18n::console_operator::OperatorMessage;
use crate::ui::{
    Breadcrumb, Counter, Counters, Crumb, DocumentTitle, Icon, IconName, LinkButton, PageTitle,
    Panel, SkeletonRows, Tone, t, t_with,
};

/// The page.
#[component]
pub fn OperatorHomePage() -> impl IntoView {
    let live = use_live();
    let home = asked(
        move || (live.companies(), live.token_requests()),
        |_| show_operator_home(),
    );
    let title = t(ConsoleMessage::Home);
    let loading = t(OperatorMessage::HomeLoading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs=vec![Crumb::link(title, paths::OPERATOR)]/>
        <PageTitle title lead=t(OperatorMessage::HomeLead)/>
        {loaded(home, waiting, |home| view! {
            <Panel title=t(OperatorMessage::Waiting)><Requests home/></Panel>
            <Panel title=t(ConsoleMessage::Companies)>
                <Companies home/>
                <p class="cluster">
                    <LinkButton href=paths::COMPANIES icon=IconName::Building>{t(OperatorMessage::SeeCompanies)}</LinkButton>
                    <LinkButton href=paths::NEW_COMPANY icon=IconName::Plus>{t(CompanyMessage::Create)}</LinkButton>
                </p>
            </Panel>
        }
        .into_any())}
    }
    .into_any()
}

#[component]
fn Requests(home: Signal<OperatorHomeView>) -> impl IntoView {
    let count = Memo::new(move |_| home.with(|home| home.open_requests));
    let quiet = t(OperatorMessage::Quiet);
    let one = t(OperatorMessage::RequestOne);
    let many = t_with(OperatorMessage::Requests, move || {
        vec![("count", count.get().to_string())]
    });
    move || match count.get() {
        0 => view! {
            <p class="home-quiet"><Icon name=IconName::CheckCircle/> <span>{quiet}</span></p>
        }
        .into_any(),
        1 => waiting_item(one),
        _ => waiting_item(many),
    }
}

/// What waits, with the way to where it is answered.
fn waiting_item(words: Signal<String>) -> AnyView {
    view! {
        <ul class="home-waiting">
            <li>
                <a class="home-item" data-tone=Tone::Warning.name() href=paths::TOKEN_REQUESTS>
                    <Icon name=IconName::Archive/>
                    <span>{words}</span>
                    <Icon name=IconName::ArrowRight/>
                </a>
            </li>
        </ul>
    }
    .into_any()
}

#[component]
fn Companies(home: Signal<OperatorHomeView>) -> impl IntoView {
    let active = Signal::derive(move || home.with(|home| home.active_companies));
    let suspended = Signal::derive(move || home.with(|home| home.suspended_companies));
    view! {
        <Counters>
            <Counter label=t(OperatorMessage::ActiveCompanies) value=active/>
            <Counter label=t(OperatorMessage::SuspendedCompanies) value=suspended/>
        </Counters>
    }
    .into_any()
}
