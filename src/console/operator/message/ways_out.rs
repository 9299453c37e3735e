//! By what messages go out, and how many wait or could not be sent.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::person::use_person;
use crate::console::table::href;
use crate::domain::table::{MessageFilter, MessageQuery};
use crate::domain::view::MessagesView;
use crate::i18n::console_outbox::OutboxMessage;
use crate::ui::{
    Counter, Counters, KeyValue, KeyValueList, LinkButton, Notice, NoticeKind, Panel, t,
};

/// The panel and the counters.
#[component]
pub fn WaysOut(messages: Signal<MessagesView>) -> impl IntoView {
    let waiting = Signal::derive(move || messages.with(|view| view.waiting));
    let failed = Signal::derive(move || messages.with(|view| view.failed));
    let failures = Memo::new(move |_| failed.get() > 0);
    let mail_server = Memo::new(move |_| messages.with(|view| view.mail_server.clone()));
    let sms_gateway = Memo::new(move |_| messages.with(|view| view.sms_gateway.clone()));
    let none = t(OutboxMessage::NotConfigured);
    let show_failed = t(OutboxMessage::ShowFailed);
    let to_failed = href(
        paths::MESSAGES,
        &MessageQuery {
            filter: MessageFilter::failed(),
            ..MessageQuery::default()
        },
    );
    view! {
        {move || mail_server.with(Option::is_none).then(|| view! { <FolderNotice/> })}
        <Panel title=t(OutboxMessage::WaysOut)>
            <KeyValueList>
                <KeyValue name=t(OutboxMessage::MailServer)>{move || mail_server.get().unwrap_or_else(|| none.get())}</KeyValue>
                <KeyValue name=t(OutboxMessage::SmsGateway)>{move || sms_gateway.get().unwrap_or_else(|| none.get())}</KeyValue>
            </KeyValueList>
            <Counters>
                <Counter label=t(OutboxMessage::Waiting) value=waiting/>
                <Counter label=t(OutboxMessage::Failed) value=failed/>
            </Counters>
            {move || failures.get().then(|| view! {
                <p><a href=to_failed.clone()>{show_failed}</a></p>
            })}
        </Panel>
    }
    .into_any()
}

/// E-mails reach nobody: said to those who can see to it.
#[component]
fn FolderNotice() -> impl IntoView {
    let is_demo = use_person().is_some_and(|person| person.with_untracked(|person| person.demo));
    let mailbox = t(OutboxMessage::OpenMailbox);
    let lead = t(OutboxMessage::FolderLead);
    view! {
        <Notice kind=NoticeKind::Warning title=t(OutboxMessage::FolderTitle)>
            <p>{lead}</p>
            {is_demo.then(|| view! { <p><LinkButton href=paths::MAILBOX>{mailbox}</LinkButton></p> })}
        </Notice>
    }
    .into_any()
}
