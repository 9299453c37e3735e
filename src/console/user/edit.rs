//! `/administracion/usuarios/editar/:user`: changing a user's data. Of somebody
//! who holds a token another e-mail or mobile is confirmed in the AppMovil.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};

use super::contact_review::ContactReview;
use super::detail::failed;
use super::form::{ContactRule, Typed, UserForm};
use super::users::crumbs;
use crate::api::operation::show_operation;
use crate::api::user::{edit_user, show_user};
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::loaded::loaded_or;
use crate::console::operation::{NoSuchRequest, Progress, Requested, use_requested};
use crate::console::paths;
use crate::console::person::{use_is_admin, use_person};
use crate::domain::contact::{Contact, Mobile};
use crate::domain::contact_change::ContactChange;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::OperationId;
use crate::domain::user_change::UserRefusal;
use crate::domain::user_draft::UserDraft;
use crate::domain::view::UserRow;
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Breadcrumb, Button, Crumb, DocumentTitle, IconName, Notice, NoticeKind, PageTitle,
    SkeletonRows, t, t_with,
};

/// A user, and what a request of before would have made of them.
type Begun = (UserRow, Option<ContactChange>);

/// The page. What somebody else changes meanwhile does not touch what is typed:
/// saving says so.
#[component]
pub fn EditUserPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("user").unwrap_or_default()));
    let query = use_query_map();
    let from = Memo::new(move |_| {
        query.with(|query| query.get_str(paths::FROM)?.parse::<OperationId>().ok())
    });
    let user = asked(
        move || (id.get(), from.get()),
        |(id, from)| async move {
            let user = show_user(id).await?;
            let typed = match from {
                Some(operation) => typed_before(&user, operation).await,
                None => None,
            };
            Ok((user, typed))
        },
    );
    let loading = t(UserMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let is_admin = use_is_admin().get_untracked();
    let again = Callback::new(move |()| user.refetch());
    let requested = use_requested();
    loaded_or(user, waiting, failed, move |begun| {
        let user = Signal::derive(move || begun.with(|(user, _)| user.clone()));
        view! {
            <Head user/>
            {move || match requested.get() {
                _ if !is_admin => view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any(),
                Requested::Nothing => forms(begun, again),
                requested => confirming(requested, user),
            }}
        }
        .into_any()
    })
}

/// What was typed when `operation` was asked for, if it is about this user.
async fn typed_before(user: &UserRow, operation: OperationId) -> Option<ContactChange> {
    let operation = show_operation(operation).await.ok()?;
    let (holder, change) = operation.contact?;
    (holder == user.id).then_some(change)
}

/// The form. Another version is another form, and so is one that begins with what
/// was typed before: nothing of the old one stays.
fn forms(begun: Signal<Begun>, again: Callback<()>) -> AnyView {
    view! {
        <For each=move || [begun.get()] key=|(user, typed)| (user.version, typed.is_some()) let:begun>
            <Form begun again/>
        </For>
    }
    .into_any()
}

/// The request that the address names, from its number to its result.
fn confirming(requested: Requested, user: Signal<UserRow>) -> AnyView {
    let start = user.with_untracked(|user| paths::edit_user(user.id));
    match requested {
        Requested::Operation(operation) => view! {
            <Progress operation first_step=OperationMessage::StepReview start/>
        }
        .into_any(),
        Requested::Nothing | Requested::Unreadable => view! { <NoSuchRequest start/> }.into_any(),
    }
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

/// Whether this person changes the user's contact data, and how.
fn contact_rule(user: &UserRow) -> ContactRule {
    let is_oneself =
        use_person().is_some_and(|person| person.with_untracked(|person| person.user == user.id));
    match (user.token.is_some(), is_oneself) {
        (false, _) => ContactRule::Open,
        (true, false) => ContactRule::Confirmed,
        (true, true) => ContactRule::Closed,
    }
}

/// What the form begins with.
fn draft(user: &UserRow, typed: Option<ContactChange>) -> UserDraft {
    let UserRow {
        username,
        full_name,
        email,
        mobile,
        role,
        ..
    } = user.clone();
    let begun = UserDraft {
        username,
        full_name,
        email: email.unwrap_or_default(),
        mobile: mobile.unwrap_or_default(),
        role,
        contact_confirmed: false,
    };
    match typed {
        None => begun,
        Some(typed) => UserDraft {
            full_name: typed.full_name_after,
            email: typed.email_after,
            mobile: typed.mobile_after,
            contact_confirmed: typed.contact_confirmed,
            ..begun
        },
    }
}

/// The change of contact data, if what was typed is one.
fn change(user: &UserRow, typed: &UserDraft) -> Option<ContactChange> {
    let checked = typed.check(Mobile::parse).ok()?;
    let before = Contact {
        email: user.email.clone(),
        mobile: user.mobile.clone(),
        confirmed_at: user.confirmed_at,
    };
    let after = Contact {
        email: Some(checked.email.as_str().to_owned()),
        mobile: Some(checked.mobile.as_str().to_owned()),
        confirmed_at: None,
    };
    before.leads_elsewhere(&after).then(|| ContactChange {
        user_version: user.version,
        email_before: before.email.unwrap_or_default(),
        email_after: after.email.unwrap_or_default(),
        mobile_before: before.mobile.unwrap_or_default(),
        mobile_after: after.mobile.unwrap_or_default(),
        full_name_after: checked.full_name,
        contact_confirmed: typed.contact_confirmed,
    })
}

#[component]
fn Form(begun: Begun, again: Callback<()>) -> impl IntoView {
    let (user, typed_before) = begun;
    let seen = user.seen();
    let contact_rule = contact_rule(&user);
    let typed = Typed::new(draft(&user, typed_before));
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
    let reviewed: RwSignal<Option<ContactChange>> = RwSignal::new(None);
    let row = StoredValue::new(user);
    let change = move |draft: &UserDraft| row.with_value(|user| change(user, draft));
    Effect::new(move |_| match edit.value().get() {
        Some(Ok(())) => navigate(&paths::user(seen.user), NavigateOptions::default()),
        // They got a token meanwhile.
        Some(Err(RequestError::UserRefused(UserRefusal::HoldsToken))) => {
            reviewed.set(change(&typed.draft()));
        }
        _ => {}
    });
    let answer = Signal::derive(move || edit.value().get().and_then(Result::err));
    let is_overtaken =
        move |error: &RequestError| *error == RequestError::Conflict(Conflict::ChangedMeanwhile);
    let error = Signal::derive(move || answer.get().filter(|error| !is_overtaken(error)));
    let overtaken =
        Memo::new(move |_| answer.with(|error| error.as_ref().is_some_and(is_overtaken)));
    let submit = Callback::new(move |()| {
        let draft = typed.draft();
        match change(&draft).filter(|_| contact_rule == ContactRule::Confirmed) {
            Some(change) => reviewed.set(Some(change)),
            None => {
                edit.dispatch(draft);
            }
        }
    });
    view! {
        {move || overtaken.get().then(|| view! { <Overtaken again/> })}
        {move || match reviewed.get() {
            Some(change) => view! {
                <ContactReview user=row.get_value() change typed back=Callback::new(move |()| reviewed.set(None)) again/>
            }
            .into_any(),
            None => view! {
                <UserForm
                    typed
                    is_new=false
                    contact_rule
                    submit=UserMessage::SaveYes
                    busy=edit.pending().into()
                    error
                    cancel=paths::user(seen.user)
                    on_submit=submit
                />
            }
            .into_any(),
        }}
    }
    .into_any()
}

/// Somebody else saved first.
#[component]
pub fn Overtaken(again: Callback<()>) -> impl IntoView {
    let (title, lead, reload) = (
        t(UserMessage::OvertakenTitle),
        t(UserMessage::OvertakenLead),
        t(UserMessage::OvertakenReload),
    );
    let actions = move || {
        view! { <Button icon=IconName::Refresh on_click=again>{reload}</Button> }
    };
    view! { <Notice kind=NoticeKind::Warning title actions>{lead}</Notice> }.into_any()
}
