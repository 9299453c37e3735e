//! Which of the tokens that a filter lets through a change can be made of now.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::batch::LARGEST_BATCH;
use crate::domain::error::RequestError;
use crate::domain::table::TokenFilter;
use crate::domain::token::{ActionKind, possible_from};
use crate::domain::view::{MatchingTokens, NamedToken, TokenRow};
use crate::store::token_table;

/// The tokens of the caller's company that match and that the caller may do
/// `action` to, by the names of their users; as many as one request takes at
/// most.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::Malformed`] for an action that is not done to all that match;
/// those of the store.
pub async fn list_matching(
    context: &Context,
    caller: &Caller,
    filter: &TokenFilter,
    action: ActionKind,
) -> Result<MatchingTokens, ServiceError> {
    caller.must_be_admin()?;
    if !matches!(action, ActionKind::Activate | ActionKind::Block) {
        return Err(RequestError::Malformed.into());
    }
    let company = caller.company.id;
    let mut reader = context.store.read().await?;
    let matching = token_table::total(&mut reader, company, filter).await?;
    let (mut rows, mut in_status) = (Vec::new(), 0);
    for status in possible_from(action) {
        if filter.status.is_some_and(|wanted| wanted != status) {
            continue;
        }
        let filter = TokenFilter {
            status: Some(status),
            ..*filter
        };
        in_status += token_table::total(&mut reader, company, &filter).await?;
        let room = LARGEST_BATCH.saturating_sub(rows.len());
        rows.extend(token_table::matching(&mut reader, company, &filter, room).await?);
    }
    let actor = caller.actor();
    let read = rows.len() as u64;
    let tokens = rows
        .into_iter()
        // Whether the caller can confirm is asked when they do.
        .filter(|row: &TokenRow| row.facts().allows(actor, true, action).is_ok())
        .map(NamedToken::from)
        .collect();
    Ok(MatchingTokens {
        tokens,
        matching,
        beyond: in_status.saturating_sub(read),
    })
}
