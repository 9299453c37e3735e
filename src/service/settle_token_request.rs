//! The end of a company's request for more tokens: granted, declined, taken back.
//! Of two who end it at once one does, and the other is told.

use super::grant_tokens::{grant_next, told};
use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit, outbox};
use crate::domain::audit::AuditAction;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::grant::check_count;
use crate::domain::message::MessageContent;
use crate::domain::time::Timestamp;
use crate::domain::token_request::{RequestSettled, TokenRequest, TokenRequestState, check_reason};
use crate::domain::view::SeenTokenRequest;
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::{self, Connection, Writer, company, token_request};

/// The codes under which the log keeps them.
const GRANTED: AuditAction = AuditAction::TokenRequestGranted;
const DECLINED: AuditAction = AuditAction::TokenRequestDeclined;
const WITHDRAWN: AuditAction = AuditAction::TokenRequestWithdrawn;

/// Grants a request with as many tokens as the operator says, in one transaction.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::Invalid`] for a number that is none;
/// [`RequestError::NotFound`]; [`Conflict::AlreadySettled`] when somebody answered
/// it or took it back first; [`Conflict::SerialsUsedUp`]; those of the store.
pub async fn grant_token_request(
    context: &Context,
    caller: &Caller,
    seen: SeenTokenRequest,
    count: &str,
) -> Result<(), ServiceError> {
    caller.must_be_operator()?;
    let count = check_count(count).map_err(|wrong| RequestError::Invalid(vec![wrong]))?;
    let mut settling = begin(context, seen).await?;
    let at = settling.at;
    let company = settling.request.company;
    let operator = audit::caller(caller);
    let tokens = grant_next(context, &mut settling.writer, company, count, operator, at).await?;
    let state = TokenRequestState::Granted { tokens: count, at };
    let changes = told(company, &tokens);
    conclude(context, caller, settling, state).await?;
    context.publish_all(changes);
    Ok(())
}

/// Declines a request; the company reads why.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::Invalid`] without a reason; the others of
/// [`grant_token_request`].
pub async fn decline_token_request(
    context: &Context,
    caller: &Caller,
    seen: SeenTokenRequest,
    reason: &str,
) -> Result<(), ServiceError> {
    caller.must_be_operator()?;
    let reason = check_reason(reason).map_err(|wrong| RequestError::Invalid(vec![wrong]))?;
    let settling = begin(context, seen).await?;
    let at = settling.at;
    let state = TokenRequestState::Declined { reason, at };
    conclude(context, caller, settling, state).await
}

/// Takes back a request of the caller's own company.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::NotFound`] for a request of another company or of nobody;
/// [`Conflict::AlreadySettled`] when the bank answered it first; those of the
/// store.
pub async fn withdraw_token_request(
    context: &Context,
    caller: &Caller,
    seen: SeenTokenRequest,
) -> Result<(), ServiceError> {
    caller.must_be_admin()?;
    let settling = begin_for(context, seen, Some(caller)).await?;
    let state = TokenRequestState::Withdrawn { at: settling.at };
    conclude(context, caller, settling, state).await
}

/// A request that is about to be settled.
struct Settling {
    /// The transaction, with the company locked.
    writer: Writer,
    /// The request, which is open.
    request: TokenRequest,
    /// When.
    at: Timestamp,
}

async fn begin(context: &Context, seen: SeenTokenRequest) -> Result<Settling, ServiceError> {
    begin_for(context, seen, None).await
}

/// The same for a request that has to be of the company of `owner`.
async fn begin_for(
    context: &Context,
    seen: SeenTokenRequest,
    owner: Option<&Caller>,
) -> Result<Settling, ServiceError> {
    let at = context.now();
    let mut writer = context.store.write().await?;
    let is_theirs =
        |request: &TokenRequest| owner.is_none_or(|caller| caller.company.id == request.company);
    let company = token_request::find(&mut writer, seen.request)
        .await?
        .filter(is_theirs)
        .ok_or(RequestError::NotFound)?
        .company;
    company::lock(&mut writer, company).await?;
    // Again: only now nobody else can settle it.
    let request = token_request::find(&mut writer, seen.request)
        .await?
        .ok_or(RequestError::NotFound)?;
    if request.version != seen.version || request.state != TokenRequestState::Open {
        return Err(Conflict::AlreadySettled.into());
    }
    Ok(Settling {
        writer,
        request,
        at,
    })
}

async fn conclude(
    context: &Context,
    caller: &Caller,
    settling: Settling,
    state: TokenRequestState,
) -> Result<(), ServiceError> {
    let Settling {
        mut writer,
        request,
        at,
    } = settling;
    let actor = audit::caller(caller);
    let change = write_settled(context, &mut writer, request, state, actor, at).await?;
    writer.commit().await?;
    context.publish(change);
    Ok(())
}

/// Writes in the caller's transaction how an open request ended, its row of the
/// log, and what the company's administrators are told.
///
/// # Errors
/// [`Conflict::AlreadySettled`] when it is not open; those of the store.
pub(super) async fn write_settled(
    context: &Context,
    writer: &mut Connection,
    request: TokenRequest,
    state: TokenRequestState,
    actor: AuditActor,
    at: Timestamp,
) -> Result<Change, ServiceError> {
    let version = request.version;
    let answer = answer(&state);
    let (action, detail) = logged(&state)?;
    let settled = request
        .settle(state)
        .map_err(|RequestSettled| Conflict::AlreadySettled)?;
    token_request::save(writer, &settled, version).await?;
    let entry = AuditEntry {
        detail,
        ..audit::entry(context, settled.company, actor, action, at)
    };
    store::audit::append(writer, &entry).await?;
    if let Some(content) = answer {
        outbox::tell_admins(context, writer, settled.company, &content, &[], at).await?;
    }
    Ok(Change {
        company: settled.company,
        topic: Topic::TokenRequest(settled.id),
    })
}

/// What the log says of the end of a request.
fn logged(state: &TokenRequestState) -> Result<(AuditAction, String), ServiceError> {
    Ok(match state {
        TokenRequestState::Open => return Err(ServiceError::Fault("an open request is no end")),
        TokenRequestState::Granted { tokens, .. } => (GRANTED, tokens.to_string()),
        TokenRequestState::Declined { reason, .. } => (DECLINED, reason.clone()),
        TokenRequestState::Withdrawn { .. } => (WITHDRAWN, String::new()),
    })
}

/// What the company's administrators are told: what the bank answered.
fn answer(state: &TokenRequestState) -> Option<MessageContent> {
    match state {
        TokenRequestState::Granted { tokens, .. } => {
            Some(MessageContent::AdminTokensGranted { tokens: *tokens })
        }
        TokenRequestState::Declined { reason, .. } => Some(MessageContent::AdminTokensDeclined {
            reason: reason.clone(),
        }),
        TokenRequestState::Open | TokenRequestState::Withdrawn { .. } => None,
    }
}
