//! One row of the table of messages.

use leptos::prelude::*;

use super::table::SendAgain;
use super::words::{channel_message, failure_message, kind_message, state_look, state_message};
use crate::console::table::Selection;
use crate::domain::message::MessageState;
use crate::domain::view::MessageRow;
use crate::i18n::console_outbox::OutboxMessage;
use crate::i18n::console_table::TableMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{
    Badge, Button, Cell, CellKind, IconName, Row, RowHeader, SelectCell, t, t_with, use_locale,
};

/// The row. It follows its message.
#[component]
pub fn MessageRowView(
    row: Signal<MessageRow>,
    selection: Selection<MessageRow>,
    sending: SendAgain,
) -> impl IntoView {
    let locale = use_locale();
    let id = row.with_untracked(|row| row.id);
    let kind = Signal::derive(move || {
        let kind = row.with(|row| row.kind);
        kind_message(kind).text(locale.get()).to_owned()
    });
    let name = Signal::derive(move || row.with(|row| format!("{}, {}", kind.get(), row.username)));
    let select_label = t_with(TableMessage::SelectRow, move || vec![("name", name.get())]);
    let why = Signal::derive(move || {
        let can = row.with(MessageRow::can_be_sent_again);
        let words = OutboxMessage::NotThisState.text(locale.get());
        (!can).then(|| words.to_owned())
    });
    let by = move || channel_message(row.with(|row| row.channel)).text(locale.get());
    let nobody = t(OutboxMessage::NoRecipient);
    let recipient = move || {
        row.with(|row| row.recipient.clone())
            .unwrap_or_else(|| nobody.get())
    };
    view! {
        <Row selected=move || selection.has(id)>
            <SelectCell
                label=select_label
                checked=move || selection.has(id)
                disabled_reason=why
                on_toggle=move |wanted| selection.set(id, wanted)
            />
            <Cell label=t(OutboxMessage::WrittenAt) kind=CellKind::Figure>{move || row.with(|row| row.written_at.to_minute_text())}</Cell>
            <RowHeader label=t(OutboxMessage::Kind)>{kind}</RowHeader>
            <Cell label=t(OutboxMessage::User)>{move || row.with(|row| row.username.clone())}</Cell>
            <Cell label=t(OutboxMessage::Company)>{move || row.with(|row| row.company.clone())}</Cell>
            <Cell label=t(OutboxMessage::Recipient)>
                <span class="stack-tight"><span>{by}</span> <span class="muted">{recipient}</span></span>
            </Cell>
            <Cell label=t(OutboxMessage::State)><Standing row/></Cell>
            <Cell label=t(OutboxMessage::Action)><Again row name sending/></Cell>
        </Row>
    }
    .into_any()
}

/// What became of it, and why it is not sent.
#[component]
fn Standing(row: Signal<MessageRow>) -> impl IntoView {
    let locale = use_locale();
    let state = Memo::new(move |_| row.with(|row| row.state));
    let label = Signal::derive(move || state_message(state.get()).text(locale.get()).to_owned());
    let tone = Signal::derive(move || state_look(state.get()).0);
    let icon = Signal::derive(move || state_look(state.get()).1);
    let lines = move || {
        let locale = locale.get();
        row.with(|row| lines(row, locale))
            .into_iter()
            .map(|line| view! { <span class="muted">{line}</span> })
            .collect_view()
    };
    view! { <span class="stack-tight"><Badge label tone icon/> {lines}</span> }
}

/// Why, how often, and when next.
fn lines(row: &MessageRow, locale: Locale) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(failure) = row.failure {
        lines.push(failure_message(failure).text(locale).to_owned());
    }
    if row.state == MessageState::Void {
        lines.push(OutboxMessage::WhyVoid.text(locale).to_owned());
    }
    if row.failure.is_some() && row.attempts > 0 {
        let attempts = match row.attempts {
            1 => OutboxMessage::AttemptOne.text(locale).to_owned(),
            count => OutboxMessage::Attempts.fill(locale, &[("count", &count.to_string())]),
        };
        let next = row
            .next_attempt_at
            .map(|at| OutboxMessage::NextAttempt.fill(locale, &[("at", &at.to_minute_text())]));
        lines.push(
            std::iter::once(attempts)
                .chain(next)
                .collect::<Vec<_>>()
                .join(", "),
        );
    }
    lines
}

/// The button that has it sent again.
#[component]
fn Again(row: Signal<MessageRow>, name: Signal<String>, sending: SendAgain) -> impl IntoView {
    let can = Memo::new(move |_| row.with(MessageRow::can_be_sent_again));
    let words = t(OutboxMessage::SendAgain);
    let full = t_with(OutboxMessage::SendAgainTo, move || {
        let username = row.with(|row| row.username.clone());
        let kind = name.get();
        let kind = kind.strip_suffix(&format!(", {username}")).unwrap_or(&kind);
        vec![("kind", kind.to_owned()), ("name", username)]
    });
    move || {
        can.get().then(|| {
            view! {
                <Button
                    small=true
                    icon=IconName::Refresh
                    busy=sending.pending()
                    busy_label=t(OutboxMessage::Sending)
                    on_click=move || { sending.dispatch(vec![row.with_untracked(MessageRow::seen)]); }
                >
                    <span aria-hidden="true">{words}</span>
                    <span class="sr-only">{full}</span>
                </Button>
            }
        })
    }
}
