//! `/administracion/usuarios/nuevo`: a new user.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::form::{ContactRule, Typed, UserForm};
use super::users::crumbs;
use crate::api::user::create_user;
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::contact::Mobile;
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::user_draft::{GIVEN_ROLE, UserDraft};
use crate::i18n::console_user::UserMessage;
use crate::ui::{Breadcrumb, Crumb, DocumentTitle, PageTitle, t};

/// The page.
#[component]
pub fn CreateUserPage() -> impl IntoView {
    let title = t(UserMessage::CreateTitle);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(title, paths::NEW_USER));
    let is_admin = use_is_admin().get_untracked();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(UserMessage::CreateLead)/>
        {if is_admin {
            view! { <Form/> }.into_any()
        } else {
            view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any()
        }}
    }
    .into_any()
}

#[component]
fn Form() -> impl IntoView {
    let typed = Typed::new(UserDraft {
        username: String::new(),
        full_name: String::new(),
        email: String::new(),
        mobile: String::new(),
        role: GIVEN_ROLE,
        contact_confirmed: false,
    });
    let create: Action<UserDraft, Result<UserId, RequestError>> =
        Action::new(|draft: &UserDraft| {
            let draft = draft.clone();
            async move {
                // The server checks again, and knows more of numbers.
                match draft.check_new(Mobile::parse) {
                    Err(wrong) => Err(RequestError::Invalid(wrong)),
                    Ok(_) => create_user(draft).await,
                }
            }
        });
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(user)) = create.value().get() {
            navigate(&paths::user(user), NavigateOptions::default());
        }
    });
    let error = Signal::derive(move || create.value().get().and_then(Result::err));
    view! {
        <UserForm
            typed
            is_new=true
            contact_rule=ContactRule::Open
            submit=UserMessage::CreateYes
            busy=create.pending().into()
            error
            cancel=paths::USERS.to_owned()
            on_submit=Callback::new(move |()| { create.dispatch(typed.draft()); })
        />
    }
    .into_any()
}
