//! What an operator of the bank sees first.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::OperatorHomeView;

/// What waits at the bank.
#[server(endpoint = "operator/home", input = Json, output = Json)]
pub async fn show_operator_home() -> Result<OperatorHomeView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::show_operator_home::show_operator_home(&context, &person).await)
}
