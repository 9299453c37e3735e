//! Carrying out what was confirmed for many tokens: piece by piece, so that
//! nobody else waits long, and each token exactly once, whenever the program
//! ends in between.

use std::collections::{HashMap, HashSet};

use super::apply_action::{Author, apply_action};
use super::audit::TokenChange;
use super::circumstances::{self, Subject};
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome, AuditReason};
use crate::domain::batch::ItemOutcome;
use crate::domain::company::Company;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::{OperationId, TokenId, UserId};
use crate::domain::operation::{Operation, OperationEvent, OperationState};
use crate::domain::time::Timestamp;
use crate::domain::token::{Circumstances, decide};
use crate::domain::user::User;
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::operation_item::OpenItem;
use crate::store::{self, Connection, candidate, company, operation, operation_item, token, user};

/// How many tokens are changed in one transaction.
const PIECE: u32 = 50;
/// How many batches are looked at in one round.
const ROUND: u32 = 50;

/// Carries out every confirmed batch to its end, a piece of each in turn: a short
/// one does not wait for a long one. What an earlier run left is taken up where
/// it stopped.
///
/// # Errors
/// The first one that kept a batch from going on; the other batches went on.
/// What was written stays; the rest is done the next time.
pub async fn carry_out_batches(context: &Context) -> Result<(), ServiceError> {
    let mut stuck = HashSet::<OperationId>::new();
    let mut first_error = None;
    loop {
        let confirmed = {
            let mut reader = context.store.read().await?;
            operation::confirmed_batches(&mut reader, ROUND).await?
        };
        let mut goes_on = false;
        for batch in confirmed {
            if stuck.contains(&batch.id) {
                continue;
            }
            match carry_out_piece(context, &batch).await {
                Ok(more) => goes_on |= more,
                Err(error) => {
                    stuck.insert(batch.id);
                    first_error.get_or_insert(error);
                }
            }
        }
        if !goes_on {
            return first_error.map_or(Ok(()), Err);
        }
    }
}

/// Changes the next tokens of a batch in one transaction; `true` while there
/// may be more.
///
/// # Errors
/// Those of the store; then nothing of the piece happened.
pub async fn carry_out_piece(context: &Context, batch: &Operation) -> Result<bool, ServiceError> {
    let at = context.now();
    let mut writer = context.store.write().await?;
    let Some(piece) = write_piece(context, &mut writer, batch, at).await? else {
        return Ok(false);
    };
    writer.commit().await?;
    context.publish_all(piece.changes);
    Ok(piece.goes_on)
}

/// What was written of a batch.
pub(super) struct Piece {
    /// What to tell open screens once it is committed.
    changes: Vec<Change>,
    /// Whether there may be more to do.
    pub goes_on: bool,
}

/// Changes the next tokens of a batch in the caller's transaction, or ends it
/// when none is left; `None` when another node has done so.
///
/// # Errors
/// Those of the store.
pub(super) async fn write_piece(
    context: &Context,
    writer: &mut Connection,
    batch: &Operation,
    at: Timestamp,
) -> Result<Option<Piece>, ServiceError> {
    company::lock(writer, batch.company).await?;
    // Another node may have been faster.
    let Some(batch) = operation::find(writer, batch.company, batch.id)
        .await?
        .filter(|batch| batch.state == OperationState::Confirmed)
    else {
        return Ok(None);
    };
    let mut changes = vec![Change {
        company: batch.company,
        topic: Topic::Operation(batch.id),
    }];
    let open = operation_item::open_of(writer, batch.id, PIECE).await?;
    let goes_on = !open.is_empty();
    if goes_on {
        changes.extend(carry_out_items(context, writer, &batch, open, at).await?);
    } else {
        finish(context, writer, batch, at).await?;
    }
    Ok(Some(Piece { changes, goes_on }))
}

/// Looks at each of `open`, and writes what became of it.
async fn carry_out_items(
    context: &Context,
    writer: &mut Connection,
    batch: &Operation,
    open: Vec<OpenItem>,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let people = People::of(writer, batch).await?;
    let mut tokens = Tokens::of(writer, batch, &people, &open, at).await?;
    let mut changes = Vec::new();
    let mut done = Vec::with_capacity(open.len());
    for item in open {
        let found = tokens.take(item);
        match carry_out(context, writer, batch, &people, found, at).await? {
            Ok(more) => {
                changes.extend(more);
                done.push(item.position);
            }
            Err(error) => {
                note_failed(context, writer, batch, &people, item, &error, at).await?;
                let outcome = ItemOutcome::Failed(error);
                let place = item.position;
                operation_item::settle(writer, batch.id, place, &outcome, at).await?;
            }
        }
    }
    operation_item::settle_done(writer, batch.id, &done, at).await?;
    Ok(changes)
}

/// Whose batch it is.
struct People {
    company: Company,
    requester: User,
}

impl People {
    async fn of(connection: &mut Connection, batch: &Operation) -> Result<Self, ServiceError> {
        let company = company::find(connection, batch.company)
            .await?
            .ok_or(ServiceError::Fault("an operation's company is not there"))?;
        let requester = user::find(connection, batch.company, batch.requested_by)
            .await?
            .ok_or(ServiceError::Fault("a user of an operation is not there"))?;
        Ok(Self { company, requester })
    }
}

/// What the items of a piece are about, read in a few queries. No two items of a
/// batch share a token or a user, so that no change of a piece makes untrue what
/// was read for another.
struct Tokens(HashMap<TokenId, (Subject, Circumstances)>);

impl Tokens {
    async fn of(
        connection: &mut Connection,
        batch: &Operation,
        people: &People,
        open: &[OpenItem],
        at: Timestamp,
    ) -> Result<Self, ServiceError> {
        let names: Vec<TokenId> = open.iter().map(|item| item.subject.token).collect();
        let holders: Vec<UserId> = open.iter().map(|item| item.subject.holder).collect();
        let mut tokens: HashMap<TokenId, _> = token::find_many(connection, batch.company, &names)
            .await?
            .into_iter()
            .map(|token| (token.id, token))
            .collect();
        let mut users: HashMap<UserId, _> =
            candidate::of_users(connection, batch.company, &holders)
                .await?
                .into_iter()
                .map(|(user, holdings)| (user.id, (user, holdings)))
                .collect();
        let subjects: Vec<Subject> = open
            .iter()
            .filter_map(|item| {
                let token = tokens.remove(&item.subject.token)?;
                let (holder, holdings) = users.remove(&item.subject.holder)?;
                Some(Subject {
                    token,
                    holder,
                    holdings,
                })
            })
            .collect();
        let company = &people.company;
        let all =
            circumstances::of_tokens(connection, company, &subjects, Some(batch.id), at).await?;
        let named = subjects.into_iter().zip(all);
        Ok(Self(named.map(|entry| (entry.0.token.id, entry)).collect()))
    }

    /// What an item is about, or why it cannot be carried out any more.
    fn take(&mut self, item: OpenItem) -> Result<(Subject, Circumstances), RequestError> {
        let found = self.0.remove(&item.subject.token);
        let (subject, circumstances) = found.ok_or(RequestError::NotFound)?;
        if subject.token.version == item.subject.version {
            Ok((subject, circumstances))
        } else {
            Err(Conflict::ChangedMeanwhile.into())
        }
    }
}

/// Changes one token, or tells why it cannot be changed any more. The rule is
/// asked before anything is written: a refusal leaves nothing behind.
async fn carry_out(
    context: &Context,
    writer: &mut Connection,
    batch: &Operation,
    people: &People,
    found: Result<(Subject, Circumstances), RequestError>,
    at: Timestamp,
) -> Result<Result<Vec<Change>, RequestError>, ServiceError> {
    let (subject, circumstances) = match found {
        Ok(found) => found,
        Err(error) => return Ok(Err(error)),
    };
    let author = Author::requester(&people.requester, batch.id).from(AuditOrigin::System);
    let Some(action) = batch.kind.action(subject.holder.id) else {
        return Ok(Err(RequestError::Malformed));
    };
    let token = subject.token;
    if let Err(refusal) = decide(author.actor, token.state, action, &circumstances) {
        return Ok(Err(RequestError::Refused(refusal)));
    }
    let applied = apply_action(context, writer, token, action, author, &circumstances, at).await?;
    Ok(Ok(applied.changes))
}

/// Writes into the log why one token was not changed.
async fn note_failed(
    context: &Context,
    writer: &mut Connection,
    batch: &Operation,
    people: &People,
    item: OpenItem,
    error: &RequestError,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let (Some(token), Some(reason), Some(kind)) = (
        token::find(writer, batch.company, item.subject.token).await?,
        AuditReason::of(error),
        batch.kind.action_kind(),
    ) else {
        return Ok(());
    };
    let holder = user::find(writer, batch.company, item.subject.holder).await?;
    let change = TokenChange {
        actor: audit::person(&people.requester).from(AuditOrigin::System),
        action: kind.into(),
        token: &token,
        from: Some(token.state.status()),
        holder: holder.as_ref(),
        operation: Some(batch.id),
        detail: "",
    };
    let entry = AuditEntry {
        outcome: AuditOutcome::Failed(reason),
        ..change.into_entry(context, at)
    };
    store::audit::append(writer, &entry).await?;
    Ok(())
}

/// Every token has been looked at.
async fn finish(
    context: &Context,
    writer: &mut Connection,
    batch: Operation,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let version = batch.version;
    let progress = operation_item::progress(writer, batch.id).await?;
    let applied = batch.step(OperationEvent::Apply, at)?;
    operation::save(writer, &applied, version).await?;
    let requester = user::find(writer, applied.company, applied.requested_by).await?;
    let actor = requester
        .as_ref()
        .map_or_else(AuditActor::system, audit::person);
    let actor = actor.from(AuditOrigin::System);
    let detail = format!("{} × {}", applied.kind.code(), progress.done);
    let entry = AuditEntry {
        outcome: match progress.failed {
            0 => AuditOutcome::Done,
            _ => AuditOutcome::Failed(AuditReason::SomeFailed),
        },
        ..audit::of_batch(
            context,
            &applied,
            actor,
            AuditAction::OperationApplied,
            detail,
            at,
        )
    };
    store::audit::append(writer, &entry).await?;
    Ok(())
}
