//! The operator's table of messages.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::message::MessageState;
use crate::domain::table::{MessageQuery, Page};
use crate::domain::view::MessagesView;
use crate::store::{company, message_table};

/// A page of the messages to everybody of every company, with how many wait or
/// could not be sent, and by what they go out. A company that is none has none.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no operator;
/// those of the store.
pub async fn list_messages(
    context: &Context,
    caller: &Caller,
    query: &MessageQuery,
) -> Result<MessagesView, ServiceError> {
    caller.must_be_operator()?;
    let mut reader = context.store.read().await?;
    let page = match &query.filter.company {
        None => message_table::page(&mut reader, query, None).await?,
        Some(word) => match company::find_by_slug(&mut reader, word).await? {
            Some(company) => message_table::page(&mut reader, query, Some(company.id)).await?,
            None => Page::empty(query.page.size),
        },
    };
    let waiting = MessageState::Waiting;
    let failed = MessageState::Failed;
    Ok(MessagesView {
        page,
        waiting: message_table::total(&mut reader, Some(waiting), None, None).await?,
        failed: message_table::total(&mut reader, Some(failed), None, None).await?,
        mail_server: context.settings.ways_out.email.clone(),
        sms_gateway: context.settings.ways_out.sms.clone(),
    })
}
