//! The table of physical tokens.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::table::PhysicalQuery;
use crate::domain::view::PhysicalPage;

/// A page of the table of physical tokens.
#[server(endpoint = "physical-token/list", input = Json, output = Json)]
pub async fn list_physical_tokens(query: PhysicalQuery) -> Result<PhysicalPage, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::list_physical_tokens::list_physical_tokens(&context, &person, &query).await,
    )
}
