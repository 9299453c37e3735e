//! *Solicitar más tokens*: an administrator asks the bank for more.

use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::TokenRequestId;
use crate::domain::time::Timestamp;
use crate::domain::token_request::{TokenRequest, TokenRequestDraft, TokenRequestState};
use crate::domain::user::User;
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::{self, Connection, StoreError, Unique, company, token_request};

/// What the log calls it.
const ACTION: AuditAction = AuditAction::TokensRequested;

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
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let change = write_request(
        context,
        &mut writer,
        audit::caller(caller),
        &caller.user,
        tokens,
        note,
        at,
    )
    .await?;
    writer.commit().await?;
    context.publish(change);
    Ok(())
}

/// Writes an administrator's request and its row of the log.
///
/// # Errors
/// [`Conflict::AlreadyRequested`] while another of the company waits; those of the
/// store.
pub(super) async fn write_request(
    context: &Context,
    writer: &mut Connection,
    actor: AuditActor,
    admin: &User,
    tokens: u32,
    note: String,
    at: Timestamp,
) -> Result<Change, ServiceError> {
    let request = TokenRequest {
        id: TokenRequestId::new(at, context.random_bytes()),
        company: admin.company,
        requested_by: admin.id,
        tokens,
        note,
        state: TokenRequestState::Open,
        requested_at: at,
        version: 1,
    };
    match token_request::insert(writer, &request).await {
        Err(StoreError::Duplicate(Unique::OpenTokenRequestOfCompany)) => {
            return Err(Conflict::AlreadyRequested.into());
        }
        inserted => inserted?,
    }
    let entry = AuditEntry {
        detail: tokens.to_string(),
        ..audit::entry(context, request.company, actor, ACTION, at)
    };
    store::audit::append(writer, &entry).await?;
    Ok(Change {
        company: request.company,
        topic: Topic::TokenRequest(request.id),
    })
}
