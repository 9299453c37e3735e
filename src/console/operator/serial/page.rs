//! `/operador/buscar`: a serial looked up across the bank.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::deeds::Deeds;
use crate::api::operator::find_serial;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::loaded_or;
use crate::console::operator::company::CompanyStatusBadge;
use crate::console::paths;
use crate::console::token::{History, PhysicalTokens, TokenFacts};
use crate::console::words::role_message;
use crate::domain::error::RequestError;
use crate::domain::serial::Serial;
use crate::domain::table::query_string;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::Role;
use crate::domain::view::{BankToken, OwningCompany, TokenDetail};
use crate::i18n::Message;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_grant::GrantMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, Button, ButtonVariant, Crumb, DocumentTitle, EmptyKind, EmptyState, Field,
    IconName, KeyValue, KeyValueList, Lifeline, Notice, PageTitle, Panel, SkeletonRows, StateBadge,
    TextInput, t, t_with, use_locale,
};

/// The page.
#[component]
pub fn FindSerialPage() -> impl IntoView {
    let map = use_query_map();
    let wanted = Memo::new(move |_| {
        map.with(|map| map.get(paths::SERIAL).unwrap_or_default())
            .trim()
            .to_owned()
    });
    let title = t(GrantMessage::FindTitle);
    let crumbs = vec![
        Crumb::link(t(ConsoleMessage::Home), paths::OPERATOR),
        Crumb::link(title, paths::FIND_SERIAL),
    ];
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(GrantMessage::FindLead)/>
        <SearchForm wanted=wanted.into()/>
        {move || {
            let wanted = wanted.get();
            (is_a_serial(&wanted)).then(|| view! { <Answer wanted/> })
        }}
    }
    .into_any()
}

fn is_a_serial(text: &str) -> bool {
    Serial::typed(text).is_some()
}

/// The serial to look for; works before hydration, as a form that is sent by GET.
#[component]
fn SearchForm(wanted: Signal<String>) -> impl IntoView {
    let typed = RwSignal::new(wanted.get_untracked());
    Effect::new(move |_| typed.set(wanted.get()));
    let locale = use_locale();
    let error = Signal::derive(move || {
        let is_wrong = wanted.with(|wanted| !wanted.is_empty() && !is_a_serial(wanted));
        is_wrong.then(|| {
            crate::i18n::console_error::ErrorMessage::SerialMalformed
                .text(locale.get())
                .to_owned()
        })
    });
    let navigate = use_navigate();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let query = query_string([(paths::SERIAL, typed.get_untracked().trim())]);
        let href = format!("{}{query}", paths::FIND_SERIAL);
        navigate(&href, NavigateOptions::default());
    };
    let words = t(GrantMessage::Find);
    view! {
        <Panel>
            <form class="form" method="get" action=paths::FIND_SERIAL role="search" on:submit=send>
                <Field id="serie" label=t(GrantMessage::Serial) hint=t(GrantMessage::SerialHint) error>
                    <TextInput name=paths::SERIAL value=typed mono=true max_length=40/>
                </Field>
                <p><Button submit=true variant=ButtonVariant::Primary icon=IconName::Search>{words}</Button></p>
            </form>
        </Panel>
    }
    .into_any()
}

#[component]
fn Answer(wanted: String) -> impl IntoView {
    let live = use_live();
    let serial = wanted.clone();
    let found = asked(
        move || (live.companies(), live.tokens()),
        move |_| find_serial(serial.clone()),
    );
    let loading = t(GrantMessage::Finding);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| found.refetch());
    let failed = move |error, retry| match error {
        RequestError::NotFound => nothing(wanted.clone()),
        error => view! { <ErrorNotice error retry/> }.into_any(),
    };
    loaded_or(found, waiting, failed, move |found| {
        view! { <Found found again/> }.into_any()
    })
}

fn nothing(wanted: String) -> AnyView {
    let title = t_with(GrantMessage::NoneTitle, move || {
        let serial = Serial::typed(&wanted).map(|serial| serial.to_string());
        vec![("serial", serial.unwrap_or_default())]
    });
    view! { <EmptyState kind=EmptyKind::Filtered title lead=t(GrantMessage::NoneLead)/> }.into_any()
}

#[component]
fn Found(found: Signal<BankToken>, again: Callback<()>) -> impl IntoView {
    match found.get_untracked() {
        BankToken::Virtual { token, .. } => {
            let first = *token;
            let token = crate::console::loaded::kept(first, move || match found.get() {
                BankToken::Virtual { token, .. } => Some(*token),
                BankToken::Physical { .. } => None,
            });
            view! { <Virtual found token again/> }.into_any()
        }
        BankToken::Physical {
            company,
            serial,
            status,
            holder,
            replaced_by,
            updated_at,
        } => physical(company, serial, status, holder, replaced_by, updated_at),
    }
}

#[component]
fn Virtual(
    found: Signal<BankToken>,
    token: Signal<TokenDetail>,
    again: Callback<()>,
) -> impl IntoView {
    let title = t_with(GrantMessage::VirtualTitle, move || {
        vec![("serial", token.with(|token| token.serial.to_string()))]
    });
    let status = Signal::derive(move || token.with(|token| token.status));
    let owner = move || {
        let (company, holder_role) = match found.get() {
            BankToken::Virtual {
                company,
                holder_role,
                ..
            } => (company, holder_role),
            BankToken::Physical { company, .. } => (company, None),
        };
        view! { <Owner company holder_role/> }
    };
    view! {
        <h2>{title}</h2>
        <Lifeline status/>
        <div class="split">
            <Panel title=t(TokenMessage::FactsPanel)>
                {owner}
                <TokenFacts token/>
            </Panel>
            <Panel title=t(GrantMessage::DeedsPanel)><Deeds found token again/></Panel>
        </div>
        <Panel title=t(TokenMessage::PhysicalPanel)><PhysicalTokens token/></Panel>
        <Panel title=t(TokenMessage::TimelinePanel)><History token/></Panel>
    }
    .into_any()
}

/// Whose the token is, with the way there.
#[component]
fn Owner(company: OwningCompany, holder_role: Option<Role>) -> impl IntoView {
    let locale = use_locale();
    let status = company.status;
    let role = holder_role.map(|role| {
        let words = move || role_message(role).text(locale.get());
        view! { <KeyValue name=t(GrantMessage::HolderRole)>{words}</KeyValue> }
    });
    view! {
        <KeyValueList>
            <KeyValue name=t(GrantMessage::Owner)>
                <span class="cluster"><a href=paths::company(company.id)>{company.name}</a> <CompanyStatusBadge status/></span>
            </KeyValue>
            {role}
        </KeyValueList>
    }
    .into_any()
}

fn physical(
    company: OwningCompany,
    serial: Serial,
    status: TokenStatus,
    (username, full_name): (String, String),
    replaced_by: Option<Serial>,
    updated_at: Timestamp,
) -> AnyView {
    let title = t_with(GrantMessage::PhysicalTitle, move || {
        vec![("serial", serial.to_string())]
    });
    let replaced_by = replaced_by.map(|serial| {
        view! {
            <KeyValue name=t(GrantMessage::ReplacedBy)>
                <a class="mono" href=paths::serial_at_bank(serial)>{serial.to_string()}</a>
            </KeyValue>
        }
    });
    view! {
        <h2>{title}</h2>
        <Panel title=t(TokenMessage::FactsPanel)>
            <Owner company holder_role=None/>
            <KeyValueList>
                <KeyValue name=t(TokenMessage::State)><StateBadge status/></KeyValue>
                <KeyValue name=t(TokenMessage::Holder)>{format!("{username} · {full_name}")}</KeyValue>
                {replaced_by}
                <KeyValue name=t(TokenMessage::LastUpdate)>{updated_at.to_minute_text()}</KeyValue>
            </KeyValueList>
        </Panel>
        <Notice title=t(GrantMessage::PhysicalHint)/>
    }
    .into_any()
}
