//! The facts of a token, and the physical tokens of its holder.

use leptos::prelude::*;

use crate::console::words::block_reason_message;
use crate::domain::token::TokenStatus;
use crate::domain::view::{PhysicalTokenRow, TokenDetail};
use crate::i18n::Message;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{KeyValue, KeyValueList, StateBadge, t, t_with, use_locale};

/// Serial, state, holder, device, and what else is known.
#[component]
pub fn TokenFacts(token: Signal<TokenDetail>) -> impl IntoView {
    let locale = use_locale();
    let (no_holder, no_device) = (t(TokenMessage::NoHolder), t(TokenMessage::NoDevice));
    let holder = move || match token.get().holder {
        Some((_, username, full_name)) => format!("{username} · {full_name}"),
        None => no_holder.get(),
    };
    let device = move || match token.get().device {
        Some((_, name)) => name,
        None => no_device.get(),
    };
    let reason = move || {
        token.with(|token| token.block_reason).map(|reason| {
            let words = move || block_reason_message(reason).text(locale.get());
            view! { <KeyValue name=t(TokenMessage::BlockReason)>{words}</KeyValue> }
        })
    };
    let invitation = move || {
        let open = token.with(|token| {
            token
                .invitation_expires_at
                .filter(|_| token.status == TokenStatus::Assigned)
        });
        open.map(|at| {
            view! { <KeyValue name=t(TokenMessage::InvitationUntil)>{at.to_minute_text()}</KeyValue> }
        })
    };
    view! {
        <KeyValueList>
            <KeyValue name=t(TokenMessage::Serial) mono=true>{move || token.with(|token| token.serial.to_string())}</KeyValue>
            <KeyValue name=t(TokenMessage::State)>
                <StateBadge status=Signal::derive(move || token.with(|token| token.status))/>
            </KeyValue>
            {reason}
            <KeyValue name=t(TokenMessage::Holder)>{holder}</KeyValue>
            <KeyValue name=t(TokenMessage::Device)>{device}</KeyValue>
            {invitation}
            <KeyValue name=t(TokenMessage::LastUpdate)>
                {move || token.with(|token| token.updated_at.to_minute_text())}
            </KeyValue>
        </KeyValueList>
    }
    .into_any()
}

/// The physical tokens: *Activo* or *Inhabilitado*.
#[component]
pub fn PhysicalTokens(token: Signal<TokenDetail>) -> impl IntoView {
    let physical = Memo::new(move |_| token.with(|token| token.physical.clone()));
    let none = t(TokenMessage::NoPhysical);
    move || {
        let rows = physical.get();
        if rows.is_empty() {
            return view! { <p class="muted">{none}</p> }.into_any();
        }
        view! { <KeyValueList>{rows.into_iter().map(physical_row).collect_view()}</KeyValueList> }
            .into_any()
    }
}

fn physical_row(row: PhysicalTokenRow) -> AnyView {
    let since = t_with(TokenMessage::Since, move || {
        vec![("day", row.updated_at.day().to_string())]
    });
    view! {
        <KeyValue name=row.serial.to_string()>
            <span class="cluster"><StateBadge status=row.status/> <span class="muted figures">{since}</span></span>
        </KeyValue>
    }
    .into_any()
}
