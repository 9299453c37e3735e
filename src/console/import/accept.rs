//! What is done with the rows that can be done: written, or handed to the
//! request that the tables lead to.

use leptos::prelude::*;

use super::block::BlockRows;
use super::state::Import;
use crate::console::error_notice::ErrorNotice;
use crate::console::token::{ChangeTarget, use_change_request};
use crate::console::user::use_assign_request;
use crate::domain::id::UserId;
use crate::domain::import::{ImportKind, ReportRow, RowPlan};
use crate::domain::operation::OperationKind;
use crate::domain::view::NamedToken;
use crate::i18n::Message;
use crate::i18n::console_import::ImportMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{Button, ButtonVariant, Checkbox, IconName, LinkButton, t, t_with, use_locale};

/// The foot of the dry run.
#[component]
pub fn Accept(import: Import, leave: &'static str) -> impl IntoView {
    let refused = Memo::new(move |_| import.tally().refused);
    let label = t_with(Words::LeaveOut, move || {
        vec![("count", refused.get().to_string())]
    });
    let hint = t(Words::LeaveOutHint);
    let hint = Signal::derive(move || Some(hint.get()));
    let effective = Memo::new(move |_| import.tally().effective() > 0);
    let asks = move || refused.get() > 0 && effective.get() && !import.is_blocked.get();
    let kind = import.kind.get_untracked();
    view! {
        {move || asks().then(|| view! {
            <Checkbox id="dejar-por-fuera" name="dejar-por-fuera" checked=import.leave_out label hint/>
        })}
        {match kind {
            ImportKind::Users | ImportKind::PhysicalTokens => view! { <Save import leave/> }.into_any(),
            ImportKind::Assign => view! { <AskAssign import leave/> }.into_any(),
            ImportKind::Activate => view! { <AskActivate import leave/> }.into_any(),
            ImportKind::Block => view! { <BlockRows import leave/> }.into_any(),
        }}
    }
    .into_any()
}

/// Why the rows cannot be gone on with.
pub fn use_why_not(import: Import) -> Signal<Option<String>> {
    let locale = use_locale();
    Signal::derive(move || {
        let tally = import.tally();
        let why = if tally.effective() == 0 {
            Words::NothingToDo
        } else if tally.refused > 0 && !import.leave_out.get() {
            Words::HasProblems
        } else {
            return None;
        };
        Some(why.text(locale.get()).to_owned())
    })
}

/// The ways out of the dry run beside its button.
#[component]
pub fn WaysOut(import: Import, leave: &'static str) -> impl IntoView {
    let (other, back) = (t(Words::OtherFile), t(Words::Leave));
    view! {
        <Button icon=IconName::Refresh on_click=move || import.forget()>{other}</Button>
        <LinkButton href=leave variant=ButtonVariant::Quiet>{back}</LinkButton>
    }
}

/// The button that goes on with the rows, beside the ways out.
#[component]
fn GoOn(
    import: Import,
    leave: &'static str,
    id: &'static str,
    icon: IconName,
    words: Words,
    busy: Signal<bool>,
    busy_label: Signal<String>,
    on_click: Callback<()>,
) -> impl IntoView {
    let words = t(words);
    view! {
        <div class="cluster">
            <Button
                id
                variant=ButtonVariant::Primary
                icon
                disabled_reason=use_why_not(import)
                busy
                busy_label
                on_click
            >
                {words}
            </Button>
            <WaysOut import leave/>
        </div>
    }
    .into_any()
}

/// Writes everything.
#[component]
fn Save(import: Import, leave: &'static str) -> impl IntoView {
    view! {
        {move || import.accept_error().map(|error| view! { <ErrorNotice error/> })}
        <GoOn
            import
            leave
            id="aceptar"
            icon=IconName::Check
            words=Words::AcceptUsers
            busy=import.is_accepting()
            busy_label=t(Words::Saving)
            on_click=Callback::new(move |()| import.accept())
        />
    }
    .into_any()
}

/// What the rows that can be done name, in their order.
fn named<T>(import: Import, of: impl Fn(&ReportRow) -> Option<T>) -> Vec<T> {
    import.report.with(|report| {
        let rows = report.as_ref().map(|report| report.rows.as_slice());
        rows.unwrap_or_default().iter().filter_map(of).collect()
    })
}

/// The tokens that the rows name, with their users; tracked.
pub fn named_tokens(import: Import) -> Vec<NamedToken> {
    named(import, |row| match row.plan {
        RowPlan::Change(seen) => Some(NamedToken {
            token: seen.token,
            version: seen.version,
            serial: row.serial.parse().ok()?,
            username: row.username.clone(),
            full_name: row.full_name.clone(),
        }),
        _ => None,
    })
}

/// Asks to assign, with one confirmation.
#[component]
fn AskAssign(import: Import, leave: &'static str) -> impl IntoView {
    let request = use_assign_request();
    let press = move |()| {
        let users: Vec<UserId> = untrack(|| {
            named(import, |row| match row.plan {
                RowPlan::Assign(user) => Some(user),
                _ => None,
            })
        });
        request.dispatch(users);
    };
    let error = move || request.value().get().and_then(Result::err);
    view! {
        {move || error().map(|error| view! { <ErrorNotice error/> })}
        <GoOn
            import
            leave
            id="asignar"
            icon=IconName::ArrowRight
            words=Words::AcceptAssign
            busy=request.pending().into()
            busy_label=t(TokenMessage::Requesting)
            on_click=Callback::new(press)
        />
    }
    .into_any()
}

/// Asks to activate, with one confirmation.
#[component]
fn AskActivate(import: Import, leave: &'static str) -> impl IntoView {
    let request = use_change_request(Callback::new(|()| {}));
    let press = move |()| {
        let tokens = untrack(|| named_tokens(import));
        let seen = tokens.iter().map(NamedToken::seen).collect();
        request.ask(ChangeTarget::of_seen(seen, OperationKind::Activate));
    };
    view! {
        {request.notice()}
        <GoOn
            import
            leave
            id="activar"
            icon=IconName::ArrowRight
            words=Words::AcceptActivate
            busy=request.pending()
            busy_label=t(TokenMessage::Requesting)
            on_click=Callback::new(press)
        />
    }
    .into_any()
}
