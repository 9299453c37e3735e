//! Carrying out what was confirmed for many tokens: piece by piece, so that
//! nobody else waits long, and each token exactly once, whenever the program
//! ends in between.

use super::apply_action::{Author, apply_action};
use super::{Change, Context, ServiceError, Topic, audit, circumstances};
use crate::domain::batch::ItemOutcome;
use crate::domain::company::Company;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::operation::{Operation, OperationEvent, OperationState};
use crate::domain::time::Timestamp;
use crate::domain::token::decide;
use crate::domain::user::User;
use crate::store::operation_item::OpenItem;
use crate::store::{Connection, company, operation, operation_item, token, user};

/// How many tokens are changed in one transaction.
const PIECE: u32 = 50;
/// How many batches are looked at in one round.
const ROUND: u32 = 50;

/// Carries out every confirmed batch to its end. The server calls it again and
/// again; what an earlier run left is taken up where it stopped.
///
/// # Errors
/// Those of the store. What was written stays; the rest is done the next time.
pub async fn carry_out_batches(context: &Context) -> Result<(), ServiceError> {
    let confirmed = {
        let mut reader = context.store.read().await?;
        operation::confirmed_batches(&mut reader, ROUND).await?
    };
    for batch in confirmed {
        while carry_out_piece(context, &batch).await? {}
    }
    Ok(())
}

/// Changes the next tokens of a batch in one transaction; `true` while there
/// may be more.
async fn carry_out_piece(context: &Context, batch: &Operation) -> Result<bool, ServiceError> {
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, batch.company).await?;
    // Another node may have been faster.
    let Some(batch) = operation::find(&mut writer, batch.company, batch.id)
        .await?
        .filter(|batch| batch.state == OperationState::Confirmed)
    else {
        return Ok(false);
    };
    let mut changes = vec![Change {
        company: batch.company,
        topic: Topic::Operation(batch.id),
    }];
    let open = operation_item::open_of(&mut writer, batch.id, PIECE).await?;
    if open.is_empty() {
        finish(context, &mut writer, batch, at).await?;
        writer.commit().await?;
        context.publish_all(changes);
        return Ok(false);
    }
    let people = People::of(&mut writer, &batch).await?;
    for item in open {
        let (outcome, more) = carry_out(context, &mut writer, &batch, &people, item, at).await?;
        changes.extend(more);
        operation_item::settle(&mut writer, batch.id, item.position, &outcome, at).await?;
    }
    writer.commit().await?;
    context.publish_all(changes);
    Ok(true)
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

/// Changes one token, or tells why it cannot be changed any more. The rule is
/// asked before anything is written: a refusal leaves nothing behind.
async fn carry_out(
    context: &Context,
    writer: &mut Connection,
    batch: &Operation,
    people: &People,
    item: OpenItem,
    at: Timestamp,
) -> Result<(ItemOutcome, Vec<Change>), ServiceError> {
    let subject = item.subject;
    let failed = |error: RequestError| Ok((ItemOutcome::Failed(error), Vec::new()));
    let Some(token) = token::find(writer, batch.company, subject.token).await? else {
        return failed(RequestError::NotFound);
    };
    if token.version != subject.version {
        return failed(Conflict::ChangedMeanwhile.into());
    }
    let Some(holder) = user::find(writer, batch.company, subject.holder).await? else {
        return failed(RequestError::NotFound);
    };
    let circumstances =
        circumstances::of_token(writer, &people.company, &token, &holder, Some(batch.id), at)
            .await?;
    let author = Author::requester(&people.requester, batch.id);
    let Some(action) = batch.kind.action(holder.id) else {
        return failed(RequestError::Malformed);
    };
    if let Err(refusal) = decide(author.actor, token.state, action, &circumstances) {
        return failed(RequestError::Refused(refusal));
    }
    let applied = apply_action(context, writer, token, action, author, &circumstances, at).await?;
    Ok((ItemOutcome::Done, applied.changes))
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
        .map_or_else(crate::store::audit::AuditActor::system, audit::person);
    let detail = format!("{} done, {} failed", progress.done, progress.failed);
    let entry = audit::of_batch(context, &applied, actor, "operation_applied", detail, at);
    crate::store::audit::append(writer, &entry).await?;
    Ok(())
}
