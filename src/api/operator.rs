//! What an operator of the bank sees first, and does to single tokens.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::{BankToken, OperatorDeed, OperatorHomeView, SeenToken};

/// What waits at the bank.
#[server(endpoint = "operator/home", input = Json, output = Json)]
pub async fn show_operator_home() -> Result<OperatorHomeView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::show_operator_home::show_operator_home(&context, &person).await)
}

/// The token with a serial, whosever it is.
#[server(endpoint = "operator/find-serial", input = Json, output = Json)]
pub async fn find_serial(serial: String) -> Result<BankToken, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::find_serial::find_serial(&context, &person, &serial).await)
}

/// Does something to a token, whosever it is.
#[server(endpoint = "operator/change-token", input = Json, output = Json)]
pub async fn change_token_at_bank(seen: SeenToken, deed: OperatorDeed) -> Result<(), RequestError> {
    use crate::api::caller;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(deed.action_kind()).on_token(seen.token),
        crate::service::change_token_at_bank::change_token_at_bank(&context, &person, seen, deed)
            .await,
    )
}
