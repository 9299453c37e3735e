//! What a person who manages nothing can do here.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::person::use_person;
use crate::console::support::SupportPanel;
use crate::domain::token::TokenStatus;
use crate::domain::view::OwnToken;
use crate::i18n::console_session::SessionMessage;
use crate::ui::{DocumentTitle, Lifeline, Notice, PageTitle, Panel, StateBadge, t};

/// For a secondary user: their token and the way to the AppMovil.
#[component]
pub fn RolePage() -> impl IntoView {
    let Some(person) = use_person() else {
        return ().into_any();
    };
    let title = t(SessionMessage::MemberTitle);
    let open = t(SessionMessage::OpenApp);
    let own = Memo::new(move |_| person.with(|person| person.own_token.clone()));
    view! {
        <DocumentTitle text=title/>
        <PageTitle title lead=t(SessionMessage::MemberLead)/>
        {move || own_token(own.get())}
        <p><a class="button button-primary" href=paths::APP target="_blank" rel="external">{open}</a></p>
        <SupportPanel/>
    }
    .into_any()
}

fn own_token(own: OwnToken) -> AnyView {
    match own {
        OwnToken::None => view! { <Notice title=t(SessionMessage::MemberNoToken)/> }.into_any(),
        OwnToken::Unlinked { serial, .. } => view! {
            <Panel title=serial.to_string()>
                <Notice title=t(SessionMessage::MemberUnlinked)/>
            </Panel>
        }
        .into_any(),
        OwnToken::Linked { serial, status, .. } => view! {
            <Panel title=serial.to_string()>
                <p><StateBadge status/></p>
                <Lifeline status turn=turn(status)/>
            </Panel>
        }
        .into_any(),
    }
}

/// Whose turn it is, as the holder sees it.
fn turn(status: TokenStatus) -> Signal<String> {
    t(match status {
        TokenStatus::PendingActivation => SessionMessage::MemberPending,
        TokenStatus::Active => SessionMessage::MemberActive,
        _ => SessionMessage::MemberBlocked,
    })
}
