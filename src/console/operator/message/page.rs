//! `/operador/mensajes`: the table of messages.

use leptos::prelude::*;

use super::filters::Filters;
use super::selection::Outcome;
use super::table::{MessageTable, SendAgain};
use super::ways_out::WaysOut;
use crate::api::message::{list_messages, send_again};
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::table::{Address, NothingFits, use_address};
use crate::domain::table::{MessageColumn, MessageFilter, MessageQuery};
use crate::domain::view::{MessagesView, SeenMessage};
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_outbox::OutboxMessage;
use crate::ui::{Breadcrumb, Crumb, DocumentTitle, EmptyState, PageTitle, SkeletonRows, t};

/// A page of the table with the query that it answers.
pub type Shown = (MessageQuery, MessagesView);

/// The page.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let address = use_address::<MessageFilter, MessageColumn>();
    let live = use_live();
    let messages = asked(
        move || (address.query.get(), live.messages()),
        |(query, _)| async move {
            let view = list_messages(query.clone()).await?;
            Ok((query, view))
        },
    );
    let title = t(ConsoleMessage::Messages);
    let crumbs = vec![
        Crumb::link(t(ConsoleMessage::Home), paths::OPERATOR),
        Crumb::link(title, paths::MESSAGES),
    ];
    let loading = t(OutboxMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| messages.refetch());
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(OutboxMessage::Lead)/>
        {loaded(messages, waiting, move |shown| view! { <Messages shown address again/> }.into_any())}
    }
    .into_any()
}

/// Ways out, filters, and the rows or why there are none.
#[component]
fn Messages(
    shown: Signal<Shown>,
    address: Address<MessageQuery>,
    again: Callback<()>,
) -> impl IntoView {
    let query = address.query;
    let sending: SendAgain = Action::new(|seen: &Vec<SeenMessage>| send_again(seen.clone()));
    Effect::new(move |_| {
        if sending.value().with(Option::is_some) {
            again.run(());
        }
    });
    let view: Signal<MessagesView> =
        Memo::new(move |_| shown.with(|(_, view)| view.clone())).into();
    let what = Memo::new(move |_| {
        shown.with(|(query, view)| {
            let is_filtered = query.filter != MessageFilter::default();
            (view.page.rows.is_empty(), is_filtered)
        })
    });
    let rows = move || match what.get() {
        (true, false) => view! {
            <EmptyState title=t(OutboxMessage::EmptyTitle) lead=t(OutboxMessage::EmptyLead)/>
        }
        .into_any(),
        (true, true) => view! {
            <Filters address/>
            <NothingFits
                path=paths::MESSAGES
                query
                title=t(OutboxMessage::FilteredTitle)
                lead=t(OutboxMessage::FilteredLead)
            />
        }
        .into_any(),
        (false, _) => view! { <Filters address/> <MessageTable shown query sending/> }.into_any(),
    };
    view! {
        <WaysOut messages=view/>
        <Outcome sending/>
        {rows}
    }
    .into_any()
}
