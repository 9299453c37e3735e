//! The user search of the assignment wizard.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::table::{Page, PageRequest};
use crate::domain::view::Candidate;

/// A page of the users whose name holds `search`, with who cannot be chosen and
/// why.
#[server(endpoint = "candidate/list", input = Json, output = Json)]
pub async fn list_candidates(
    search: String,
    page: PageRequest,
) -> Result<Page<Candidate>, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::list_candidates::list_candidates(
            &caller::context(),
            &person,
            &search,
            &page,
        )
        .await,
    )
}
