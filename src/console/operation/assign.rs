//! `/administracion/token-virtual/asignar`: the wizard of steps 2 to 5.

use leptos::prelude::*;

use super::choose::ChooseUser;
use super::progress::Progress;
use super::request::{NoSuchRequest, Requested, use_requested};
use crate::api::token::list_tokens;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::support::SupportPanel;
use crate::console::token::tokens::crumbs;
use crate::domain::error::RequestError;
use crate::domain::table::TokenQuery;
use crate::i18n::console_error::ErrorMessage;
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, Crumb, DocumentTitle, EmptyState, LinkButton, PageTitle, SkeletonRows, WizardSteps,
    t,
};

/// The page.
#[component]
pub fn AssignPage() -> impl IntoView {
    let requested = use_requested();
    let title = t(OperationMessage::AssignTitle);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(title, paths::ASSIGN));
    let is_admin = use_is_admin();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
        {move || if is_admin.get() {
            step(requested.get())
        } else {
            view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any()
        }}
    }
    .into_any()
}

fn step(requested: Requested) -> AnyView {
    match requested {
        Requested::Nothing => view! { <FirstStep/> }.into_any(),
        Requested::Unreadable => view! { <NoSuchRequest start=paths::ASSIGN/> }.into_any(),
        Requested::Operation(operation) => view! {
            <Progress operation first_step=OperationMessage::StepChoose start=paths::ASSIGN.to_owned()/>
        }
        .into_any(),
    }
}

/// Choosing the user, unless there is no token to give.
#[component]
fn FirstStep() -> impl IntoView {
    let live = use_live();
    let available = asked(
        move || live.tokens(),
        |_| async {
            let page = list_tokens(TokenQuery::default()).await?;
            Ok(page.stock.available)
        },
    );
    let loading = t(OperationMessage::LoadingUsers);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let steps = vec![
        t(OperationMessage::StepChoose),
        t(OperationMessage::StepConfirm),
        t(OperationMessage::StepResult),
    ];
    view! {
        <WizardSteps steps current=1_usize/>
        {loaded(available, waiting, |available: Signal<u64>| {
            let none = Memo::new(move |_| available.get() == 0);
            (move || if none.get() {
                view! { <NoneAvailable/> }.into_any()
            } else {
                view! { <ChooseUser/> }.into_any()
            })
            .into_any()
        })}
    }
    .into_any()
}

/// No token to give: what to do about it.
#[component]
fn NoneAvailable() -> impl IntoView {
    let back = t(TokenMessage::BackToTable);
    let actions = move || view! { <LinkButton href=paths::TOKENS>{back}</LinkButton> };
    view! {
        <EmptyState title=t(ErrorMessage::NoTokenTitle) lead=t(ErrorMessage::NoTokenLead) actions/>
        <SupportPanel/>
    }
    .into_any()
}
