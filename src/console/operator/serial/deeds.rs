//! What an operator can do to the token that was found, and why not.

use leptos::prelude::*;

use super::question::Question;
use crate::api::operator::change_token_at_bank;
use crate::console::error_notice::ErrorNotice;
use crate::console::person::use_person;
use crate::console::token::refusal_words;
use crate::domain::error::RequestError;
use crate::domain::token::{ActionKind, Actor, Party, TokenFacts, TokenStatus, offered};
use crate::domain::view::{BankToken, OperatorDeed, SeenToken, TokenDetail};
use crate::i18n::console_grant::GrantMessage;
use crate::ui::{Button, ButtonVariant, IconName, Notice, NoticeKind, t, use_locale};

/// Does it, and says what became of it.
pub type Change = Action<(SeenToken, OperatorDeed), Result<(), RequestError>>;

/// A button for each deed, its question, and the outcome.
#[component]
pub fn Deeds(
    found: Signal<BankToken>,
    token: Signal<TokenDetail>,
    again: Callback<()>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<ActionKind>);
    let change: Change =
        Action::new(|(seen, deed): &(SeenToken, OperatorDeed)| change_token_at_bank(*seen, *deed));
    Effect::new(move |_| {
        if change.value().with(Option::is_some) {
            asked.set(None);
            again.run(());
        }
    });
    let is_retired = Memo::new(move |_| token.with(|token| token.status == TokenStatus::Retired));
    let ended = t(GrantMessage::Terminal);
    let buttons = move || {
        if is_retired.get() {
            return view! { <p class="muted">{ended}</p> }.into_any();
        }
        let buttons = offered(Party::Operator)
            .map(|kind| view! { <div><Ask kind token asked/></div> })
            .collect_view();
        view! { <div class="stack">{buttons}</div> }.into_any()
    };
    view! {
        <Outcome change/>
        {buttons}
        <Question found token asked change/>
    }
    .into_any()
}

/// A deed's button; off, with its reason, when it is not possible now.
#[component]
fn Ask(
    kind: ActionKind,
    token: Signal<TokenDetail>,
    asked: RwSignal<Option<ActionKind>>,
) -> impl IntoView {
    let (person, locale) = (use_person(), use_locale());
    let why = Signal::derive(move || {
        let person = person?;
        let actor = person.with(|person| Actor::Person {
            user: person.user,
            role: person.role,
        });
        let refusal = token
            .with(|token| facts(token).allows(actor, false, kind))
            .err();
        refusal.map(|refusal| refusal_words(&refusal, locale.get()))
    });
    let variant = match kind {
        ActionKind::Retire => ButtonVariant::Danger,
        _ => ButtonVariant::Secondary,
    };
    let words = t(deed_words(kind));
    view! {
        <Button id=kind.code() variant icon=icon(kind) disabled_reason=why on_click=move || asked.set(Some(kind))>
            {words}
        </Button>
    }
}

fn facts(token: &TokenDetail) -> TokenFacts {
    TokenFacts {
        status: token.status,
        holder: token.holder.as_ref().map(|(holder, ..)| *holder),
        circumstances: token.circumstances.clone(),
    }
}

/// The words of a deed's button.
pub const fn deed_words(kind: ActionKind) -> GrantMessage {
    match kind {
        ActionKind::Resend => GrantMessage::Resend,
        ActionKind::Block => GrantMessage::Block,
        ActionKind::ReplaceDevice => GrantMessage::Replace,
        ActionKind::Unassign => GrantMessage::Unassign,
        _ => GrantMessage::Retire,
    }
}

const fn icon(kind: ActionKind) -> IconName {
    match kind {
        ActionKind::Resend => IconName::Mail,
        ActionKind::Block => IconName::Lock,
        ActionKind::ReplaceDevice => IconName::Smartphone,
        ActionKind::Unassign => IconName::MinusCircle,
        _ => IconName::Archive,
    }
}

#[component]
fn Outcome(change: Change) -> impl IntoView {
    move || {
        change.value().get().map(|answer| match answer {
            Err(error) => view! { <ErrorNotice error/> }.into_any(),
            Ok(()) => {
                view! { <Notice kind=NoticeKind::Success title=t(GrantMessage::Done)/> }.into_any()
            }
        })
    }
}
