//! The support block.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::SupportView;

/// How to reach the bank, and whether it is open now. Anyone may ask.
#[server(endpoint = "support", input = Json, output = Json)]
pub async fn support() -> Result<SupportView, RequestError> {
    let context = crate::api::caller::context();
    Ok(crate::service::show_support::show_support(&context))
}
