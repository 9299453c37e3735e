//! What is done about a company's users.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::table::{Page, UserFilter, UserQuery};
use crate::domain::user_draft::UserDraft;
use crate::domain::view::{
    Assignable, LockedPerson, OperationView, SeenUser, UserOutcome, UserRow,
};

/// The other administrators whose requests are locked.
#[server(endpoint = "user/locked-requests", input = Json, output = Json)]
pub async fn list_locked_requests() -> Result<Vec<LockedPerson>, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::list_locked_requests::list_locked_requests(&context, &person).await,
    )
}

/// Asks to give somebody who holds a token another e-mail or mobile.
#[server(endpoint = "user/request-contact-change", input = Json, output = Json)]
pub async fn request_contact_change(
    seen: SeenUser,
    draft: UserDraft,
) -> Result<OperationView, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::OperationRequested).on_user(seen.user),
        crate::service::request_contact_change::request_contact_change(
            &context, &person, seen, &draft,
        )
        .await,
    )
}

/// Lifts the lock on the requests of another administrator.
#[server(endpoint = "user/unlock-requests", input = Json, output = Json)]
pub async fn unlock_requests(user: UserId) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::RequestsUnlocked).on_user(user),
        crate::service::unlock_requests::unlock_requests(&context, &person, user).await,
    )
}

/// A page of the table of users.
#[server(endpoint = "user/list", input = Json, output = Json)]
pub async fn list_users(query: UserQuery) -> Result<Page<UserRow>, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::list_users::list_users(&context, &person, &query).await)
}

/// A user's page, by their name inside Llavero.
#[server(endpoint = "user/show", input = Json, output = Json)]
pub async fn show_user(user: String) -> Result<UserRow, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::show_user::show_user(&context, &person, &user).await)
}

/// Makes a user, and tells their name inside Llavero.
#[server(endpoint = "user/create", input = Json, output = Json)]
pub async fn create_user(draft: UserDraft) -> Result<UserId, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::UserCreated),
        crate::service::create_user::create_user(&context, &person, &draft).await,
    )
}

/// Changes a user.
#[server(endpoint = "user/edit", input = Json, output = Json)]
pub async fn edit_user(seen: SeenUser, draft: UserDraft) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::UserEdited).on_user(seen.user),
        crate::service::edit_user::edit_user(&context, &person, seen, &draft).await,
    )
}

/// Says that the e-mail and the mobile of users were checked with them.
#[server(endpoint = "user/confirm-contacts", input = Json, output = Json)]
pub async fn confirm_contacts(seen: Vec<SeenUser>) -> Result<Vec<UserOutcome>, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::ContactConfirmed).on_user(seen.first().map(|one| one.user)),
        crate::service::confirm_contacts::confirm_contacts(&context, &person, &seen).await,
    )
}

/// Sets a user active again.
#[server(endpoint = "user/activate", input = Json, output = Json)]
pub async fn activate_user(seen: SeenUser) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::UserActivated).on_user(seen.user),
        crate::service::activate_user::activate_user(&context, &person, seen).await,
    )
}

/// Sets a user inactive; their token stops at once.
#[server(endpoint = "user/deactivate", input = Json, output = Json)]
pub async fn deactivate_user(seen: SeenUser) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::UserDeactivated).on_user(seen.user),
        crate::service::deactivate_user::deactivate_user(&context, &person, seen).await,
    )
}

/// Who of the users that a filter lets through may get a token now.
#[server(endpoint = "user/assignable", input = Json, output = Json)]
pub async fn list_assignable(filter: UserFilter) -> Result<Assignable, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::list_assignable::list_assignable(&context, &person, &filter).await,
    )
}
