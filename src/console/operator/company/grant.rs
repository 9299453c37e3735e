//! Granting tokens to a company: how many, and which serials they got.

use leptos::prelude::*;

use crate::api::company::grant_tokens;
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::domain::error::{FieldName, RequestError};
use crate::domain::grant::{GrantOrder, Granted, check_count};
use crate::domain::view::CompanyDetail;
use crate::i18n::Message;
use crate::i18n::console_grant::GrantMessage;
use crate::ui::{
    Button, ButtonVariant, Dialog, Field, IconName, Notice, NoticeKind, TextInput, TextKind, t,
    t_with, use_locale,
};

type Grant = Action<GrantOrder, Result<Granted, RequestError>>;

/// The button, what it asks, and what was granted.
#[component]
pub fn GrantTokens(company: Signal<CompanyDetail>, again: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let grant: Grant = Action::new(|order: &GrantOrder| {
        let order = order.clone();
        async move {
            match check_count(&order.count) {
                Err(wrong) => Err(RequestError::Invalid(vec![wrong])),
                Ok(_) => grant_tokens(order).await,
            }
        }
    });
    Effect::new(move |_| {
        let closes = grant
            .value()
            .with(|answer| !matches!(answer, None | Some(Err(RequestError::Invalid(_)))));
        if closes {
            open.set(false);
            again.run(());
        }
    });
    let words = t(GrantMessage::Grant);
    view! {
        <p>
            <Button id="entregar" variant=ButtonVariant::Primary icon=IconName::Plus on_click=move || open.set(true)>
                {words}
            </Button>
        </p>
        <Outcome grant/>
        <Question company open grant/>
    }
    .into_any()
}

#[component]
fn Question(company: Signal<CompanyDetail>, open: RwSignal<bool>, grant: Grant) -> impl IntoView {
    let count = RwSignal::new(String::new());
    let title = t_with(GrantMessage::GrantTitle, move || {
        vec![("name", company.with(|company| company.name.clone()))]
    });
    let errors = FormErrors::new(Signal::derive(move || {
        grant.value().get().and_then(Result::err)
    }));
    let busy = grant.pending();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            grant.dispatch(GrantOrder {
                company: company.with_untracked(|company| company.id),
                count: count.get_untracked(),
                seen_granted: company.with_untracked(|company| company.stock.granted()),
            });
        }
    };
    Effect::new(move |_| {
        if open.get() {
            count.set(String::new());
            grant.value().set(None);
        }
    });
    let words = t(GrantMessage::Grant);
    view! {
        <Dialog id="entregar-tokens" open title>
            <form class="form" method="post" novalidate="" on:submit=send>
                <p>{t(GrantMessage::GrantLead)}</p>
                <Field id="cantidad" label=t(GrantMessage::Count) hint=t(GrantMessage::CountHint) error=errors.beside(FieldName::TokenCount)>
                    <TextInput name="count" value=count kind=TextKind::Number/>
                </Field>
                <div class="dialog-actions">
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Check busy busy_label=t(GrantMessage::Granting)>
                        {words}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Outcome(grant: Grant) -> impl IntoView {
    move || match grant.value().get() {
        None | Some(Err(RequestError::Invalid(_))) => ().into_any(),
        Some(Err(error)) => view! { <ErrorNotice error/> }.into_any(),
        Some(Ok(granted)) => {
            view! { <Notice kind=NoticeKind::Success title=granted_words(granted)/> }.into_any()
        }
    }
}

/// How many tokens with which serials.
pub fn granted_words(granted: Granted) -> Signal<String> {
    let locale = use_locale();
    Signal::derive(move || {
        let words = match granted.count {
            1 => GrantMessage::GrantedOne,
            _ => GrantMessage::Granted,
        };
        words.fill(
            locale.get(),
            &[
                ("count", granted.count.to_string().as_str()),
                ("first", granted.first.to_string().as_str()),
                ("last", granted.last.to_string().as_str()),
            ],
        )
    })
}
