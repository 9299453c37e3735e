//! `/administracion/token-virtual/:action/:serial`: one change of one token,
//! from what it will do to its result; among them steps 8 and 9 of the process.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::at_once::{BlockNow, ResendNow};
use super::consequences::title;
use super::progress::Progress;
use super::request::{NoSuchRequest, Requested, use_requested};
use super::review::{Review, What};
use crate::api::token::show_token;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::{kept, loaded_or};
use crate::console::not_found::NotFound;
use crate::console::paths;
use crate::console::token::detail::failed;
use crate::console::token::tokens::crumbs;
use crate::console::token::{ScreenAction, action_at};
use crate::domain::table::escape;
use crate::domain::token::ActionKind;
use crate::domain::view::TokenDetail;
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Breadcrumb, Crumb, DocumentTitle, LinkButton, Notice, NoticeKind, PageTitle, SkeletonRows, t,
    t_with,
};

/// The page.
#[component]
pub fn ChangePage() -> impl IntoView {
    let params = use_params_map();
    let part = move |name: &'static str| {
        Memo::new(move |_| params.with(|params| params.get(name).unwrap_or_default()))
    };
    let (segment, serial) = (part("action"), part("serial"));
    let requested = use_requested();
    move || match segment.with(|segment| action_at(segment)) {
        Some(action) => step(action, serial.into(), requested.get()),
        None => view! { <NotFound/> }.into_any(),
    }
}

fn step(action: ScreenAction, serial: Signal<String>, requested: Requested) -> AnyView {
    let start = move || {
        let serial = escape(&serial.get_untracked());
        format!("{}/{}/{serial}", paths::TOKENS, action.segment)
    };
    match requested {
        Requested::Nothing => view! { <Before action serial/> }.into_any(),
        Requested::Unreadable => view! {
            <Head action serial/>
            <NoSuchRequest start=start()/>
        }
        .into_any(),
        Requested::Operation(operation) => view! {
            <Head action serial/>
            <Progress operation first_step=OperationMessage::StepReview start=start()/>
        }
        .into_any(),
    }
}

#[component]
fn Head(action: ScreenAction, serial: Signal<String>) -> impl IntoView {
    let title = t_with(title(action.kind), move || vec![("serial", serial.get())]);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::name(title));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
    }
    .into_any()
}

/// What will be done, before it is.
#[component]
fn Before(action: ScreenAction, serial: Signal<String>) -> impl IntoView {
    let live = use_live();
    let token = asked(
        move || (serial.get(), live.tokens(), live.operations()),
        |(serial, ..)| show_token(serial),
    );
    let loading = t(TokenMessage::Loading);
    let waiting = move || view! { <SkeletonRows rows=3 label=loading/> }.into_any();
    let again = Callback::new(move |()| token.refetch());
    loaded_or(token, waiting, failed(serial), move |token| {
        view! { <Head action serial/> {question(action, token, again)} }.into_any()
    })
}

/// The question for a token that somebody holds. Once nobody does any more, it
/// stays as it was, switched off.
fn question(action: ScreenAction, token: Signal<TokenDetail>, again: Callback<()>) -> AnyView {
    let Some(row) = token.with_untracked(TokenDetail::row) else {
        return view! { <HeldByNobody token/> }.into_any();
    };
    let what = What {
        action,
        token,
        row: kept(row, move || token.with(TokenDetail::row)),
        again,
    };
    match action.kind {
        ActionKind::Block => view! { <BlockNow what/> }.into_any(),
        ActionKind::Resend => view! { <ResendNow what/> }.into_any(),
        _ => view! { <Review what/> }.into_any(),
    }
}

#[component]
fn HeldByNobody(token: Signal<TokenDetail>) -> impl IntoView {
    let href = token.with_untracked(|token| paths::detail(token.serial));
    let see = t(OperationMessage::SeeToken);
    let actions = move || view! { <LinkButton href>{see}</LinkButton> };
    view! { <Notice kind=NoticeKind::Warning title=t(TokenMessage::NoHolder) actions/> }.into_any()
}
