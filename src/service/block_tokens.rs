//! Blocking tokens at once: a few in each transaction, so that many go quickly
//! and nobody else waits long.

use std::collections::HashSet;

use super::apply_action::{Author, apply_action};
use super::attempt::{Attempt, note_refusal};
use super::circumstances::{self, is_last_admin};
use super::identify::Caller;
use super::seen_token::{self, Missed};
use super::{Change, Context, ServiceError, audit};
use crate::domain::batch::LARGEST_PIECE;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::id::TokenId;
use crate::domain::time::Timestamp;
use crate::domain::token::{ActionKind, BlockReason, Circumstances, Token, TokenAction, decide};
use crate::domain::view::{SeenToken, TokenOutcome};
use crate::store::{Connection, company};

/// How many tokens are blocked in one transaction.
const PIECE: usize = 25;

/// Why each token of a piece was not blocked; `None` where it was.
type Outcomes = Vec<Option<RequestError>>;

/// Blocks each of `tokens`: what cannot be blocked any more does not keep the
/// others working. Tells what became of each, in their order.
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
    let mut errors: Outcomes = Vec::with_capacity(tokens.len());
    for piece in tokens.chunks(PIECE) {
        match block_piece(context, caller, piece, reason).await {
            Ok(outcomes) => errors.extend(outcomes),
            // What failed for these would fail for the others, later.
            Err(fault) => {
                let error = fault.into_request_error(context);
                errors.resize(tokens.len(), Some(error));
                break;
            }
        }
    }
    if let [Some(error)] = errors.as_slice() {
        return Err(error.clone().into());
    }
    for (seen, error) in tokens.iter().zip(&errors) {
        if let Some(error) = error {
            let attempt = Attempt::of(ActionKind::Block).on_token(seen.token);
            note_refusal(context, caller, attempt, error);
        }
    }
    let outcome = |(seen, error): (&SeenToken, _)| TokenOutcome {
        token: seen.token,
        error,
    };
    Ok(tokens.iter().zip(errors).map(outcome).collect())
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
        count if count > LARGEST_PIECE => Err(RequestError::field(
            FieldName::Tokens,
            FieldProblem::TooLong,
        )),
        _ => Ok(()),
    }
}

/// Blocks a few tokens in one transaction. The rule is asked before anything is
/// written for one: a refusal leaves nothing behind.
async fn block_piece(
    context: &Context,
    caller: &Caller,
    piece: &[SeenToken],
    reason: BlockReason,
) -> Result<Outcomes, ServiceError> {
    let at = context.now();
    let action = TokenAction::Block { reason };
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let mut found = seen_token::find_all(&mut writer, caller, piece).await?;
    // Who is named twice was changed by the first of the two.
    let mut named = HashSet::<TokenId>::new();
    for (seen, found) in piece.iter().zip(&mut found) {
        if !named.insert(seen.token) && found.is_ok() {
            *found = Err(Missed::Changed(seen.token));
        }
    }
    let subjects: Vec<_> = found.iter().flatten().cloned().collect();
    let all = circumstances::of_tokens(&mut writer, &caller.company, &subjects, None, at).await?;
    let mut all = all.into_iter();
    let mut outcomes = Outcomes::with_capacity(piece.len());
    let mut changes = Vec::new();
    for found in found {
        let subject = match found {
            Err(missed) => {
                let told = missed.told(&mut writer, caller, action.kind()).await?;
                outcomes.push(Some(told));
                continue;
            }
            Ok(subject) => subject,
        };
        let circumstances = Circumstances {
            // One blocked a moment ago may have been the last but one.
            holder_is_last_admin: is_last_admin(&mut writer, &subject.token, &subject.holder)
                .await?,
            ..all.next().unwrap_or_default()
        };
        let decided = decide(caller.actor(), subject.token.state, action, &circumstances);
        if let Err(refusal) = decided {
            outcomes.push(Some(RequestError::Refused(refusal)));
            continue;
        }
        let token = subject.token;
        changes.extend(
            block(
                context,
                &mut writer,
                caller,
                token,
                action,
                &circumstances,
                at,
            )
            .await?,
        );
        outcomes.push(None);
    }
    writer.commit().await?;
    context.publish_all(changes);
    Ok(outcomes)
}

async fn block(
    context: &Context,
    writer: &mut Connection,
    caller: &Caller,
    token: Token,
    action: TokenAction,
    circumstances: &Circumstances,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let author = Author {
        actor: caller.actor(),
        name: audit::caller(caller),
        operation: None,
    };
    let applied = apply_action(context, writer, token, action, author, circumstances, at).await?;
    Ok(applied.changes)
}
