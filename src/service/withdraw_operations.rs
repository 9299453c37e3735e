//! Ending operations that can no longer be confirmed: those that wait for a
//! device which may not answer any more, and the one that waits for a token
//! which has changed.

use super::apply_action::Author;
use super::settle_operation::settle_operation;
use super::{Change, Context, ServiceError, Topic};
use crate::domain::batch::ItemOutcome;
use crate::domain::error::Conflict;
use crate::domain::id::DeviceId;
use crate::domain::operation::{
    Operation, OperationEvent, OperationKind, OperationState, Rejection, Subject,
};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::store::audit::AuditActor;
use crate::store::{Connection, confirmation, operation, operation_item};

/// Rejects every open operation that was asked for with `device`: those that wait
/// for its answer, and those that wait for a second administrator after it said
/// yes. One that only asks it for the second approval goes on waiting for another
/// administrator.
pub(super) async fn withdraw_operations(
    context: &Context,
    writer: &mut Connection,
    token: &Token,
    device: DeviceId,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let mut withdrawn = operation::awaiting_second_after(writer, token.company, device).await?;
    for record in confirmation::waiting_for(writer, device, at).await? {
        let waiting = operation::find(writer, record.company, record.operation).await?;
        withdrawn.extend(waiting.filter(|waiting| waiting.state == OperationState::Pending));
    }
    let mut changes = Vec::new();
    for waiting in withdrawn {
        let event = OperationEvent::Reject(Rejection::DeviceBlocked);
        let system = AuditActor::system();
        let (_, change) = settle_operation(context, writer, waiting, event, system, at).await?;
        changes.push(change);
    }
    Ok(changes)
}

/// Supersedes the operation that waits for `token`, so that whoever waits for it
/// learns at once that it came to nothing; not the one that `author` carries
/// out.
pub(super) async fn supersede_operation(
    context: &Context,
    writer: &mut Connection,
    token: &Token,
    author: &Author,
    at: Timestamp,
) -> Result<Option<Change>, ServiceError> {
    let waiting = operation::open_of_token(writer, token.id).await?;
    let Some(waiting) = waiting.filter(|waiting| Some(waiting.id) != author.operation) else {
        return Ok(None);
    };
    // Of many tokens only this one drops out; the operation goes on with the
    // others.
    if let Subject::Batch { .. } = waiting.subject {
        let item = operation_item::open_for_token(writer, waiting.id, token.id).await?;
        if let Some(item) = item {
            let outcome = ItemOutcome::Failed(Conflict::ChangedMeanwhile.into());
            operation_item::settle(writer, waiting.id, item.position, &outcome, at).await?;
        }
        return Ok(Some(Change {
            company: waiting.company,
            topic: Topic::Operation(waiting.id),
        }));
    }
    let (event, actor) = (OperationEvent::Supersede, author.name.clone());
    let (_, change) = settle_operation(context, writer, waiting, event, actor, at).await?;
    Ok(Some(change))
}

/// Supersedes what waits to be confirmed about a user: an assignment to them, a
/// change of their token or of their contact data. In a list of many only they
/// drop out, when it is carried out.
///
/// # Errors
/// Those of the store.
pub(super) async fn supersede_about(
    context: &Context,
    writer: &mut Connection,
    user: &User,
    actor: &AuditActor,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let waiting = operation::open_about(writer, user.id).await?;
    supersede_all(context, writer, waiting, actor, at).await
}

/// Supersedes the change of a user's contact data that waits to be confirmed: the
/// user is not any more as they were when it was asked for.
///
/// # Errors
/// Those of the store.
pub(super) async fn supersede_contact_change(
    context: &Context,
    writer: &mut Connection,
    user: &User,
    actor: &AuditActor,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let mut waiting = operation::open_about(writer, user.id).await?;
    waiting.retain(|waiting| waiting.kind == OperationKind::ChangeContact);
    supersede_all(context, writer, waiting, actor, at).await
}

async fn supersede_all(
    context: &Context,
    writer: &mut Connection,
    waiting: Vec<Operation>,
    actor: &AuditActor,
    at: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let mut changes = Vec::with_capacity(waiting.len());
    for waiting in waiting {
        let (event, actor) = (OperationEvent::Supersede, actor.clone());
        let (_, change) = settle_operation(context, writer, waiting, event, actor, at).await?;
        changes.push(change);
    }
    Ok(changes)
}
