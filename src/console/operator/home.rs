//! `/operador`: what waits at the bank.

use leptos::prelude::*;

use crate::api::operator::show_operator_home;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::table::href;
use crate::domain::table::{MessageFilter, MessageQuery};
use crate::domain::view::OperatorHomeView;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_company::CompanyMessage;
use crate::i18n::console_operator::OperatorMessage;
use crate::ui::{
    Breadcrumb, Counter, Counters, Crumb, DocumentTitle, IconName, LinkButton, NothingToDo,
    PageTitle, Panel, SkeletonRows, ToDo, ToDoList, t,
};

/// The page.
#[component]
pub fn OperatorHomePage() -> impl IntoView {
    let live = use_live();
    let home = asked(
        move || (live.companies(), live.token_requests(), live.messages()),
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
            <Panel title=t(OperatorMessage::Waiting)><WaitingForTheBank home/></Panel>
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

/// What waits, each with the way to where it is seen to.
#[component]
fn WaitingForTheBank(home: Signal<OperatorHomeView>) -> impl IntoView {
    let requests = Memo::new(move |_| home.with(|home| home.open_requests));
    let messages = Memo::new(move |_| home.with(|home| home.failed_messages));
    let is_quiet = Memo::new(move |_| requests.get() + messages.get() == 0);
    move || {
        if is_quiet.get() {
            return view! { <NothingToDo words=t(OperatorMessage::Quiet)/> }.into_any();
        }
        view! {
            <ToDoList>
                <ToDo
                    count=requests
                    one=OperatorMessage::RequestOne
                    many=OperatorMessage::Requests
                    icon=IconName::Archive
                    href=paths::TOKEN_REQUESTS.to_owned()
                />
                <ToDo
                    count=messages
                    one=OperatorMessage::FailedMessageOne
                    many=OperatorMessage::FailedMessages
                    icon=IconName::Mail
                    href=failed_messages()
                />
            </ToDoList>
        }
        .into_any()
    }
}

/// The table of messages, of those that could not be sent.
fn failed_messages() -> String {
    let query = MessageQuery {
        filter: MessageFilter::failed(),
        ..MessageQuery::default()
    };
    href(paths::MESSAGES, &query)
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
