//! What asking for any operation has in common: who may ask, what the rule says
//! of it, and the challenge for the asker's own device.

use std::time::Duration;

use super::audit::TokenChange;
use super::expire_operations::expire_due_of;
use super::hub::{Change, Topic};
use super::identify::Caller;
use super::operation_view::Subjects;
use super::question::Question;
use super::unlock_requests::are_locked;
use super::{Context, ServiceError, audit, operation_view, own_token};
use crate::domain::audit::AuditAction;
use crate::domain::error::{Conflict, Pause, RequestError};
use crate::domain::id::OperationId;
use crate::domain::operation::{
    OPERATION_LIFETIME, Operation, OperationKind, OperationState, Subject, TokenSubject,
};
use crate::domain::protocol::{ChallengeSubject, ChallengeToken};
use crate::domain::time::Timestamp;
use crate::domain::token::{Circumstances, Token, decide};
use crate::domain::user::User;
use crate::domain::view::OperationView;
use crate::store::audit::AuditEntry;
use crate::store::device::DeviceRecord;
use crate::store::{self, Connection, Writer, company, confirmation, operation};

/// What the log calls asking for an operation.
pub(super) const REQUESTED: AuditAction = AuditAction::OperationRequested;

/// DESIGN §4, limits: so many requests that were not approved, within this
/// time, pause an administrator's requests.
const UNAPPROVED_ALLOWED: u32 = 5;
const UNAPPROVED_WINDOW: Duration = Duration::from_secs(10 * 60);
/// A request being made: an open transaction and what was checked in it.
pub(super) struct Request {
    /// The transaction.
    pub writer: Writer,
    /// The asker's device.
    device: DeviceRecord,
    /// When it is made.
    pub at: Timestamp,
    /// Operations past their time that ended on the way: to be told once this
    /// is committed.
    ended: Vec<Change>,
}

/// Checks who asks, and begins.
pub(super) async fn begin(context: &Context, caller: &Caller) -> Result<Request, ServiceError> {
    caller.must_be_admin()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let ended = expire_due_of(context, &mut writer, caller.company.id, at).await?;
    check_limits(&mut writer, caller, at).await?;
    let device = own_token::active_device(&mut writer, &caller.user)
        .await?
        .ok_or(Conflict::NoActiveToken)?;
    Ok(Request {
        writer,
        device,
        at,
        ended,
    })
}

async fn check_limits(
    connection: &mut Connection,
    caller: &Caller,
    at: Timestamp,
) -> Result<(), ServiceError> {
    if are_locked(connection, caller.user.id).await? {
        return Err(RequestError::Locked.into());
    }
    let since = at.minus(UNAPPROVED_WINDOW);
    let oldest =
        operation::nth_unapproved(connection, caller.user.id, since, UNAPPROVED_ALLOWED).await?;
    match oldest {
        None => Ok(()),
        // Once it is old enough there are fewer within the time.
        Some(oldest) => Err(RequestError::Paused {
            pause: Pause::UnapprovedRequests,
            retry_after: oldest
                .plus(UNAPPROVED_WINDOW)
                .since(at)
                .as_secs()
                .saturating_add(1),
        }
        .into()),
    }
}

/// Writes the operation and its challenge, commits, and tells what to show.
pub(super) async fn finish(
    context: &Context,
    caller: &Caller,
    mut request: Request,
    kind: OperationKind,
    token: Token,
    holder: User,
    circumstances: &Circumstances,
) -> Result<OperationView, ServiceError> {
    decide(
        caller.actor(),
        token.state,
        kind.action(holder.id),
        circumstances,
    )?;
    let subject = Subject::Token(subject_of(&token, &holder));
    let operation = new_operation(context, caller, kind, subject, request.at);
    operation::insert(&mut request.writer, &operation).await?;
    let entry = TokenChange {
        actor: audit::caller(caller),
        action: REQUESTED,
        token: &token,
        from: Some(token.state.status()),
        holder: Some(&holder),
        operation: Some(operation.id),
        detail: kind.code(),
    }
    .into_entry(context, request.at);
    let told = ChallengeSubject::Token(told(&token, &holder));
    let subjects = Subjects::Token {
        token: &token,
        holder: &holder,
    };
    request
        .conclude(context, caller, &operation, told, entry, subjects)
        .await
}

impl Request {
    /// Writes the challenge and the audit row of an operation that was just
    /// added, commits, and tells what to show.
    pub(super) async fn conclude(
        self,
        context: &Context,
        caller: &Caller,
        operation: &Operation,
        told: ChallengeSubject,
        entry: AuditEntry,
        subjects: Subjects<'_>,
    ) -> Result<OperationView, ServiceError> {
        let mut writer = self.writer;
        let question = Question {
            operation,
            company_name: &caller.company.name,
            requester: &caller.user,
            subject: told,
            first_approval: None,
            device: &self.device,
            issued_at: operation.requested_at,
        };
        let record = question.into_record(context)?;
        confirmation::insert(&mut writer, &record).await?;
        store::audit::append(&mut writer, &entry).await?;
        writer.commit().await?;
        let requested = Change {
            company: operation.company,
            topic: Topic::Operation(operation.id),
        };
        context.publish_all(self.ended.into_iter().chain([requested]));
        Ok(operation_view::view(
            context,
            operation,
            subjects,
            Some(&record),
            None,
        ))
    }
}

/// What an operation knows of a token and the user it is about.
pub(super) const fn subject_of(token: &Token, holder: &User) -> TokenSubject {
    TokenSubject {
        token: token.id,
        version: token.version,
        holder: holder.id,
    }
}

/// What the signed bytes say of them.
pub(super) fn told(token: &Token, holder: &User) -> ChallengeToken {
    ChallengeToken {
        serial: token.serial,
        token_version: token.version,
        holder: holder.id,
        holder_username: holder.username.clone(),
        holder_full_name: holder.full_name.clone(),
    }
}

/// An operation that waits for its requester's device.
pub(super) fn new_operation(
    context: &Context,
    caller: &Caller,
    kind: OperationKind,
    subject: Subject,
    at: Timestamp,
) -> Operation {
    Operation {
        id: OperationId::new(at, context.random_bytes()),
        company: caller.company.id,
        kind,
        subject,
        requested_by: caller.user.id,
        approvals: caller.company.approvals,
        second: None,
        state: OperationState::Pending,
        requested_at: at,
        expires_at: at.plus(OPERATION_LIFETIME),
        settled_at: None,
        version: 1,
    }
}
