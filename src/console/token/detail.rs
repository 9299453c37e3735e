//! `/administracion/token-virtual/detalle/:serial`: one token and its history.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::activation::{Candidate, why_not};
use super::activation_request::{ActivationTarget, use_activation_request};
use super::facts::{PhysicalTokens, TokenFacts};
use super::history::History;
use super::tokens::crumbs;
use crate::api::token::show_token;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::loaded_or;
use crate::console::not_found::NotFound;
use crate::console::paths;
use crate::console::person::{use_is_admin, use_person};
use crate::domain::error::RequestError;
use crate::domain::token::TokenStatus;
use crate::domain::view::TokenDetail;
use crate::i18n::Message;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, Button, ButtonVariant, Crumb, DocumentTitle, IconName, Lifeline, LinkButton,
    Notice, PageTitle, Panel, SkeletonRows, t, t_with, use_locale,
};

/// The page.
#[component]
pub fn TokenDetailPage() -> impl IntoView {
    let params = use_params_map();
    let serial = Memo::new(move |_| params.with(|params| params.get("serial").unwrap_or_default()));
    let live = use_live();
    let token = asked(
        move || (serial.get(), live.tokens(), live.operations()),
        |(serial, ..)| show_token(serial),
    );
    let loading = t(TokenMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| token.refetch());
    loaded_or(token, waiting, failed(serial.into()), move |token| {
        view! { <Detail token again/> }.into_any()
    })
}

/// What stands where the token cannot be shown: the not-found page, or the
/// token's title and the error.
pub fn failed(
    serial: Signal<String>,
) -> impl Fn(RequestError, Callback<()>) -> AnyView + Send + Sync + 'static {
    move |error, retry| match error {
        RequestError::NotFound => view! { <NotFound/> }.into_any(),
        error => {
            let title = t_with(TokenMessage::DetailTitle, move || {
                vec![("serial", serial.get())]
            });
            view! { <PageTitle title/> <ErrorNotice error retry/> }.into_any()
        }
    }
}

#[component]
fn Detail(token: Signal<TokenDetail>, again: Callback<()>) -> impl IntoView {
    let serial = token.with_untracked(|token| token.serial);
    let title = t_with(TokenMessage::DetailTitle, move || {
        vec![("serial", serial.to_string())]
    });
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(serial.to_string(), paths::detail(serial)));
    let request = use_activation_request(again);
    let can_show = use_is_admin().get_untracked();
    let pending =
        Memo::new(move |_| token.with(|token| token.status == TokenStatus::PendingActivation));
    let why = use_why_not(token);
    let ask = move || request.ask(token.with_untracked(target));
    let (activate, requesting, back) = (
        t(TokenMessage::Activate),
        t(TokenMessage::Requesting),
        t(TokenMessage::BackToTable),
    );
    let actions = move || {
        move || {
            (can_show && pending.get()).then(|| {
                view! {
                    <Button
                        id="activar"
                        variant=ButtonVariant::Primary
                        icon=IconName::Check
                        disabled_reason=why
                        busy=request.pending()
                        busy_label=requesting
                        on_click=ask
                    >
                        {activate}
                    </Button>
                }
            })
        }
    };
    let status = Signal::derive(move || token.with(|token| token.status));
    let waits = t(TokenMessage::HasOpenOperation);
    let has_open = Memo::new(move |_| token.with(|token| token.has_open_operation));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title actions/>
        {request.notice()}
        {move || has_open.get().then(|| view! { <Notice title=waits/> })}
        <Lifeline status/>
        <div class="split">
            <Panel title=t(TokenMessage::FactsPanel)><TokenFacts token/></Panel>
            <Panel title=t(TokenMessage::PhysicalPanel)><PhysicalTokens token/></Panel>
        </div>
        <Panel title=t(TokenMessage::TimelinePanel)><History token/></Panel>
        <p><LinkButton href=paths::TOKENS icon=IconName::ArrowLeft>{back}</LinkButton></p>
    }
    .into_any()
}

/// What asks to activate `token`.
pub const fn target(token: &TokenDetail) -> ActivationTarget {
    ActivationTarget {
        token: token.id,
        serial: token.serial,
        version: token.version,
    }
}

/// Why the token cannot be activated now, in words.
pub fn use_why_not(token: Signal<TokenDetail>) -> Signal<Option<String>> {
    let (locale, person) = (use_locale(), use_person());
    Signal::derive(move || {
        let candidate = token.with(|token| Candidate {
            status: token.status,
            holder: token.holder.as_ref().map(|(user, ..)| *user),
            has_open_operation: token.has_open_operation,
        });
        let reason = match person {
            Some(person) => person.with(|person| why_not(person, candidate)),
            None => Some(TokenMessage::YourRole),
        };
        reason.map(|reason| reason.text(locale.get()).to_owned())
    })
}
