//! `/administracion/usuarios/editar/:user`: changing a user's data.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::detail::failed;
use super::form::{Typed, UserForm};
use super::users::crumbs;
use crate::api::user::{edit_user, show_user};
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::loaded::loaded_or;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::contact::Mobile;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::user_draft::UserDraft;
use crate::domain::view::UserRow;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Breadcrumb, Button, Crumb, DocumentTitle, IconName, Notice, NoticeKind, PageTitle,
    SkeletonRows, t, t_with,
};

/// The page. What somebody else changes meanwhile does not touch what is typed:
/// saving says so.
#[component]
pub fn EditUserPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("user").unwrap_or_default()));
    let user = asked(move || id.get(), show_user);
    let loading = t(UserMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let is_admin = use_is_admin().get_untracked();
    let again = Callback::new(move |()| user.refetch());
    loaded_or(user, waiting, failed, move |user| {
        view! {
            <Head user/>
            {if is_admin {
                // Another version is another form: nothing of the old one stays.
                view! {
                    <For each=move || [user.get()] key=|user| user.version let:user>
                        <Form user again/>
                    </For>
                }
                .into_any()
            } else {
                view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any()
            }}
        }
        .into_any()
    })
}

#[component]
fn Head(user: Signal<UserRow>) -> impl IntoView {
    let title = t_with(UserMessage::EditTitle, move || {
        vec![("name", user.with(|user| user.full_name.clone()))]
    });
    let id = user.with_untracked(|user| user.id);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(
        Signal::derive(move || user.with(|user| user.username.clone())),
        paths::user(id),
    ));
    crumbs.push(Crumb::link(t(UserMessage::Edit), paths::edit_user(id)));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
    }
    .into_any()
}

#[component]
fn Form(user: UserRow, again: Callback<()>) -> impl IntoView {
    let seen = user.seen();
    let holds_token = user.token.is_some();
    let typed = Typed::new(UserDraft {
        username: user.username,
        full_name: user.full_name,
        email: user.email.unwrap_or_default(),
        mobile: user.mobile.unwrap_or_default(),
        role: user.role,
        contact_confirmed: false,
    });
    let edit: Action<UserDraft, Result<(), RequestError>> =
        Action::new(move |draft: &UserDraft| {
            let draft = draft.clone();
            async move {
                match draft.check(Mobile::parse) {
                    Err(wrong) => Err(RequestError::Invalid(wrong)),
                    Ok(_) => edit_user(seen, draft).await,
                }
            }
        });
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(())) = edit.value().get() {
            navigate(&paths::user(seen.user), NavigateOptions::default());
        }
    });
    let answer = Signal::derive(move || edit.value().get().and_then(Result::err));
    let is_overtaken =
        move |error: &RequestError| *error == RequestError::Conflict(Conflict::ChangedMeanwhile);
    let error = Signal::derive(move || answer.get().filter(|error| !is_overtaken(error)));
    let overtaken =
        Memo::new(move |_| answer.with(|error| error.as_ref().is_some_and(is_overtaken)));
    let (title, lead, reload) = (
        t(UserMessage::OvertakenTitle),
        t(UserMessage::OvertakenLead),
        t(UserMessage::OvertakenReload),
    );
    let actions = move || {
        view! { <Button icon=IconName::Refresh on_click=again>{reload}</Button> }
    };
    view! {
        {move || overtaken.get().then(|| view! {
            <Notice kind=NoticeKind::Warning title actions>{lead}</Notice>
        })}
        <UserForm
            typed
            is_new=false
            contact_is_open=!holds_token
            submit=UserMessage::SaveYes
            busy=edit.pending().into()
            error
            cancel=paths::user(seen.user)
            on_submit=Callback::new(move |()| { edit.dispatch(typed.draft()); })
        />
    }
    .into_any()
}
