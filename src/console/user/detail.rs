//! `/administracion/usuarios/detalle/:user`: one user.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::actions::Actions;
use super::row::{ContactBadge, HeldToken, StatusBadge};
use super::users::crumbs;
use crate::api::user::show_user;
use crate::console::asked::asked;
use crate::console::audit::UserHistory;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::loaded_or;
use crate::console::not_found::NotFound;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::words::{contact_words, role_message};
use crate::domain::error::RequestError;
use crate::domain::view::UserRow;
use crate::i18n::Message;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Breadcrumb, Crumb, DocumentTitle, IconName, KeyValue, KeyValueList, LinkButton, Notice,
    NoticeKind, PageTitle, Panel, SkeletonRows, t, t_with, use_locale,
};

/// The page.
#[component]
pub fn UserDetailPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("user").unwrap_or_default()));
    let live = use_live();
    let user = asked(
        move || (id.get(), live.users(), live.tokens()),
        |(id, ..)| show_user(id),
    );
    let loading = t(UserMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| user.refetch());
    loaded_or(user, waiting, failed, move |user| {
        view! { <Detail user again/> }.into_any()
    })
}

/// What stands where the user cannot be shown.
pub fn failed(error: RequestError, retry: Callback<()>) -> AnyView {
    match error {
        RequestError::NotFound => view! { <NotFound/> }.into_any(),
        error => {
            let title = t(UserMessage::DetailTitle);
            view! { <PageTitle title/> <ErrorNotice error retry/> }.into_any()
        }
    }
}

#[component]
fn Detail(user: Signal<UserRow>, again: Callback<()>) -> impl IntoView {
    let is_admin = use_is_admin().get_untracked();
    let title = Signal::derive(move || user.with(|user| user.full_name.clone()));
    let id = user.with_untracked(|user| user.id);
    let username = user.with_untracked(|user| user.username.clone());
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(
        Signal::derive(move || user.with(|user| user.username.clone())),
        paths::user(id),
    ));
    let back = t(UserMessage::BackToUsers);
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
        <Standing user/>
        {is_admin.then(|| view! { <Actions user again/> })}
        <div class="split">
            <Panel title=t(UserMessage::PersonPanel)><Person user/></Panel>
            <Panel title=t(UserMessage::ContactPanel)><ContactFacts user/></Panel>
        </div>
        <UserHistory username/>
        <p><LinkButton href=paths::USERS icon=IconName::ArrowLeft>{back}</LinkButton></p>
    }
    .into_any()
}

/// What keeps the user from getting a token, if it is their data.
#[component]
fn Standing(user: Signal<UserRow>) -> impl IntoView {
    let locale = use_locale();
    let problems = Memo::new(move |_| user.with(|user| user.problems.clone()));
    let title = t(UserMessage::ProblemsTitle);
    move || {
        let words = problems.with(|problems| contact_words(problems, locale.get()));
        (!words.is_empty()).then(|| {
            let items = words
                .into_iter()
                .map(|word| view! { <li>{word}</li> })
                .collect_view();
            view! { <Notice kind=NoticeKind::Warning title><ul>{items}</ul></Notice> }
        })
    }
}

#[component]
fn Person(user: Signal<UserRow>) -> impl IntoView {
    let locale = use_locale();
    let role = move || user.with(|user| role_message(user.role)).text(locale.get());
    view! {
        <KeyValueList>
            <KeyValue name=t(UserMessage::Username)>{move || user.with(|user| user.username.clone())}</KeyValue>
            <KeyValue name=t(UserMessage::Role)>{role}</KeyValue>
            <KeyValue name=t(UserMessage::Status)><StatusBadge row=user/></KeyValue>
            <KeyValue name=t(UserMessage::Token)><HeldToken row=user/></KeyValue>
        </KeyValueList>
    }
    .into_any()
}

#[component]
fn ContactFacts(user: Signal<UserRow>) -> impl IntoView {
    let (missing, never) = (t(UserMessage::Missing), t(UserMessage::ContactNever));
    let told = move |text: Option<String>| {
        text.filter(|text| !text.is_empty())
            .unwrap_or_else(|| missing.get())
    };
    let confirmed = t_with(UserMessage::ConfirmedOn, move || {
        let at = user.with(|user| user.confirmed_at);
        vec![(
            "when",
            at.map_or_else(|| never.get(), |at| at.to_minute_text()),
        )]
    });
    view! {
        <KeyValueList>
            <KeyValue name=t(UserMessage::Email)>{move || told(user.with(|user| user.email.clone()))}</KeyValue>
            <KeyValue name=t(UserMessage::Mobile)>{move || told(user.with(|user| user.mobile.clone()))}</KeyValue>
            <KeyValue name=t(UserMessage::Contact)><ContactBadge row=user/></KeyValue>
        </KeyValueList>
        <p class="muted">{confirmed}</p>
    }
    .into_any()
}
