//! `/vincular`: the one thing an administrator without an AppMovil can do.
//!
//! The browser asks for the code by POST when the page is open, never the server
//! while it writes the page. Making one ends the one before, so that a reload or
//! a second tab only says that there is one, and makes another when asked.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::invitation::invite_own_device;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::person::use_person;
use crate::console::support::SupportPanel;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::time::Timestamp;
use crate::domain::view::{Invitation, OwnToken};
use crate::i18n::console_session::SessionMessage;
use crate::ui::{
    Button, ButtonVariant, CopyField, DocumentTitle, IconName, KeyValue, KeyValueList, Notice,
    PageTitle, Panel, QrFrame, SkeletonRows, Waiting, t, t_with,
};

/// How often the page looks whether the AppMovil enrolled, beside the stream.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// Makes a code; `true` ends one that still works.
type Making = Action<bool, Result<Invitation, RequestError>>;

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
    let making: Making = Action::new(|replace: &bool| invite_own_device(*replace));
    let own = use_person().map(|person| person.with_untracked(|person| person.own_token.clone()));
    let was_invited = matches!(
        own,
        Some(OwnToken::Unlinked {
            invited_until: Some(_),
            ..
        })
    );
    let is_linked = matches!(own, Some(OwnToken::Linked { .. }));
    Effect::new(move |_| {
        if !is_linked && !was_invited {
            making.dispatch(false);
        }
    });
    let title = t(SessionMessage::LinkTitle);
    let making_words = t(SessionMessage::MakingCode);
    let shown = move || match making.value().get() {
        Some(Ok(invitation)) => view! { <Ways invitation making/> }.into_any(),
        Some(Err(RequestError::Conflict(Conflict::AlreadyInvited))) => {
            view! { <Invited making/> }.into_any()
        }
        Some(Err(error)) => {
            let retry = Callback::new(move |()| {
                making.dispatch(was_invited);
            });
            view! { <ErrorNotice error retry/> }.into_any()
        }
        None if was_invited => view! { <Invited making/> }.into_any(),
        None => view! { <SkeletonRows rows=3 label=making_words/> }.into_any(),
    };
    view! {
        <DocumentTitle text=title/>
        <PageTitle title lead=t(SessionMessage::LinkLead)/>
        {shown}
        <SupportPanel/>
    }
    .into_any()
}

/// A code that still works was shown in another tab, before a reload, or sent.
#[component]
fn Invited(making: Making) -> impl IntoView {
    let person = use_person();
    let until = move || match person?.get().own_token {
        OwnToken::Unlinked { invited_until, .. } => invited_until,
        OwnToken::None | OwnToken::Linked { .. } => None,
    };
    let when = t_with(SessionMessage::InvitedUntil, move || {
        let when = until().map(Timestamp::to_minute_text);
        vec![("when", when.unwrap_or_default())]
    });
    view! {
        <div class="stack">
            <Waiting label=t(SessionMessage::LinkWaiting)/>
            <Notice title=t(SessionMessage::InvitedTitle)>
                <p>{t(SessionMessage::InvitedLead)}</p>
                <p>{when}</p>
            </Notice>
            <NewCode making/>
        </div>
    }
    .into_any()
}

/// Makes another code, and says what becomes of the one before.
#[component]
fn NewCode(making: Making) -> impl IntoView {
    let words = t(SessionMessage::NewCode);
    view! {
        <div class="cluster">
            <Button
                small=true
                variant=ButtonVariant::Quiet
                icon=IconName::Refresh
                busy=making.pending()
                on_click=move || { making.dispatch(true); }
            >
                {words}
            </Button>
            <span class="muted">{t(SessionMessage::NewCodeHint)}</span>
        </div>
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
    let open = t(SessionMessage::OpenAppHere);
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
                        <NewCode making/>
                    </Panel>
                </div>
            </div>
        </div>
    }
    .into_any()
}
