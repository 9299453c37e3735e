//! The table of virtual tokens, a token's page, and what is done to a token at
//! once.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::table::{TokenFilter, TokenQuery};
use crate::domain::token::{ActionKind, BlockReason};
use crate::domain::view::{MatchingTokens, SeenToken, TokenDetail, TokenOutcome, TokenPage};

/// A page of the table of virtual tokens.
#[server(endpoint = "token/list", input = Json, output = Json)]
pub async fn list_tokens(query: TokenQuery) -> Result<TokenPage, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::list_tokens::list_tokens(&caller::context(), &person, &query).await,
    )
}

/// A token's page, by its serial.
#[server(endpoint = "token/show", input = Json, output = Json)]
pub async fn show_token(serial: String) -> Result<TokenDetail, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::show_token::show_token(&caller::context(), &person, &serial).await,
    )
}

/// Blocks tokens at once, and tells what became of each. Why a single one was
/// not blocked is the answer's error.
#[server(endpoint = "token/block", input = Json, output = Json)]
pub async fn block_tokens(
    seen: Vec<SeenToken>,
    reason: BlockReason,
) -> Result<Vec<TokenOutcome>, RequestError> {
    use crate::api::caller;
    use crate::domain::token::ActionKind;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(ActionKind::Block).on_token(seen.first().map(|one| one.token)),
        crate::service::block_tokens::block_tokens(&context, &person, &seen, reason).await,
    )
}

/// Which of the tokens that a filter lets through a change can be made of now.
#[server(endpoint = "token/matching", input = Json, output = Json)]
pub async fn list_matching(
    filter: TokenFilter,
    action: ActionKind,
) -> Result<MatchingTokens, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::list_matching::list_matching(&context, &person, &filter, action).await,
    )
}

/// Sends a new invitation; the old code stops working.
#[server(endpoint = "token/resend", input = Json, output = Json)]
pub async fn resend_invitation(seen: SeenToken) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::domain::token::ActionKind;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(ActionKind::Resend).on_token(seen.token),
        crate::service::resend_invitation::resend_invitation(&context, &person, seen).await,
    )
}
