//! What the bank does about a company's administrators and auditors.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::id::{CompanyId, UserId};
use crate::domain::user_draft::UserDraft;

/// Makes an administrator or an auditor, and tells their name inside Llavero.
#[server(endpoint = "company-person/create", input = Json, output = Json)]
pub async fn create_company_person(
    company: CompanyId,
    draft: UserDraft,
) -> Result<UserId, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::UserCreated),
        crate::service::create_company_person::create_company_person(
            &context, &person, company, &draft,
        )
        .await,
    )
}

/// Sends them a link to choose a password with.
#[server(endpoint = "company-person/invite", input = Json, output = Json)]
pub async fn invite_company_person(company: CompanyId, user: UserId) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::PasswordLinkSent).on_user(user),
        crate::service::invite_company_person::invite_company_person(
            &context, &person, company, user,
        )
        .await,
    )
}

/// Gives an administrator a token.
#[server(endpoint = "company-person/give-token", input = Json, output = Json)]
pub async fn give_company_person_token(
    company: CompanyId,
    user: UserId,
) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::token::ActionKind;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(ActionKind::Assign).on_user(user),
        crate::service::invite_company_person::give_company_person_token(
            &context, &person, company, user,
        )
        .await,
    )
}

/// Lets an administrator ask again whose requests are locked.
#[server(endpoint = "company-person/unlock-requests", input = Json, output = Json)]
pub async fn unlock_company_person(company: CompanyId, user: UserId) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::RequestsUnlocked).on_user(user),
        crate::service::invite_company_person::unlock_company_person(
            &context, &person, company, user,
        )
        .await,
    )
}
