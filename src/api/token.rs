//! The table of virtual tokens and a token's page.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::table::TokenQuery;
use crate::domain::view::{TokenDetail, TokenPage};

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
