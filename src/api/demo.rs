//! What only a demo has.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::MailboxMessage;

/// The messages that would have been sent; nothing outside a demo.
#[server(endpoint = "demo/mailbox", input = Json, output = Json)]
pub async fn read_mailbox() -> Result<Vec<MailboxMessage>, RequestError> {
    use crate::api::caller;

    caller::answer(crate::service::read_mailbox::read_mailbox(&caller::context()).await)
}
