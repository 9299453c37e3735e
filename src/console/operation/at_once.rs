//! What is done to a token without a confirmation: blocking it, and sending its
//! invitation again.

use leptos::prelude::*;

use super::consequences::Consequences;
use super::outcome::NextOfSelection;
use super::review::What;
use crate::api::token::resend_invitation;
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::console::token::{BlockForm, use_block_request, use_why_not};
use crate::domain::token::ActionKind;
use crate::domain::view::{NamedToken, SeenToken};
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{Button, ButtonVariant, LinkButton, Notice, NoticeKind, Panel, t, t_with};

/// Blocks the token of the page.
#[component]
pub fn BlockNow(what: What) -> impl IntoView {
    let request = use_block_request(what.again);
    let tokens = Signal::derive(move || vec![NamedToken::from(what.row.get())]);
    let why_not = use_why_not(what.row, ActionKind::Block);
    view! {
        <Panel>
            <Consequences what/>
            <BlockForm tokens why_not request/>
            <Ways what/>
        </Panel>
    }
    .into_any()
}

/// Sends the invitation of the page's token again.
#[component]
pub fn ResendNow(what: What) -> impl IntoView {
    let resend = Action::new(|seen: &SeenToken| resend_invitation(*seen));
    Effect::new(move |_| {
        if resend.value().get().is_some() {
            what.again.run(());
        }
    });
    let error = move || resend.value().get().and_then(Result::err);
    let done = Memo::new(move |_| resend.value().with(|value| matches!(value, Some(Ok(())))));
    let press = move || {
        if !resend.pending().get_untracked() {
            resend.dispatch(what.row.with_untracked(|row| row.seen()));
        }
    };
    let why = use_why_not(what.row, what.action.kind);
    let resent = t_with(Words::ResentTitle, move || {
        vec![("name", what.row.with(|row| row.username.clone()))]
    });
    let (words, resending, lead) = (
        t(what.action.word),
        t(Words::Resending),
        t(Words::ResentLead),
    );
    let button = move || {
        view! {
            <Button
                id=what.action.segment
                variant=what.variant()
                icon=what.action.icon
                disabled_reason=why
                busy=resend.pending()
                busy_label=resending
                on_click=press
            >
                {words}
            </Button>
        }
    };
    view! {
        <Panel>
            <Consequences what/>
            {move || error().map(|error| view! { <ErrorNotice error/> })}
            {move || if done.get() {
                view! {
                    <Notice kind=NoticeKind::Success title=resent><p>{lead}</p></Notice>
                    <NextOfSelection kind=Some(what.action.kind) variant=ButtonVariant::Primary/>
                }
                .into_any()
            } else {
                view! { <div class="cluster">{button()}</div> }.into_any()
            }}
            <Ways what/>
        </Panel>
    }
    .into_any()
}

/// To the token's page, and back to the table.
#[component]
fn Ways(what: What) -> impl IntoView {
    let href = paths::detail(what.row.with_untracked(|row| row.serial));
    let (see, back) = (t(Words::SeeToken), t(TokenMessage::BackToTable));
    view! {
        <div class="cluster">
            <LinkButton href=paths::TOKENS>{back}</LinkButton>
            <LinkButton href variant=ButtonVariant::Quiet>{see}</LinkButton>
        </div>
    }
    .into_any()
}
