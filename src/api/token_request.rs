//! *Solicitar más tokens*: what a company asks for, and what the bank answers.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::table::{Page, PageRequest};
use crate::domain::token_request::TokenRequestDraft;
use crate::domain::view::{SeenTokenRequest, TokenRequestView, WaitingTokenRequest};

/// The company's newest request.
#[server(endpoint = "token-request/show", input = Json, output = Json)]
pub async fn show_token_request() -> Result<Option<TokenRequestView>, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::show_token_request::show_token_request(&context, &person).await)
}

/// Asks the bank for more tokens.
#[server(endpoint = "token-request/create", input = Json, output = Json)]
pub async fn request_tokens(draft: TokenRequestDraft) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::TokensRequested),
        crate::service::request_tokens::request_tokens(&context, &person, &draft).await,
    )
}

/// Takes the company's own request back.
#[server(endpoint = "token-request/withdraw", input = Json, output = Json)]
pub async fn withdraw_token_request(seen: SeenTokenRequest) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::TokenRequestWithdrawn),
        crate::service::settle_token_request::withdraw_token_request(&context, &person, seen).await,
    )
}

/// A page of the requests that wait for the bank.
#[server(endpoint = "token-request/list", input = Json, output = Json)]
pub async fn list_token_requests(
    page: PageRequest,
) -> Result<Page<WaitingTokenRequest>, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::list_token_requests::list_token_requests(&context, &person, &page).await,
    )
}

/// Grants a request.
#[server(endpoint = "token-request/grant", input = Json, output = Json)]
pub async fn grant_token_request(
    seen: SeenTokenRequest,
    count: String,
) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::TokenRequestGranted),
        crate::service::settle_token_request::grant_token_request(&context, &person, seen, &count)
            .await,
    )
}

/// Declines a request.
#[server(endpoint = "token-request/decline", input = Json, output = Json)]
pub async fn decline_token_request(
    seen: SeenTokenRequest,
    reason: String,
) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::TokenRequestDeclined),
        crate::service::settle_token_request::decline_token_request(
            &context, &person, seen, &reason,
        )
        .await,
    )
}
