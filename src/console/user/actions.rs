//! What an administrator can do about one user: edit, confirm their data, set
//! them inactive or active. What takes power away says so before it asks.

use leptos::prelude::*;

use super::words::use_why_not;
use crate::api::user::{activate_user, confirm_contacts, deactivate_user};
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::domain::error::RequestError;
use crate::domain::user::UserStatus;
use crate::domain::user_change::UserAction;
use crate::domain::view::UserRow;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Button, ButtonVariant, Dialog, IconName, LinkButton, Notice, NoticeKind, t, t_with,
};

type Change = Action<(UserRow, UserAction), Result<UserAction, RequestError>>;

/// The buttons, what they ask first, and what became of it.
#[component]
pub fn Actions(user: Signal<UserRow>, again: Callback<()>) -> impl IntoView {
    let change: Change = Action::new(|(row, action): &(UserRow, UserAction)| {
        let (seen, action) = (row.seen(), *action);
        async move {
            match action {
                UserAction::ConfirmContact => confirm_contacts(vec![seen]).await.map(|_| ())?,
                UserAction::Deactivate => deactivate_user(seen).await?,
                UserAction::Activate => activate_user(seen).await?,
                UserAction::Edit => {}
            }
            Ok(action)
        }
    });
    let closed = || RwSignal::new(false);
    let (confirming, deactivating, activating) = (closed(), closed(), closed());
    Effect::new(move |_| {
        if change.value().get().is_some() {
            for open in [confirming, deactivating, activating] {
                open.set(false);
            }
            again.run(());
        }
    });
    let is_active = Memo::new(move |_| user.with(|user| user.status == UserStatus::Active));
    let edit = t(UserMessage::Edit);
    let id = user.with_untracked(|user| user.id);
    view! {
        <Outcome change/>
        <div class="cluster">
            <LinkButton href=paths::edit_user(id) icon=IconName::User>{edit}</LinkButton>
            <Ask id="confirmar" user action=UserAction::ConfirmContact words=UserMessage::ConfirmContact icon=IconName::UserCheck open=confirming/>
            {move || if is_active.get() {
                view! { <Ask id="desactivar" user action=UserAction::Deactivate words=UserMessage::Deactivate icon=IconName::MinusCircle open=deactivating/> }.into_any()
            } else {
                view! { <Ask id="reactivar" user action=UserAction::Activate words=UserMessage::Activate icon=IconName::CheckCircle open=activating/> }.into_any()
            }}
        </div>
        <Question user action=UserAction::ConfirmContact open=confirming change/>
        <Question user action=UserAction::Deactivate open=deactivating change/>
        <Question user action=UserAction::Activate open=activating change/>
    }
    .into_any()
}

#[component]
fn Ask(
    id: &'static str,
    user: Signal<UserRow>,
    action: UserAction,
    words: UserMessage,
    icon: IconName,
    open: RwSignal<bool>,
) -> impl IntoView {
    let words = t(words);
    view! {
        <Button id icon disabled_reason=use_why_not(user, action) on_click=move || open.set(true)>
            {words}
        </Button>
    }
}

/// What will happen, and the button that does it.
#[component]
fn Question(
    user: Signal<UserRow>,
    action: UserAction,
    open: RwSignal<bool>,
    change: Change,
) -> impl IntoView {
    let (id, title, lead, yes, variant) = match action {
        UserAction::Deactivate => (
            "pregunta-desactivar",
            UserMessage::DeactivateTitle,
            UserMessage::DeactivateLead,
            UserMessage::DeactivateYes,
            ButtonVariant::Danger,
        ),
        UserAction::Activate => (
            "pregunta-activar",
            UserMessage::ActivateTitle,
            UserMessage::ActivateLead,
            UserMessage::ActivateYes,
            ButtonVariant::Primary,
        ),
        UserAction::ConfirmContact | UserAction::Edit => (
            "pregunta-confirmar",
            UserMessage::ConfirmTitle,
            UserMessage::ConfirmLead,
            UserMessage::ConfirmYes,
            ButtonVariant::Primary,
        ),
    };
    let lead = t_with(lead, move || {
        user.with(|user| {
            vec![
                ("name", user.full_name.clone()),
                ("email", user.email.clone().unwrap_or_default()),
                ("mobile", user.mobile.clone().unwrap_or_default()),
            ]
        })
    });
    let has_token = move || user.with(|user| user.token.is_some());
    let (stops, yes) = (t(UserMessage::DeactivateToken), t(yes));
    let actions = move || {
        view! {
            <Button
                variant
                icon=IconName::Check
                busy=change.pending()
                busy_label=t(UserMessage::Saving)
                on_click=move || { change.dispatch((user.get_untracked(), action)); }
            >
                {yes}
            </Button>
        }
    };
    view! {
        <Dialog id open title=t(title) actions>
            <p>{lead}</p>
            {move || (action == UserAction::Deactivate && has_token()).then(|| view! { <p>{stops}</p> })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Outcome(change: Change) -> impl IntoView {
    move || {
        change.value().get().map(|answer| match answer {
            Err(error) => view! { <ErrorNotice error/> }.into_any(),
            Ok(action) => {
                let done = match action {
                    UserAction::Deactivate => UserMessage::DeactivatedDone,
                    UserAction::Activate => UserMessage::ActivatedDone,
                    UserAction::ConfirmContact | UserAction::Edit => UserMessage::ConfirmedDone,
                };
                view! { <Notice kind=NoticeKind::Success title=t(done)/> }.into_any()
            }
        })
    }
}
