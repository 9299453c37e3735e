//! Having the chosen messages sent again, and what became of it.

use leptos::prelude::*;

use super::table::SendAgain;
use crate::console::error_notice::ErrorNotice;
use crate::console::table::Selection;
use crate::domain::view::{MessageRow, SentAgain};
use crate::i18n::console_outbox::OutboxMessage;
use crate::ui::{BatchBar, Button, ButtonVariant, IconName, Notice, NoticeKind, t, t_with};

/// The bar at the foot of the screen.
#[component]
pub fn MessageSelectionBar(
    /// The chosen rows.
    selection: Selection<MessageRow>,
    /// What sends them.
    sending: SendAgain,
) -> impl IntoView {
    let count = Signal::derive(move || selection.rows().len());
    let words = t(OutboxMessage::SendAgain);
    let send = move || {
        let seen = selection.rows().iter().map(MessageRow::seen).collect();
        sending.dispatch(seen);
    };
    view! {
        <BatchBar count on_clear=move || selection.clear()>
            <Button
                variant=ButtonVariant::Primary
                icon=IconName::Refresh
                busy=sending.pending()
                busy_label=t(OutboxMessage::Sending)
                on_click=send
            >
                {words}
            </Button>
        </BatchBar>
    }
    .into_any()
}

/// What became of those that were sent again. It stands outside the table, which
/// goes when none of its rows is left.
#[component]
pub fn Outcome(sending: SendAgain) -> impl IntoView {
    move || {
        let outcomes = match sending.value().get()? {
            Err(error) => return Some(view! { <ErrorNotice error/> }.into_any()),
            Ok(outcomes) => outcomes,
        };
        let told = |outcome, kind, one, many| {
            let count = outcomes.iter().filter(|found| **found == outcome).count();
            let message = if count == 1 { one } else { many };
            let title = t_with(message, move || vec![("count", count.to_string())]);
            (count > 0).then(|| view! { <Notice kind title/> })
        };
        let waiting = told(
            SentAgain::Waiting,
            NoticeKind::Success,
            OutboxMessage::QueuedOne,
            OutboxMessage::Queued,
        );
        let changed = told(
            SentAgain::Changed,
            NoticeKind::Warning,
            OutboxMessage::ChangedOne,
            OutboxMessage::Changed,
        );
        let nowhere = told(
            SentAgain::NoAddress,
            NoticeKind::Warning,
            OutboxMessage::NowhereOne,
            OutboxMessage::Nowhere,
        );
        Some(view! { {waiting} {changed} {nowhere} }.into_any())
    }
}
