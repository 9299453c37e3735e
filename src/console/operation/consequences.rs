//! What a change will do, in words, before it is asked for.

use leptos::prelude::*;

use super::review::What;
use crate::console::person::use_person;
use crate::domain::token::{ActionKind, destination};
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Icon, IconName, KeyValue, KeyValueList, Notice, NoticeKind, StateBadge, t, t_with,
};

/// The title of a change's page.
pub const fn title(kind: ActionKind) -> Words {
    match kind {
        ActionKind::Resend => Words::ResendTitle,
        ActionKind::Cancel => Words::CancelTitle,
        ActionKind::Block => Words::BlockTitle,
        ActionKind::Unblock => Words::UnblockTitle,
        ActionKind::ReplaceDevice => Words::ReplaceTitle,
        ActionKind::Unassign => Words::UnassignTitle,
        _ => Words::ActivateTitle,
    }
}

/// What a change brings, in words; `{name}` is the token's user.
pub const fn lead(kind: ActionKind) -> Words {
    match kind {
        ActionKind::Resend => Words::ResendLead,
        ActionKind::Cancel => Words::CancelLead,
        ActionKind::Block => Words::BlockLead,
        ActionKind::Unblock => Words::UnblockLead,
        ActionKind::ReplaceDevice => Words::ReplaceLead,
        ActionKind::Unassign => Words::UnassignLead,
        _ => Words::ActivateLead,
    }
}

/// What will happen, to whom, and from which state to which.
#[component]
pub fn Consequences(what: What) -> impl IntoView {
    let (row, kind) = (what.row, what.action.kind);
    let serial = row.with_untracked(|row| row.serial);
    let lead = t_with(lead(kind), move || {
        vec![("name", row.with(|row| row.username.clone()))]
    });
    let holder = move || row.with(|row| format!("{} · {}", row.username, row.full_name));
    let status = Memo::new(move |_| row.with(|row| row.status));
    let becomes = t(Words::Becomes);
    let next = move || {
        destination(status.get(), kind)
            .filter(|next| *next != status.get())
            .map(|next| {
                view! {
                    <Icon name=IconName::ArrowRight/> <span class="sr-only">{becomes}</span>
                    <StateBadge status=next/>
                }
            })
    };
    view! {
        <p>{lead}</p>
        <KeyValueList>
            <KeyValue name=t(TokenMessage::Serial) mono=true>{serial.to_string()}</KeyValue>
            <KeyValue name=t(TokenMessage::Holder)>{holder}</KeyValue>
            <KeyValue name=t(TokenMessage::State)>
                <span class="cluster"><StateBadge status/> {next}</span>
            </KeyValue>
        </KeyValueList>
        <PhysicalStays what/>
        <OwnToken what/>
    }
    .into_any()
}

/// The serials of the physical tokens that this one disabled; empty for none.
pub fn restorable(what: What) -> Signal<String> {
    Signal::derive(move || {
        what.token.with(|token| {
            let serials = token.physical.iter().filter(|physical| physical.restorable);
            let serials: Vec<_> = serials
                .map(|physical| physical.serial.to_string())
                .collect();
            serials.join(", ")
        })
    })
}

/// Says that the physical token does not come back by this.
#[component]
fn PhysicalStays(what: What) -> impl IntoView {
    let leaves_without = matches!(
        what.action.kind,
        ActionKind::Cancel | ActionKind::Block | ActionKind::ReplaceDevice
    );
    let serials = restorable(what);
    let words = t_with(Words::PhysicalStays, move || {
        vec![("serials", serials.get())]
    });
    move || {
        (leaves_without && serials.with(|serials| !serials.is_empty()))
            .then(|| view! { <Notice title=words/> })
    }
}

/// Says what blocking one's own token means.
#[component]
fn OwnToken(what: What) -> impl IntoView {
    let person = use_person();
    let is_own = what.action.kind == ActionKind::Block
        && person.is_some_and(|person| {
            let holder = what.row.with_untracked(|row| row.holder);
            person.with_untracked(|person| person.user == holder)
        });
    is_own.then(|| {
        view! {
            <Notice kind=NoticeKind::Warning title=t(Words::OwnTokenTitle)>
                {t(Words::OwnTokenLead)}
            </Notice>
        }
    })
}
