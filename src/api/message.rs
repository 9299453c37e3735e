//! The operator's table of messages.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::table::MessageQuery;
use crate::domain::view::{MessagesView, SeenMessage, SentAgain};

/// A page of the table of messages.
#[server(endpoint = "message/list", input = Json, output = Json)]
pub async fn list_messages(query: MessageQuery) -> Result<MessagesView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::list_messages::list_messages(&context, &person, &query).await)
}

/// Has messages sent again, and tells what became of each.
#[server(endpoint = "message/send-again", input = Json, output = Json)]
pub async fn send_again(seen: Vec<SeenMessage>) -> Result<Vec<SentAgain>, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::MessageSentAgain),
        crate::service::send_again::send_again(&context, &person, &seen).await,
    )
}
