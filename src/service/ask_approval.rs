//! Asking a second administrator's own device.

use sha2::{Digest, Sha256};

use super::approval::{decide, find_shared};
use super::identify::Caller;
use super::question::Question;
use super::request_operation::told;
use super::{Change, Context, ServiceError, Topic, own_token, show_approval};
use crate::domain::error::Conflict;
use crate::domain::id::OperationId;
use crate::domain::operation::{Operation, Subject};
use crate::domain::protocol::{ChallengeBatch, ChallengeSubject, Decision, FirstApproval};
use crate::domain::view::ApprovalView;
use crate::store::{Connection, company, confirmation, operation, token, user};

/// Has the caller's AppMovil ask whether the operation is approved, and tells
/// the number to type there. A question that can still be answered stays; one
/// that ran out, or took too many wrong numbers, is replaced by another while
/// the operation waits.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotFound`] for an operation of another
/// company or of nobody; the refusal of [`crate::domain::approval`];
/// [`Conflict::AlreadySettled`] when somebody was faster; those of the store.
pub async fn ask_approval(
    context: &Context,
    caller: &Caller,
    operation: OperationId,
) -> Result<ApprovalView, ServiceError> {
    caller.must_be_admin()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let waiting = find_shared(&mut writer, caller, operation).await?;
    decide(&mut writer, &caller.user, &waiting, Decision::Approve, at).await??;
    let device = own_token::active_device(&mut writer, &caller.user)
        .await?
        .ok_or(Conflict::NoActiveToken)?;
    let before = confirmation::of_device(&mut writer, waiting.id, device.id).await?;
    if before.as_ref().is_none_or(|before| !before.is_open(at)) {
        if let Some(before) = before {
            confirmation::forget_unanswered(&mut writer, before.id).await?;
        }
        let requester = user::find(&mut writer, waiting.company, waiting.requested_by)
            .await?
            .ok_or(ServiceError::Fault("a user of an operation is not there"))?;
        let question = Question {
            operation: &waiting,
            company_name: &caller.company.name,
            requester: &requester,
            subject: subject(&mut writer, &waiting).await?,
            first_approval: Some(first_approval(&mut writer, &waiting).await?),
            device: &device,
            issued_at: at,
        };
        confirmation::insert(&mut writer, &question.into_record(context)?).await?;
    }
    let view = show_approval::view(&mut writer, caller, &waiting, at).await?;
    writer.commit().await?;
    context.publish(Change {
        company: waiting.company,
        topic: Topic::Operation(waiting.id),
    });
    Ok(view)
}

/// What the signed bytes say of what will be changed: the same that the
/// requester's said.
async fn subject(
    connection: &mut Connection,
    waiting: &Operation,
) -> Result<ChallengeSubject, ServiceError> {
    let subject = match waiting.subject {
        Subject::Batch { items } => {
            let list = operation::list_of(connection, waiting.id)
                .await?
                .ok_or(ServiceError::Fault("an operation's list is not there"))?;
            return Ok(ChallengeSubject::Batch(ChallengeBatch {
                items,
                list_hash: Sha256::digest(&list).to_vec().into(),
            }));
        }
        Subject::Token(subject) => subject,
    };
    let token = token::find(connection, waiting.company, subject.token)
        .await?
        .ok_or(ServiceError::Fault("an operation's token is not there"))?;
    if token.version != subject.version {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let holder = user::find(connection, waiting.company, subject.holder)
        .await?
        .ok_or(ServiceError::Fault("an operation's user is not there"))?;
    Ok(ChallengeSubject::Token(told(&token, &holder)))
}

/// The requester's own yes.
async fn first_approval(
    connection: &mut Connection,
    waiting: &Operation,
) -> Result<FirstApproval, ServiceError> {
    confirmation::of_operation(connection, waiting.id)
        .await?
        .into_iter()
        .find(|record| record.decision == Some(Decision::Approve))
        .and_then(|record| {
            Some(FirstApproval {
                confirmation: record.id,
                approved_at: record.decided_at?,
            })
        })
        .ok_or(ServiceError::Fault(
            "an operation waits for a second approval without a first",
        ))
}
