//! `/administracion/token-virtual/detalle/:serial`: one token and its history.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::actions::ActionItems;
use super::change_request::{ChangeRequest, ChangeTarget, use_change_request};
use super::facts::{PhysicalTokens, TokenFacts};
use super::history::History;
use super::tokens::crumbs;
use super::why_not::use_why_not;
use crate::api::token::show_token;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::{kept, loaded_or};
use crate::console::not_found::NotFound;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::table::href;
use crate::domain::error::RequestError;
use crate::domain::operation::OperationKind;
use crate::domain::table::{AuditFilter, AuditQuery};
use crate::domain::token::{ActionKind, TokenStatus};
use crate::domain::view::{TokenDetail, TokenRow};
use crate::i18n::console_audit::AuditMessage;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, Button, ButtonVariant, Crumb, DocumentTitle, IconName, Lifeline, LinkButton, Menu,
    Notice, PageTitle, Panel, SkeletonRows, t, t_with,
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
    let request = use_change_request(again);
    let is_admin = use_is_admin().get_untracked();
    let is_held = Memo::new(move |_| token.with(|token| token.holder.is_some()));
    let actions = move || {
        move || {
            let row = token.with_untracked(TokenDetail::row);
            row.filter(|_| is_admin && is_held.get())
                .map(|row| view! { <Actions token row request/> })
        }
    };
    let status = Signal::derive(move || token.with(|token| token.status));
    let waits = t(TokenMessage::HasOpenOperation);
    let has_open = Memo::new(move |_| token.with(|token| token.circumstances.has_open_operation));
    let back = t(TokenMessage::BackToTable);
    let see_all = t(AuditMessage::SeeAll);
    let log = href(
        paths::LOG,
        &AuditQuery {
            filter: AuditFilter::of_token(serial),
            ..AuditQuery::default()
        },
    );
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title actions/>
        {request.notice()}
        {move || has_open.get().then(|| view! { <Notice title=waits/> })}
        <Lifeline status to_admin=is_admin/>
        <div class="split">
            <Panel title=t(TokenMessage::FactsPanel)><TokenFacts token/></Panel>
            <Panel title=t(TokenMessage::PhysicalPanel)><PhysicalTokens token/></Panel>
        </div>
        <Panel title=t(TokenMessage::TimelinePanel)>
            <History token/>
            <p><LinkButton href=log icon=IconName::Book>{see_all}</LinkButton></p>
        </Panel>
        <p><LinkButton href=paths::TOKENS icon=IconName::ArrowLeft>{back}</LinkButton></p>
    }
    .into_any()
}

/// What can be done with a token that somebody holds: **Activar** when that is
/// what it waits for, and the rest in a menu.
#[component]
fn Actions(token: Signal<TokenDetail>, row: TokenRow, request: ChangeRequest) -> impl IntoView {
    let row = kept(row, move || token.with(TokenDetail::row));
    let is_pending =
        Memo::new(move |_| row.with(|row| row.status == TokenStatus::PendingActivation));
    let why = use_why_not(row, ActionKind::Activate);
    let ask = move || {
        request.ask(row.with_untracked(|row| ChangeTarget::of(row, OperationKind::Activate)))
    };
    let (activate, requesting) = (t(TokenMessage::Activate), t(TokenMessage::Requesting));
    view! {
        {move || is_pending.get().then(|| view! {
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
        })}
        <Menu label=t(TableMessage::MoreActions)>
            <ActionItems row request/>
        </Menu>
    }
    .into_any()
}
