//! *Solicitar más tokens*: an administrator asks the bank for more.

use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::TokenRequestId;
use crate::domain::token_request::{TokenRequest, TokenRequestDraft, TokenRequestState};
use crate::store::audit::AuditEntry;
use crate::store::{self, StoreError, Unique, company, token_request};

/// The code under which the log keeps it.
const ACTION: &str = "tokens_requested";

/// Asks the bank for as many tokens as the form says. A company has one open
/// request at a time.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::Invalid`] with every wrong field;
/// [`Conflict::AlreadyRequested`] while another waits; those of the store.
pub async fn request_tokens(
    context: &Context,
    caller: &Caller,
    draft: &TokenRequestDraft,
) -> Result<(), ServiceError> {
    caller.must_be_admin()?;
    let (tokens, note) = draft.check().map_err(RequestError::Invalid)?;
    let at = context.now();
    let request = TokenRequest {
        id: TokenRequestId::new(at, context.random_bytes()),
        company: caller.company.id,
        requested_by: caller.user.id,
        tokens,
        note,
        state: TokenRequestState::Open,
        requested_at: at,
        version: 1,
    };
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, request.company).await?;
    match token_request::insert(&mut writer, &request).await {
        Err(StoreError::Duplicate(Unique::OpenTokenRequestOfCompany)) => {
            return Err(Conflict::AlreadyRequested.into());
        }
        inserted => inserted?,
    }
    let entry = AuditEntry {
        detail: tokens.to_string(),
        ..audit::entry(context, request.company, audit::caller(caller), ACTION, at)
    };
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    context.publish(Change {
        company: request.company,
        topic: Topic::TokenRequest(request.id),
    });
    Ok(())
}
