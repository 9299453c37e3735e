//! A token as the person saw it who asks to change it, or what happened to it
//! since.

use std::collections::HashMap;

use super::circumstances::Subject;
use super::identify::Caller;
use super::{ServiceError, show_token};
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::{CompanyId, TokenId, UserId};
use crate::domain::time::Timestamp;
use crate::domain::token::{ActionKind, Refusal, Token, TokenStatus};
use crate::domain::user::User;
use crate::domain::view::{SeenToken, TimelineEntry};
use crate::store::{Connection, audit, candidate, token, user};

/// How far back the log is read in search of what changed a token last. Between
/// two changes stand a few requests at most.
const LOOK_BACK: u32 = 50;

/// The token of the caller's company and its holder, if it is still at the
/// version that was seen. `action` is what the caller wants to do to it.
///
/// The caller's company has to be locked, so that nothing happens between this
/// answer and the change.
///
/// # Errors
/// [`RequestError::NotFound`] for a token of another company or of nobody;
/// [`RequestError::Overtaken`] when somebody changed it first;
/// [`Refusal::WrongState`] when nobody holds it; those of the store.
pub(super) async fn find(
    connection: &mut Connection,
    caller: &Caller,
    seen: SeenToken,
    action: ActionKind,
) -> Result<(Token, User), ServiceError> {
    let company = caller.company.id;
    let token = token::find(connection, company, seen.token)
        .await?
        .ok_or(RequestError::NotFound)?;
    if token.version != seen.version {
        return Err(overtaken(connection, company, token.id).await?.into());
    }
    let holder = token.state.holder().ok_or(Refusal::WrongState {
        from: token.state.status(),
        action,
    })?;
    let holder = user::find(connection, company, holder)
        .await?
        .ok_or(ServiceError::Fault("a token's holder is not there"))?;
    Ok((token, holder))
}

/// Why a token cannot be changed as it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missed {
    /// It is not there, or another company's.
    NotThere,
    /// It was changed since.
    Changed(TokenId),
    /// Nobody holds it.
    HeldByNobody(TokenStatus),
}

impl Missed {
    /// What the caller, who wants to do `action`, is told.
    pub(super) async fn told(
        self,
        connection: &mut Connection,
        caller: &Caller,
        action: ActionKind,
    ) -> Result<RequestError, ServiceError> {
        match self {
            Self::NotThere => Ok(RequestError::NotFound),
            Self::Changed(token) => overtaken(connection, caller.company.id, token).await,
            Self::HeldByNobody(from) => {
                Ok(RequestError::Refused(Refusal::WrongState { from, action }))
            }
        }
    }
}

/// Each of the tokens that the caller saw with its holder, in their order, as
/// [`find`] tells them, in a few queries for all.
///
/// # Errors
/// Those of the store.
pub(super) async fn find_all(
    connection: &mut Connection,
    caller: &Caller,
    seen: &[SeenToken],
) -> Result<Vec<Result<Subject, Missed>>, ServiceError> {
    let company = caller.company.id;
    let names: Vec<TokenId> = seen.iter().map(|seen| seen.token).collect();
    let found = token::find_many(connection, company, &names).await?;
    let holders: Vec<UserId> = found
        .iter()
        .filter_map(|token| token.state.holder())
        .collect();
    let tokens: HashMap<TokenId, Token> =
        found.into_iter().map(|token| (token.id, token)).collect();
    let users: HashMap<UserId, _> = candidate::of_users(connection, company, &holders)
        .await?
        .into_iter()
        .map(|(user, holdings)| (user.id, (user, holdings)))
        .collect();
    seen.iter()
        .map(|seen| {
            let Some(token) = tokens.get(&seen.token) else {
                return Ok(Err(Missed::NotThere));
            };
            if token.version != seen.version {
                return Ok(Err(Missed::Changed(token.id)));
            }
            let Some(holder) = token.state.holder() else {
                return Ok(Err(Missed::HeldByNobody(token.state.status())));
            };
            let (holder, holdings) = users
                .get(&holder)
                .cloned()
                .ok_or(ServiceError::Fault("a token's holder is not there"))?;
            Ok(Ok(Subject {
                token: token.clone(),
                holder,
                holdings,
            }))
        })
        .collect()
}

/// The refusal of a change of a token that somebody changed first: who, and how.
pub(super) async fn overtaken(
    connection: &mut Connection,
    company: CompanyId,
    token: TokenId,
) -> Result<RequestError, ServiceError> {
    let since = Timestamp::from_seconds(0);
    let newest = newest_change(connection, company, token, since).await?;
    Ok(match newest {
        Some(change) => RequestError::Overtaken(Box::new(change)),
        None => Conflict::ChangedMeanwhile.into(),
    })
}

/// What changed a token last, at `since` or later.
pub(super) async fn newest_change(
    connection: &mut Connection,
    company: CompanyId,
    token: TokenId,
    since: Timestamp,
) -> Result<Option<TimelineEntry>, ServiceError> {
    let entries = audit::of_token(connection, company, token, LOOK_BACK).await?;
    Ok(entries
        .into_iter()
        .filter_map(show_token::timeline_entry)
        .find(|entry| entry.at >= since))
}
