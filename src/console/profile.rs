//! `/perfil`: the person, their company, their token.

use leptos::prelude::*;

use super::app_link::AppLink;
use super::not_found::NotFound;
use super::paths;
use super::person::use_person;
use super::support::SupportPanel;
use super::words::role_message;
use crate::domain::view::{OwnToken, PersonView};
use crate::i18n::Message;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_session::SessionMessage;
use crate::ui::{
    Breadcrumb, Crumb, DocumentTitle, KeyValue, KeyValueList, Notice, NoticeKind, PageTitle, Panel,
    StateBadge, t, use_locale,
};

/// The page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let Some(person) = use_person() else {
        return view! { <NotFound/> }.into_any();
    };
    let title = t(SessionMessage::ProfileTitle);
    let own = Memo::new(move |_| person.with(|person| person.own_token.clone()));
    let open = t(SessionMessage::OpenApp);
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs=vec![Crumb::link(t(ConsoleMessage::Home), "/"), Crumb::link(t(ConsoleMessage::Profile), paths::PROFILE)]/>
        <PageTitle title/>
        <div class="split">
            <Panel title=t(SessionMessage::PersonPanel)>
                <PersonFacts person/>
                <p class="muted">{t(SessionMessage::ProfileContactHint)}</p>
            </Panel>
            <Panel title=t(SessionMessage::TokenPanel)>
                {move || own_token(own.get())}
                <p><AppLink words=open framed=true/></p>
            </Panel>
        </div>
        <SupportPanel/>
    }
    .into_any()
}

#[component]
fn PersonFacts(person: Signal<PersonView>) -> impl IntoView {
    let locale = use_locale();
    let unknown = t(ConsoleMessage::Unknown);
    let or_unknown = move |fact: Option<String>| fact.unwrap_or_else(|| unknown.get());
    view! {
        <KeyValueList>
            <KeyValue name=t(SessionMessage::FullName)>{move || person.get().full_name}</KeyValue>
            <KeyValue name=t(SessionMessage::Username)>{move || person.get().username}</KeyValue>
            <KeyValue name=t(SessionMessage::Company)>{move || person.get().company}</KeyValue>
            <KeyValue name=t(SessionMessage::Role)>
                {move || role_message(person.with(|person| person.role)).text(locale.get())}
            </KeyValue>
            <KeyValue name=t(SessionMessage::Email)>{move || or_unknown(person.get().email)}</KeyValue>
            <KeyValue name=t(SessionMessage::Mobile)>{move || or_unknown(person.get().mobile)}</KeyValue>
        </KeyValueList>
    }
    .into_any()
}

fn own_token(own: OwnToken) -> AnyView {
    match own {
        OwnToken::None => view! { <p>{t(SessionMessage::ProfileNoToken)}</p> }.into_any(),
        OwnToken::Unlinked { serial, .. } => view! {
            <KeyValueList>
                <KeyValue name=t(SessionMessage::Serial) mono=true>{serial.to_string()}</KeyValue>
            </KeyValueList>
            <Notice kind=NoticeKind::Warning title=t(SessionMessage::ProfileUnlinked)/>
        }
        .into_any(),
        OwnToken::Linked {
            serial,
            status,
            device_name,
            enrolled_at,
        } => view! {
            <KeyValueList>
                <KeyValue name=t(SessionMessage::Serial) mono=true>{serial.to_string()}</KeyValue>
                <KeyValue name=t(SessionMessage::State)><StateBadge status/></KeyValue>
                <KeyValue name=t(SessionMessage::Device)>{device_name}</KeyValue>
                <KeyValue name=t(SessionMessage::EnrolledAt)>{enrolled_at.to_minute_text()}</KeyValue>
            </KeyValueList>
        }
        .into_any(),
    }
}
