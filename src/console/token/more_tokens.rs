//! *Solicitar más tokens*: asking the bank, and what it answered.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::token_request::{request_tokens, show_token_request, withdraw_token_request};
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::person::{use_is_admin, use_person};
use crate::domain::error::{FieldName, RequestError};
use crate::domain::time::Timestamp;
use crate::domain::token_request::{TokenRequestDraft, TokenRequestState};
use crate::domain::view::{SeenTokenRequest, TokenRequestView};
use crate::i18n::console_request::TokenRequestMessage as Words;
use crate::ui::{
    Button, ButtonVariant, Dialog, Field, IconName, Notice, NoticeKind, TextInput, TextKind,
    Waiting, t, t_with,
};

/// For how long an answer of the bank stays on the screen.
const ANSWER_SHOWN: Duration = Duration::from_secs(7 * 86_400);

type Ask = Action<TokenRequestDraft, Result<(), RequestError>>;
type Withdraw = Action<SeenTokenRequest, Result<(), RequestError>>;

/// The button, or the request that waits; and the bank's last answer.
#[component]
pub fn MoreTokens() -> impl IntoView {
    let live = use_live();
    let newest = asked(move || live.token_requests(), |_| show_token_request());
    let loading = t(Words::Loading);
    let waiting = move || view! { <Waiting label=loading/> }.into_any();
    let again = Callback::new(move |()| newest.refetch());
    loaded(newest, waiting, move |newest| {
        view! { <Standing newest again/> }.into_any()
    })
}

/// What there is to show of the newest request.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    Nothing,
    Open,
    Answered,
}

fn standing(newest: Option<&TokenRequestView>, now: Option<Timestamp>) -> Standing {
    let is_recent = |at: Timestamp| now.is_none_or(|now| now.since(at) < ANSWER_SHOWN);
    match newest.map(|newest| &newest.state) {
        Some(TokenRequestState::Open) => Standing::Open,
        Some(TokenRequestState::Granted { at, .. } | TokenRequestState::Declined { at, .. })
            if is_recent(*at) =>
        {
            Standing::Answered
        }
        _ => Standing::Nothing,
    }
}

#[component]
fn Standing(newest: Signal<Option<TokenRequestView>>, again: Callback<()>) -> impl IntoView {
    let is_admin = use_is_admin().get_untracked();
    let person = use_person();
    let what = Memo::new(move |_| {
        let now = person.map(|person| person.with(|person| person.server_time));
        newest.with(|newest| standing(newest.as_ref(), now))
    });
    let is_open = Memo::new(move |_| what.get() == Standing::Open);
    view! {
        {move || match what.get() {
            Standing::Nothing => ().into_any(),
            Standing::Open => view! { <OpenRequest newest again is_admin/> }.into_any(),
            Standing::Answered => view! { <Answered newest/> }.into_any(),
        }}
        {move || (is_admin && !is_open.get()).then(|| view! { <AskForMore again/> })}
    }
    .into_any()
}

#[component]
fn OpenRequest(
    newest: Signal<Option<TokenRequestView>>,
    again: Callback<()>,
    is_admin: bool,
) -> impl IntoView {
    let withdraw: Withdraw = Action::new(|seen: &SeenTokenRequest| withdraw_token_request(*seen));
    Effect::new(move |_| {
        if withdraw.value().with(Option::is_some) {
            again.run(());
        }
    });
    let count =
        Memo::new(move |_| newest.with(|newest| newest.as_ref().map_or(0, |newest| newest.tokens)));
    let one = t(Words::OpenOne);
    let many = t_with(Words::Open, move || {
        vec![("count", count.get().to_string())]
    });
    let title = Signal::derive(move || {
        if count.get() == 1 {
            one.get()
        } else {
            many.get()
        }
    });
    let lead = t_with(Words::OpenLead, move || {
        newest.with(|newest| {
            let newest = newest.as_ref();
            vec![
                (
                    "name",
                    newest
                        .map(|newest| newest.requested_by.clone())
                        .unwrap_or_default(),
                ),
                (
                    "when",
                    newest
                        .map(|newest| newest.requested_at.to_minute_text())
                        .unwrap_or_default(),
                ),
            ]
        })
    });
    let press = move || {
        if let Some(seen) =
            newest.with_untracked(|newest| newest.as_ref().map(|newest| newest.seen))
        {
            withdraw.dispatch(seen);
        }
    };
    let words = t(Words::Withdraw);
    view! {
        <Notice title>
            <p>{lead}</p>
            {is_admin.then(|| view! {
                <p><Button id="retirar-solicitud" small=true busy=withdraw.pending() on_click=press>{words}</Button></p>
            })}
        </Notice>
        {move || match withdraw.value().get() {
            Some(Err(error)) => Some(view! { <ErrorNotice error/> }),
            Some(Ok(())) | None => None,
        }}
    }
    .into_any()
}

/// The bank's answer.
#[component]
fn Answered(newest: Signal<Option<TokenRequestView>>) -> impl IntoView {
    move || {
        let newest = newest.get()?;
        let asked = newest.tokens;
        Some(match newest.state {
            TokenRequestState::Granted { tokens, at } => {
                let words = if tokens == 1 {
                    Words::GrantedOne
                } else {
                    Words::Granted
                };
                let title = t_with(words, move || {
                    vec![("count", tokens.to_string()), ("when", at.to_minute_text())]
                });
                let asked_for = t_with(Words::AskedFor, move || vec![("count", asked.to_string())]);
                view! {
                    <Notice kind=NoticeKind::Success title>
                        {(asked != tokens).then(|| view! { <p>{asked_for}</p> })}
                    </Notice>
                }
                .into_any()
            }
            TokenRequestState::Declined { reason, .. } => {
                let words = if asked == 1 {
                    Words::DeclinedOne
                } else {
                    Words::Declined
                };
                let title = t_with(words, move || vec![("count", asked.to_string())]);
                let why = t_with(Words::Reason, move || vec![("reason", reason.clone())]);
                view! { <Notice kind=NoticeKind::Warning title><p>{why}</p></Notice> }.into_any()
            }
            TokenRequestState::Open | TokenRequestState::Withdrawn { .. } => ().into_any(),
        })
    }
}

/// The button and its form.
#[component]
fn AskForMore(again: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let (count, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let ask: Ask = Action::new(|draft: &TokenRequestDraft| {
        let draft = draft.clone();
        async move {
            match draft.check() {
                Err(wrong) => Err(RequestError::Invalid(wrong)),
                Ok(_) => request_tokens(draft).await,
            }
        }
    });
    Effect::new(move |_| {
        let ends = ask
            .value()
            .with(|answer| matches!(answer, Some(Ok(()) | Err(RequestError::Conflict(_)))));
        if ends {
            again.run(());
        }
    });
    let errors = FormErrors::new(Signal::derive(move || {
        ask.value().get().and_then(Result::err)
    }));
    let beyond = errors.beyond_fields();
    let busy = ask.pending();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            ask.dispatch(TokenRequestDraft {
                tokens: count.get_untracked(),
                note: note.get_untracked(),
            });
        }
    };
    let (words, submit) = (t(Words::Ask), t(Words::Send));
    view! {
        <p>
            <Button id="solicitar-tokens" icon=IconName::Plus on_click=move || open.set(true)>{words}</Button>
        </p>
        <Dialog id="solicitud-de-tokens" open title=words>
            {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
            <form class="form" method="post" novalidate="" on:submit=send>
                <p>{t(Words::AskLead)}</p>
                <Field id="cuantos" label=t(Words::Count) hint=t(Words::CountHint) error=errors.beside(FieldName::TokenCount)>
                    <TextInput name="tokens" value=count kind=TextKind::Number/>
                </Field>
                <Field id="comentario" label=t(Words::Note) optional=true error=errors.beside(FieldName::Note)>
                    <TextInput name="note" value=note max_length=300/>
                </Field>
                <div class="cluster">
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Check busy busy_label=t(Words::Sending)>
                        {submit}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
