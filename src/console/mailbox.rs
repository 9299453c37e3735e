//! `/demo/buzon`: in a demo, the messages that would have been sent.

use std::time::Duration;

use leptos::prelude::*;
use leptos_meta::Title;

use super::error_notice::ErrorNotice;
use super::loaded::loaded_or;
use super::not_found::NotFound;
use super::paths;
use super::top::BareShell;
use crate::api::demo::read_mailbox;
use crate::domain::error::RequestError;
use crate::domain::view::MailboxMessage;
use crate::i18n::console_session::SessionMessage;
use crate::ui::{EmptyState, LinkButton, PageTitle, Panel, SkeletonRows, t, t_with};

/// How often the page looks for new messages.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// The page; outside a demo there is none.
#[component]
pub fn MailboxPage() -> impl IntoView {
    let looks = RwSignal::new(0_u64);
    let mailbox = Resource::new_blocking(move || looks.get(), |_| read_mailbox());
    Effect::new(move |_| {
        let look = move || {
            let _ = looks.try_update(|looks| *looks += 1);
        };
        if let Ok(handle) = set_interval_with_handle(look, LOOK_AGAIN) {
            on_cleanup(move || handle.clear());
        }
    });
    let waiting = || view! { <SkeletonRows rows=3/> }.into_any();
    let failed = |error, retry| match error {
        RequestError::NotFound => view! { <NotFound/> }.into_any(),
        error => {
            let title = t(SessionMessage::MailboxTitle);
            view! { <PageTitle title/> <ErrorNotice error retry/> }.into_any()
        }
    };
    let page = loaded_or(mailbox, waiting, failed, |messages| {
        view! { <Messages messages/> }.into_any()
    });
    view! { <BareShell>{page}</BareShell> }.into_any()
}

#[component]
fn Messages(messages: Signal<Vec<MailboxMessage>>) -> impl IntoView {
    let title = t(SessionMessage::MailboxTitle);
    let back = t(SessionMessage::MailboxBack);
    let list = move || {
        let messages = messages.get();
        if messages.is_empty() {
            let (title, lead) = (
                t(SessionMessage::MailboxEmptyTitle),
                t(SessionMessage::MailboxEmptyLead),
            );
            return view! { <EmptyState title lead/> }.into_any();
        }
        messages.into_iter().map(message).collect_view().into_any()
    };
    view! {
        <Title text=move || title.get()/>
        <PageTitle title lead=t(SessionMessage::MailboxLead)/>
        {list}
        <p><LinkButton href=paths::TOKENS>{back}</LinkButton></p>
    }
    .into_any()
}

fn message(message: MailboxMessage) -> AnyView {
    let MailboxMessage {
        to,
        subject,
        sent_at,
        link,
        body,
    } = message;
    let addressed = t_with(SessionMessage::MailboxTo, move || {
        vec![("to", to.clone()), ("when", sent_at.clone())]
    });
    let open = t(SessionMessage::MailboxOpen);
    let paragraphs = body
        .split("\n\n")
        .map(|paragraph| view! { <p class="message-text">{paragraph.to_owned()}</p> })
        .collect_view();
    view! {
        <Panel title=subject>
            <p class="muted figures">{addressed}</p>
            <div class="stack stack-tight measure">{paragraphs}</div>
            {link.map(|href| view! {
                <p><a class="button button-primary" href=href target="_blank" rel="external noreferrer">{open}</a></p>
            })}
        </Panel>
    }
    .into_any()
}
