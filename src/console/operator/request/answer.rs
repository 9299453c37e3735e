//! Granting or declining a request.

use leptos::prelude::*;

use crate::api::token_request::{decline_token_request, grant_token_request};
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::domain::error::{FieldName, RequestError};
use crate::domain::view::{SeenTokenRequest, WaitingTokenRequest};
use crate::i18n::console_request::TokenRequestMessage as Words;
use crate::ui::{
    Button, ButtonVariant, Dialog, Field, IconName, Notice, NoticeKind, TextInput, TextKind, t,
    t_with,
};

/// What an operator answers, with what they typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Deed {
    Grant(String),
    Decline(String),
}

/// `true` when tokens were granted.
type Send = Action<(SeenTokenRequest, Deed), Result<bool, RequestError>>;

/// The request that is being answered.
#[derive(Clone, Copy)]
pub struct Answer {
    request: RwSignal<Option<WaitingTokenRequest>>,
    open: RwSignal<bool>,
    count: RwSignal<String>,
    reason: RwSignal<String>,
    send: Send,
}

impl Answer {
    /// Opens the question about `request`.
    pub fn ask(self, request: WaitingTokenRequest) {
        self.count.set(request.request.tokens.to_string());
        self.reason.set(String::new());
        self.send.value().set(None);
        self.request.set(Some(request));
        self.open.set(true);
    }

    fn answer(self, deed: Deed) {
        let seen = self
            .request
            .with_untracked(|request| request.as_ref().map(|request| request.request.seen));
        if let Some(seen) = seen.filter(|_| !self.send.pending().get_untracked()) {
            self.send.dispatch((seen, deed));
        }
    }
}

/// No request yet. `again` runs after each answer that ended one.
pub fn use_answer(again: Callback<()>) -> Answer {
    let send: Send = Action::new(|(seen, deed): &(SeenTokenRequest, Deed)| {
        let (seen, deed) = (*seen, deed.clone());
        async move {
            match deed {
                Deed::Grant(count) => grant_token_request(seen, count).await.map(|()| true),
                Deed::Decline(reason) => decline_token_request(seen, reason).await.map(|()| false),
            }
        }
    });
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let ends = send
            .value()
            .with(|answer| !matches!(answer, None | Some(Err(RequestError::Invalid(_)))));
        if ends {
            open.set(false);
            again.run(());
        }
    });
    Answer {
        request: RwSignal::new(None),
        open,
        count: RwSignal::new(String::new()),
        reason: RwSignal::new(String::new()),
        send,
    }
}

/// The question: how many, or why not.
#[component]
pub fn AnswerDialog(answer: Answer) -> impl IntoView {
    let Answer {
        request,
        open,
        count,
        reason,
        send,
    } = answer;
    let of = move |tell: fn(&WaitingTokenRequest) -> String| {
        request.with(|request| request.as_ref().map(tell).unwrap_or_default())
    };
    let title = t_with(Words::AnswerTitle, move || {
        vec![("name", of(|request| request.company.name.clone()))]
    });
    let lead = t_with(Words::AnswerLead, move || {
        vec![
            ("count", of(|request| request.request.tokens.to_string())),
            ("total", of(|request| request.total.to_string())),
            ("available", of(|request| request.available.to_string())),
        ]
    });
    let note = move || of(|request| request.request.note.clone());
    let said = t_with(Words::Said, move || vec![("note", note())]);
    let errors = FormErrors::new(Signal::derive(move || {
        send.value().get().and_then(Result::err)
    }));
    let busy = send.pending();
    let grant = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        answer.answer(Deed::Grant(count.get_untracked()));
    };
    let decline = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        answer.answer(Deed::Decline(reason.get_untracked()));
    };
    let (yes, no) = (t(Words::Grant), t(Words::Decline));
    view! {
        <Dialog id="responder-solicitud" open title>
            <p>{lead}</p>
            {move || (!note().is_empty()).then(|| view! { <p>{said}</p> })}
            <form class="form" method="post" novalidate="" on:submit=grant>
                <Field id="por-entregar" label=t(Words::GrantCount) hint=t(Words::GrantHint) error=errors.beside(FieldName::TokenCount)>
                    <TextInput name="count" value=count kind=TextKind::Number/>
                </Field>
                <p>
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Check busy busy_label=t(Words::Answering)>{yes}</Button>
                </p>
            </form>
            <form class="form" method="post" novalidate="" on:submit=decline>
                <Field id="motivo-negativa" label=t(Words::DeclineReason) hint=t(Words::DeclineHint) error=errors.beside(FieldName::DeclineReason)>
                    <TextInput name="reason" value=reason max_length=300/>
                </Field>
                <p><Button submit=true variant=ButtonVariant::Danger busy busy_label=t(Words::Answering)>{no}</Button></p>
            </form>
        </Dialog>
    }
    .into_any()
}

/// What became of the last answer.
#[component]
pub fn Outcome(answer: Answer) -> impl IntoView {
    let value = answer.send.value();
    move || match value.get() {
        None | Some(Err(RequestError::Invalid(_))) => ().into_any(),
        Some(Err(error)) => view! { <ErrorNotice error/> }.into_any(),
        Some(Ok(granted)) => {
            let done = if granted {
                Words::GrantDone
            } else {
                Words::DeclineDone
            };
            view! { <Notice kind=NoticeKind::Success title=t(done)/> }.into_any()
        }
    }
}
