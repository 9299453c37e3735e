//! What the bank does about companies.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::company::Approvals;
use crate::domain::company_draft::{CompanyDraft, CompanySettings};
use crate::domain::error::RequestError;
use crate::domain::grant::{GrantOrder, Granted};
use crate::domain::id::CompanyId;
use crate::domain::table::{CompanyQuery, Page};
use crate::domain::view::{CompanyDetail, CompanyRow, SeenCompany};

/// A page of the table of companies.
#[server(endpoint = "company/list", input = Json, output = Json)]
pub async fn list_companies(query: CompanyQuery) -> Result<Page<CompanyRow>, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::list_companies::list_companies(&context, &person, &query).await)
}

/// A company's page, by its name inside Llavero.
#[server(endpoint = "company/show", input = Json, output = Json)]
pub async fn show_company(company: String) -> Result<CompanyDetail, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::show_company::show_company(&context, &person, &company).await)
}

/// Makes a company, and tells its name inside Llavero.
#[server(endpoint = "company/create", input = Json, output = Json)]
pub async fn create_company(draft: CompanyDraft) -> Result<CompanyId, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::CompanyCreated),
        crate::service::create_company::create_company(&context, &person, &draft).await,
    )
}

/// Changes a company's name and settings.
#[server(endpoint = "company/edit", input = Json, output = Json)]
pub async fn edit_company(
    seen: SeenCompany,
    settings: CompanySettings,
) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::CompanyEdited),
        crate::service::edit_company::edit_company(&context, &person, seen, &settings).await,
    )
}

/// Suspends a company: nobody of it uses the service.
#[server(endpoint = "company/suspend", input = Json, output = Json)]
pub async fn suspend_company(seen: SeenCompany) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::CompanySuspended),
        crate::service::suspend_company::suspend_company(&context, &person, seen).await,
    )
}

/// Lets a suspended company use the service again.
#[server(endpoint = "company/resume", input = Json, output = Json)]
pub async fn resume_company(seen: SeenCompany) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::CompanyResumed),
        crate::service::resume_company::resume_company(&context, &person, seen).await,
    )
}

/// Says how many administrators of a company must confirm an operation.
#[server(endpoint = "company/set-approvals", input = Json, output = Json)]
pub async fn set_approvals(seen: SeenCompany, approvals: Approvals) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::ApprovalsSet),
        crate::service::set_approvals::set_approvals(
            &context,
            &person,
            seen.company,
            seen.version,
            approvals,
        )
        .await,
    )
}

/// Grants tokens to a company, with the bank's next serials.
#[server(endpoint = "company/grant", input = Json, output = Json)]
pub async fn grant_tokens(order: GrantOrder) -> Result<Granted, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::Grant),
        crate::service::grant_tokens::grant_tokens(&context, &person, &order).await,
    )
}
