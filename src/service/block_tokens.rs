//! Blocking tokens at once.

use super::act_at_once::act_at_once;
use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::table::PAGE_SIZES;
use crate::domain::token::{BlockReason, TokenAction};
use crate::domain::view::{SeenToken, TokenOutcome};

/// As many as a page of the table shows at most.
const MOST_AT_ONCE: usize = PAGE_SIZES[PAGE_SIZES.len() - 1] as usize;

/// Blocks each of `tokens`, each by itself: what cannot be blocked any more does
/// not keep the others working. Tells what became of each, in their order.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::Invalid`] for no tokens, too many, or a reason that no person
/// gives; for a single token, why it was not blocked.
pub async fn block_tokens(
    context: &Context,
    caller: &Caller,
    tokens: &[SeenToken],
    reason: BlockReason,
) -> Result<Vec<TokenOutcome>, ServiceError> {
    caller.must_be_admin()?;
    check(tokens, reason)?;
    let action = TokenAction::Block { reason };
    let mut outcomes: Vec<TokenOutcome> = Vec::with_capacity(tokens.len());
    let mut failure = None;
    for seen in tokens {
        let error = match &failure {
            // What failed for one would fail for the others, later.
            Some(failure) => Some(RequestError::clone(failure)),
            None => match act_at_once(context, caller, *seen, action).await {
                Ok(()) => None,
                Err(ServiceError::Request(refused)) => Some(refused),
                Err(fault) => {
                    failure = Some(fault.into_request_error(context));
                    failure.clone()
                }
            },
        };
        outcomes.push(TokenOutcome {
            token: seen.token,
            error,
        });
    }
    match outcomes.as_slice() {
        [
            TokenOutcome {
                error: Some(error), ..
            },
        ] => Err(error.clone().into()),
        _ => Ok(outcomes),
    }
}

fn check(tokens: &[SeenToken], reason: BlockReason) -> Result<(), RequestError> {
    if !BlockReason::GIVEN.contains(&reason) {
        return Err(RequestError::field(FieldName::Reason, FieldProblem::Wrong));
    }
    match tokens.len() {
        0 => Err(RequestError::field(
            FieldName::Tokens,
            FieldProblem::Missing,
        )),
        count if count > MOST_AT_ONCE => Err(RequestError::field(
            FieldName::Tokens,
            FieldProblem::TooLong,
        )),
        _ => Ok(()),
    }
}
