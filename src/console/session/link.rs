//! `/vincular`: the one thing an administrator without an AppMovil can do.
//!
//! Making the code ends the one before, so the browser asks for it by POST
//! when the page is open, never the server while it writes the page.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::invitation::invite_own_device;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::person::use_person;
use crate::console::support::SupportPanel;
use crate::domain::error::RequestError;
use crate::domain::view::{Invitation, OwnToken};
use crate::i18n::console_session::SessionMessage;
use crate::ui::{
    Button, ButtonVariant, CopyField, DocumentTitle, IconName, KeyValue, KeyValueList, PageTitle,
    Panel, QrFrame, SkeletonRows, Waiting, t, t_with,
};

/// How often the page looks whether the AppMovil enrolled, beside the stream.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

type Making = Action<(), Result<Invitation, RequestError>>;

/// The page.
#[component]
pub fn LinkPage() -> impl IntoView {
    let person = use_person();
    let has_token = move || {
        person.is_some_and(|person| person.with(|person| person.own_token != OwnToken::None))
    };
    let has_token = Memo::new(move |_| has_token());
    look_again();
    move || {
        if has_token.get() {
            view! { <LinkApp/> }.into_any()
        } else {
            view! { <NoToken/> }.into_any()
        }
    }
}

/// Asks every few seconds whether the AppMovil enrolled.
fn look_again() {
    let live = use_live();
    Effect::new(move |_| {
        if let Ok(handle) = set_interval_with_handle(move || live.look_again(), LOOK_AGAIN) {
            on_cleanup(move || handle.clear());
        }
    });
}

/// An administrator to whom the bank has not assigned a token.
#[component]
fn NoToken() -> impl IntoView {
    let title = t(SessionMessage::NoTokenTitle);
    view! {
        <DocumentTitle text=title/>
        <PageTitle title lead=t(SessionMessage::NoTokenLead)/>
        <SupportPanel/>
    }
    .into_any()
}

#[component]
fn LinkApp() -> impl IntoView {
    let making: Making = Action::new(|(): &()| invite_own_device());
    let person = use_person();
    Effect::new(move |_| {
        let is_linked = person.is_some_and(|person| {
            person.with_untracked(|person| matches!(person.own_token, OwnToken::Linked { .. }))
        });
        if !is_linked {
            making.dispatch(());
        }
    });
    let title = t(SessionMessage::LinkTitle);
    let making_words = t(SessionMessage::MakingCode);
    let shown = move || match making.value().get() {
        None => view! { <SkeletonRows rows=3 label=making_words/> }.into_any(),
        Some(Err(error)) => {
            let retry = Callback::new(move |()| {
                making.dispatch(());
            });
            view! { <ErrorNotice error retry/> }.into_any()
        }
        Some(Ok(invitation)) => view! { <Ways invitation making/> }.into_any(),
    };
    view! {
        <DocumentTitle text=title/>
        <PageTitle title lead=t(SessionMessage::LinkLead)/>
        {shown}
        <SupportPanel/>
    }
    .into_any()
}

/// The three ways to the same enrolment.
#[component]
fn Ways(invitation: Invitation, making: Making) -> impl IntoView {
    let Invitation {
        serial,
        code,
        link,
        qr_svg,
        expires_at,
        ..
    } = invitation;
    let until = expires_at.to_minute_text();
    let expires = t_with(SessionMessage::LinkExpires, move || {
        vec![("when", until.clone())]
    });
    let (open, again) = (t(SessionMessage::OpenAppHere), t(SessionMessage::NewCode));
    view! {
        <div class="stack">
            <Waiting label=t(SessionMessage::LinkWaiting)/>
            <div class="split">
                <Panel title=t(SessionMessage::LinkScan)>
                    <QrFrame svg=qr_svg label=t(SessionMessage::LinkQr)/>
                </Panel>
                <div class="stack">
                    <Panel title=t(SessionMessage::LinkHere)>
                        <p><a class="button button-primary" href=link target="_blank" rel="external noreferrer">{open}</a></p>
                        <p class="muted">{t(SessionMessage::OpensInNewTab)}</p>
                    </Panel>
                    <Panel title=t(SessionMessage::LinkTyped)>
                        <CopyField label=t(SessionMessage::EnrolmentCode) value=code/>
                        <KeyValueList>
                            <KeyValue name=t(SessionMessage::YourToken) mono=true>{serial.to_string()}</KeyValue>
                        </KeyValueList>
                        <p class="muted">{expires}</p>
                        <div class="cluster">
                            <Button
                                small=true
                                variant=ButtonVariant::Quiet
                                icon=IconName::Refresh
                                busy=making.pending()
                                on_click=move || { making.dispatch(()); }
                            >
                                {again}
                            </Button>
                            <span class="muted">{t(SessionMessage::NewCodeHint)}</span>
                        </div>
                    </Panel>
                </div>
            </div>
        </div>
    }
    .into_any()
}
