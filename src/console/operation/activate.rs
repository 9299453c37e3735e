//! `/administracion/token-virtual/activar/:serial`: steps 8 and 9 of the
//! process.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::progress::Progress;
use super::request::{NoSuchRequest, Requested, use_requested};
use crate::api::token::show_token;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded_or;
use crate::console::paths;
use crate::console::return_path::escape;
use crate::console::token::detail::{failed, target, use_why_not};
use crate::console::token::tokens::crumbs;
use crate::console::token::use_activation_request;
use crate::domain::view::TokenDetail;
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, Button, ButtonVariant, Crumb, DocumentTitle, IconName, KeyValue, KeyValueList,
    LinkButton, PageTitle, Panel, SkeletonRows, StateBadge, WizardSteps, t, t_with,
};

/// The page.
#[component]
pub fn ActivatePage() -> impl IntoView {
    let params = use_params_map();
    let serial = Memo::new(move |_| params.with(|params| params.get("serial").unwrap_or_default()));
    let requested = use_requested();
    let here = move || {
        format!(
            "{}/activar/{}",
            paths::TOKENS,
            escape(&serial.get_untracked())
        )
    };
    move || match requested.get() {
        Requested::Nothing => view! { <Review serial=serial.into()/> }.into_any(),
        Requested::Unreadable => view! {
            <Head serial=serial.into()/>
            <NoSuchRequest start=here()/>
        }
        .into_any(),
        Requested::Operation(operation) => view! {
            <Head serial=serial.into()/>
            <Progress operation first_step=OperationMessage::StepReview start=here()/>
        }
        .into_any(),
    }
}

#[component]
fn Head(serial: Signal<String>) -> impl IntoView {
    let title = t_with(OperationMessage::ActivateTitle, move || {
        vec![("serial", serial.get())]
    });
    let mut crumbs = crumbs();
    crumbs.push(Crumb::name(title));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
    }
    .into_any()
}

/// What will be asked for, before it is.
#[component]
fn Review(serial: Signal<String>) -> impl IntoView {
    let live = use_live();
    let token = asked(
        move || (serial.get(), live.tokens(), live.operations()),
        |(serial, ..)| show_token(serial),
    );
    let loading = t(TokenMessage::Loading);
    let waiting = move || view! { <SkeletonRows rows=3 label=loading/> }.into_any();
    let again = Callback::new(move |()| token.refetch());
    loaded_or(token, waiting, failed(serial), move |token| {
        view! { <Head serial/> <Ask token again/> }.into_any()
    })
}

#[component]
fn Ask(token: Signal<TokenDetail>, again: Callback<()>) -> impl IntoView {
    let request = use_activation_request(again);
    let why = use_why_not(token);
    let serial = token.with_untracked(|token| token.serial);
    let holder = move || match token.get().holder {
        Some((_, username, full_name)) => format!("{username} · {full_name}"),
        None => String::new(),
    };
    let steps = vec![
        t(OperationMessage::StepReview),
        t(OperationMessage::StepConfirm),
        t(OperationMessage::StepResult),
    ];
    let (activate, back) = (t(OperationMessage::Activate), t(TokenMessage::BackToTable));
    let ask = move || request.ask(token.with_untracked(target));
    view! {
        <WizardSteps steps current=1_usize/>
        <Panel>
            <p>{t(OperationMessage::ActivateLead)}</p>
            <KeyValueList>
                <KeyValue name=t(TokenMessage::Serial) mono=true>{serial.to_string()}</KeyValue>
                <KeyValue name=t(TokenMessage::Holder)>{holder}</KeyValue>
                <KeyValue name=t(TokenMessage::State)>
                    <StateBadge status=Signal::derive(move || token.with(|token| token.status))/>
                </KeyValue>
            </KeyValueList>
            {request.notice()}
            <div class="cluster">
                <Button
                    id="activar"
                    variant=ButtonVariant::Primary
                    icon=IconName::Check
                    disabled_reason=why
                    busy=request.pending()
                    busy_label=t(TokenMessage::Requesting)
                    on_click=ask
                >
                    {activate}
                </Button>
                <LinkButton href=paths::TOKENS variant=ButtonVariant::Quiet>{back}</LinkButton>
            </div>
        </Panel>
    }
    .into_any()
}
