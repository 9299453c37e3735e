//! `/demo/buzon`: the messages that would have been sent, so that one person
//! can play everybody.

use leptos::prelude::*;

use crate::api::demo::read_mailbox;
use crate::console::asked::asked;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::domain::view::MailboxMessage;
use crate::i18n::console_demo::DemoMessage;
use crate::ui::{
    AppScreen, Button, ButtonVariant, DemoRibbon, DocumentTitle, EmptyState, IconName, KeyValue,
    KeyValueList, LinkButton, Panel, SkeletonRows, t,
};

/// The page.
#[component]
pub fn MailboxPage() -> impl IntoView {
    let messages = asked(|| (), |()| read_mailbox());
    let title = t(DemoMessage::MailboxTitle);
    let refresh = Callback::new(move |()| messages.refetch());
    let waiting = || view! { <SkeletonRows rows=3/> }.into_any();
    view! {
        <DocumentTitle text=title/>
        <DemoRibbon/>
        <AppScreen
            title
            lead=t(DemoMessage::MailboxLead)
            actions=move || view! {
                <Button icon=IconName::Refresh on_click=refresh>{t(DemoMessage::Refresh)}</Button>
                <LinkButton href=paths::TOKENS variant=ButtonVariant::Quiet>{t(DemoMessage::ToConsole)}</LinkButton>
            }
        >
            {loaded(messages, waiting, |messages| view! { <Messages messages/> }.into_any())}
        </AppScreen>
    }
    .into_any()
}

#[component]
fn Messages(messages: Signal<Vec<MailboxMessage>>) -> impl IntoView {
    move || {
        let messages = messages.get();
        if messages.is_empty() {
            view! { <EmptyState title=t(DemoMessage::NoMessages) lead=t(DemoMessage::NoMessagesLead)/> }.into_any()
        } else {
            messages.into_iter().map(message).collect_view().into_any()
        }
    }
}

fn message(message: MailboxMessage) -> AnyView {
    let paragraphs = message
        .body
        .split("\n\n")
        .map(|paragraph| {
            let lines = paragraph
                .lines()
                .map(|line| view! { {line.to_owned()} <br/> })
                .collect_view();
            view! { <p class="measure">{lines}</p> }
        })
        .collect_view();
    let open = message.link.map(|link| {
        view! {
            <p>
                <LinkButton href=link variant=ButtonVariant::Primary icon=IconName::Link>
                    {t(DemoMessage::OpenLink)}
                </LinkButton>
            </p>
        }
    });
    view! {
        <Panel title=message.subject>
            <KeyValueList>
                <KeyValue name=t(DemoMessage::To)>{message.to}</KeyValue>
                <KeyValue name=t(DemoMessage::SentAt)>{message.sent_at}</KeyValue>
            </KeyValueList>
            {paragraphs}
            {open}
        </Panel>
    }
    .into_any()
}
