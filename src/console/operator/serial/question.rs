//! What a deed will bring, said before it is done.

use leptos::prelude::*;

use super::deeds::{Change, deed_words};
use crate::console::words::block_reason_message;
use crate::domain::token::{ActionKind, BlockReason};
use crate::domain::user::Role;
use crate::domain::view::{BankToken, OperatorDeed, SeenToken, TokenDetail};
use crate::i18n::console_grant::GrantMessage;
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{
    Button, ButtonVariant, Checkbox, Dialog, IconName, RadioCard, RadioGroup, t, use_locale,
};

/// The question of the deed that is asked for.
#[component]
pub fn Question(
    found: Signal<BankToken>,
    token: Signal<TokenDetail>,
    asked: RwSignal<Option<ActionKind>>,
    change: Change,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let restores = RwSignal::new(true);
    let reason = RwSignal::new(String::new());
    // Each follows the other, and only writes what is not so: two effects that
    // always wrote would call each other for ever.
    Effect::new(move |_| {
        let wanted = asked.get().is_some();
        if wanted != open.get_untracked() {
            reason.set(String::new());
            open.set(wanted);
        }
    });
    Effect::new(move |_| {
        if !open.get() && asked.get_untracked().is_some() {
            asked.set(None);
        }
    });
    let locale = use_locale();
    // The words stay while the dialog closes.
    let kind = Memo::new(move |before: Option<&ActionKind>| {
        asked
            .get()
            .or(before.copied())
            .unwrap_or(ActionKind::Retire)
    });
    let title = Signal::derive(move || {
        token.with(|token| filled(title_words(kind.get()), token, locale.get()))
    });
    let lines = move || {
        token
            .with(|token| consequences(kind.get(), token, &found.get(), locale.get()))
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    let can_restore = move || {
        kind.get() == ActionKind::Unassign
            && token.with(|token| token.physical.iter().any(|physical| physical.restorable))
    };
    let missing = Signal::derive(move || {
        let is_missing = kind.get() == ActionKind::Block && reason.with(String::is_empty);
        is_missing.then(|| {
            OperationMessage::BlockWhyMissing
                .text(locale.get())
                .to_owned()
        })
    });
    let go = move || {
        let restores = can_restore() && restores.get_untracked();
        let deed = deed(kind.get_untracked(), restores, &reason.get_untracked());
        if let Some(deed) = deed.filter(|_| !change.pending().get_untracked()) {
            change.dispatch((token.with_untracked(seen), deed));
        }
    };
    let words = Signal::derive(move || deed_words(kind.get()).text(locale.get()).to_owned());
    let actions = move || {
        view! {
            <Button
                id="hacerlo"
                variant=ButtonVariant::Danger
                icon=IconName::Check
                busy=change.pending()
                busy_label=t(GrantMessage::Doing)
                disabled_reason=missing
                on_click=go
            >
                {words}
            </Button>
        }
    };
    view! {
        <Dialog id="pregunta-token" open title actions>
            <ul class="stack stack-tight">{lines}</ul>
            {move || can_restore().then(|| view! {
                <Checkbox id="restaurar" name="restore" checked=restores label=t(GrantMessage::Restore)/>
            })}
            {move || (kind.get() == ActionKind::Block).then(|| view! { <Reasons reason/> })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Reasons(reason: RwSignal<String>) -> impl IntoView {
    view! {
        <RadioGroup legend=t(OperationMessage::BlockWhy)>
            {BlockReason::GIVEN
                .map(|given| view! {
                    <RadioCard
                        id=format!("motivo-{}", given.code())
                        name="motivo"
                        value=given.code()
                        chosen=reason
                        label=t(block_reason_message(given))
                    />
                })
                .collect_view()}
        </RadioGroup>
    }
    .into_any()
}

const fn seen(token: &TokenDetail) -> SeenToken {
    SeenToken {
        token: token.id,
        version: token.version,
    }
}

fn deed(kind: ActionKind, restore_physical: bool, reason: &str) -> Option<OperatorDeed> {
    match kind {
        ActionKind::Resend => Some(OperatorDeed::Resend),
        ActionKind::Block => {
            BlockReason::from_code(reason).map(|reason| OperatorDeed::Block { reason })
        }
        ActionKind::ReplaceDevice => Some(OperatorDeed::ReplaceDevice),
        ActionKind::Unassign => Some(OperatorDeed::Unassign { restore_physical }),
        ActionKind::Retire => Some(OperatorDeed::Retire),
        _ => None,
    }
}

const fn title_words(kind: ActionKind) -> GrantMessage {
    match kind {
        ActionKind::Resend => GrantMessage::ResendTitle,
        ActionKind::Block => GrantMessage::BlockTitle,
        ActionKind::ReplaceDevice => GrantMessage::ReplaceTitle,
        ActionKind::Unassign => GrantMessage::UnassignTitle,
        _ => GrantMessage::RetireTitle,
    }
}

/// What the deed brings to this token and its holder.
fn consequences(
    kind: ActionKind,
    token: &TokenDetail,
    found: &BankToken,
    locale: Locale,
) -> Vec<String> {
    let is_admin = matches!(
        found,
        BankToken::Virtual {
            holder_role: Some(Role::Admin),
            ..
        }
    );
    let removes_power = matches!(
        kind,
        ActionKind::Block | ActionKind::Unassign | ActionKind::ReplaceDevice
    );
    let mut lines = match kind {
        ActionKind::Resend => vec![GrantMessage::ResendLead],
        ActionKind::Block => vec![GrantMessage::BlockLead],
        ActionKind::ReplaceDevice if is_admin => {
            vec![GrantMessage::ReplaceLead, GrantMessage::ReplaceAdminLead]
        }
        ActionKind::ReplaceDevice => vec![GrantMessage::ReplaceLead],
        ActionKind::Unassign => vec![GrantMessage::UnassignLead],
        _ if token.holder.is_some() => vec![GrantMessage::RetireLead, GrantMessage::RetireHolder],
        _ => vec![GrantMessage::RetireLead],
    };
    if removes_power && token.circumstances.holder_is_last_admin {
        lines.push(GrantMessage::LastAdmin);
    }
    lines
        .into_iter()
        .map(|line| filled(line, token, locale))
        .collect()
}

fn filled(words: GrantMessage, token: &TokenDetail, locale: Locale) -> String {
    let name = token
        .holder
        .as_ref()
        .map_or("", |(_, _, full_name)| full_name.as_str());
    let serial = token.serial.to_string();
    words.fill(locale, &[("name", name), ("serial", serial.as_str())])
}
