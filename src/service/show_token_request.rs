//! Where a company's request for more tokens stands.

use super::identify::Caller;
use super::{Context, ServiceError, token_request_view};
use crate::domain::view::TokenRequestView;
use crate::store::token_request;

/// The newest request of the caller's company, if it ever made one.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who may not look at the
/// console; those of the store.
pub async fn show_token_request(
    context: &Context,
    caller: &Caller,
) -> Result<Option<TokenRequestView>, ServiceError> {
    caller.may_look()?;
    let mut reader = context.store.read().await?;
    match token_request::newest_of(&mut reader, caller.company.id).await? {
        Some(request) => Ok(Some(token_request_view::view(&mut reader, request).await?)),
        None => Ok(None),
    }
}
