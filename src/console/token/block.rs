//! Blocking tokens at once: why, and what became of each.

use leptos::prelude::*;

use super::why_not::why_not_all;
use crate::api::token::block_tokens;
use crate::console::error_notice::ErrorNotice;
use crate::console::person::use_person;
use crate::console::words::block_reason_message;
use crate::domain::error::RequestError;
use crate::domain::token::{ActionKind, BlockReason};
use crate::domain::view::{SeenToken, TokenRow};
use crate::i18n::Message;
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Button, ButtonVariant, Dialog, IconName, Notice, NoticeKind, RadioCard, RadioGroup, t, t_with,
    use_locale,
};

/// What became of each token, by its user's name.
type Blocked = Vec<(String, Option<RequestError>)>;
type Block = Action<(Vec<TokenRow>, BlockReason), Result<Blocked, RequestError>>;

/// A request to block, and what became of it.
#[derive(Clone, Copy)]
pub struct BlockRequest {
    action: Block,
    reason: RwSignal<String>,
}

impl BlockRequest {
    /// Forgets what was answered.
    pub fn forget(self) {
        self.action.value().set(None);
        self.reason.set(String::new());
    }

    /// Whether the tokens were blocked, as far as they could be.
    fn done(self) -> Memo<bool> {
        let value = self.action.value();
        Memo::new(move |_| value.with(|value| matches!(value, Some(Ok(_)))))
    }
}

/// A request that nobody has made yet. `answered` runs after each answer, so
/// that the page shows what is true now.
pub fn use_block_request(answered: Callback<()>) -> BlockRequest {
    let action = Action::new(|(rows, reason): &(Vec<TokenRow>, BlockReason)| {
        let (rows, reason) = (rows.clone(), *reason);
        async move {
            let seen: Vec<SeenToken> = rows.iter().map(TokenRow::seen).collect();
            let outcomes = block_tokens(seen, reason).await?;
            let names = rows.into_iter().map(|row| row.username);
            Ok(names
                .zip(outcomes.into_iter().map(|outcome| outcome.error))
                .collect())
        }
    });
    Effect::new(move |_| {
        if action.value().get().is_some() {
            answered.run(());
        }
    });
    BlockRequest {
        action,
        reason: RwSignal::new(String::new()),
    }
}

/// The reason and the button, then the result.
#[component]
pub fn BlockForm(
    /// The tokens to block.
    rows: Signal<Vec<TokenRow>>,
    /// The request.
    request: BlockRequest,
) -> impl IntoView {
    let done = request.done();
    move || {
        if done.get() {
            view! { <BlockResult request/> }.into_any()
        } else {
            view! { <BlockQuestion rows request/> }.into_any()
        }
    }
}

#[component]
fn BlockQuestion(rows: Signal<Vec<TokenRow>>, request: BlockRequest) -> impl IntoView {
    let BlockRequest { action, reason } = request;
    let (locale, person) = (use_locale(), use_person());
    let why = Signal::derive(move || {
        let locale = locale.get();
        rows.with(|rows| why_not_all(person, rows, ActionKind::Block, locale))
            .or_else(|| {
                let missing = reason.with(String::is_empty);
                missing.then(|| Words::BlockWhyMissing.text(locale).to_owned())
            })
    });
    let press = move || {
        let chosen = reason.with_untracked(|reason| BlockReason::from_code(reason));
        if let Some(reason) = chosen
            && !action.pending().get_untracked()
        {
            action.dispatch((rows.get_untracked(), reason));
        }
    };
    let error = move || match action.value().get() {
        Some(Err(error)) => Some(view! { <ErrorNotice error/> }),
        Some(Ok(_)) | None => None,
    };
    let words = t(TokenMessage::Block);
    view! {
        <RadioGroup legend=t(Words::BlockWhy)>
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
        {error}
        <div class="cluster">
            <Button
                id="bloquear"
                variant=ButtonVariant::Danger
                icon=IconName::Lock
                disabled_reason=why
                busy=action.pending()
                busy_label=t(Words::Blocking)
                on_click=press
            >
                {words}
            </Button>
        </div>
    }
    .into_any()
}

#[component]
fn BlockResult(request: BlockRequest) -> impl IntoView {
    let answer = request.action.value().get_untracked();
    let outcomes = answer.and_then(Result::ok).unwrap_or_default();
    let (failed, blocked): (Vec<_>, Vec<_>) =
        outcomes.into_iter().partition(|(_, error)| error.is_some());
    let title = match blocked.as_slice() {
        [] => None,
        [(name, _)] => {
            let name = name.clone();
            Some(t_with(Words::BlockedOne, move || {
                vec![("name", name.clone())]
            }))
        }
        several => {
            let count = several.len().to_string();
            Some(t_with(Words::BlockedMany, move || {
                vec![("count", count.clone())]
            }))
        }
    };
    let failures = failed.into_iter().filter_map(|(name, error)| {
        let title = t_with(Words::NotBlocked, move || vec![("name", name.clone())]);
        error.map(|error| view! { <p>{title}</p> <ErrorNotice error/> })
    });
    view! {
        {title.map(|title| view! {
            <Notice kind=NoticeKind::Success title><p>{t(Words::BlockedLead)}</p></Notice>
        })}
        {failures.collect_view()}
    }
    .into_any()
}

/// The same over the table, for the chosen rows.
#[component]
pub fn BlockDialog(
    /// The chosen rows.
    rows: Signal<Vec<TokenRow>>,
    /// Whether it is open, both ways.
    open: RwSignal<bool>,
    /// The request.
    request: BlockRequest,
) -> impl IntoView {
    let lead = t_with(Words::BlockManyLead, move || {
        let names = rows.with(|rows| {
            let names: Vec<_> = rows.iter().map(|row| row.username.as_str()).collect();
            names.join(", ")
        });
        vec![("names", names)]
    });
    let done = request.done();
    view! {
        <Dialog id="bloquear-elegidos" open title=t(Words::BlockManyTitle)>
            {move || (!done.get()).then(|| view! { <p>{lead}</p> })}
            <BlockForm rows request/>
        </Dialog>
    }
    .into_any()
}
