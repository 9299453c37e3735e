//! Requests of a demo company with control dual: asked for, confirmed by the one
//! who asked, decided by a second administrator.

use std::time::Duration;

use super::build::Builder;
use crate::domain::company::Approvals;
use crate::domain::id::OperationId;
use crate::domain::operation::{
    OPERATION_LIFETIME, Operation, OperationEvent, OperationKind, OperationState, Rejection,
    Subject, TokenSubject,
};
use crate::domain::protocol::{ChallengeSubject, Decision, sign_list};
use crate::domain::time::Timestamp;
use crate::domain::token::{Circumstances, Token};
use crate::domain::user::User;
use crate::service::apply_action::{Author, apply_action};
use crate::service::question::Question;
use crate::service::request_operation::{REQUESTED, subject_of, told};
use crate::service::settle_operation::settle_operation;
use crate::service::{ServiceError, audit, own_token};
use crate::store::{self, confirmation, operation};

/// How long the one who asked took to confirm.
const THINKING: Duration = Duration::from_secs(45);

impl Builder<'_> {
    /// An operation that `requester` asked for and confirmed, and that waits for
    /// a second administrator. The device that signed is one of the demo: its
    /// signature is none that anybody could verify.
    pub(super) async fn ask(
        &mut self,
        kind: OperationKind,
        about: &[(Token, User)],
        requester: &User,
        at: Timestamp,
    ) -> Result<Operation, ServiceError> {
        let entries: Vec<_> = about
            .iter()
            .map(|(token, holder)| told(token, holder))
            .collect();
        let items: Vec<TokenSubject> = about
            .iter()
            .map(|(token, holder)| subject_of(token, holder))
            .collect();
        let (list, batch) = sign_list(&entries)?;
        let (subject, signed) = match (&entries[..], &items[..]) {
            ([entry], [item]) => (
                Subject::Token(*item),
                ChallengeSubject::Token(entry.clone()),
            ),
            _ => (
                Subject::Batch { items: batch.items },
                ChallengeSubject::Batch(batch),
            ),
        };
        let asked = Operation {
            id: OperationId::new(at, self.context.random_bytes()),
            company: self.company.id,
            kind,
            subject,
            requested_by: requester.id,
            approvals: Approvals::Two,
            second: None,
            state: OperationState::Pending,
            requested_at: at,
            expires_at: at.plus(OPERATION_LIFETIME),
            settled_at: None,
            version: 1,
        };
        match asked.subject {
            Subject::Token(_) => operation::insert(self.writer, &asked).await?,
            Subject::Batch { .. } => {
                operation::insert_batch(self.writer, &asked, &list, &items).await?;
            }
        }
        let entry = audit::of_batch(
            self.context,
            &asked,
            audit::person(requester),
            REQUESTED,
            kind.code().to_owned(),
            at,
        );
        store::audit::append(self.writer, &entry).await?;
        self.confirm(asked, signed, requester, at).await
    }

    async fn confirm(
        &mut self,
        asked: Operation,
        subject: ChallengeSubject,
        requester: &User,
        at: Timestamp,
    ) -> Result<Operation, ServiceError> {
        let device = own_token::active_device(self.writer, requester)
            .await?
            .ok_or(ServiceError::Fault("a demo requester without a device"))?;
        let record = Question {
            operation: &asked,
            company_name: &self.company.name,
            requester,
            subject,
            first_approval: None,
            device: &device,
            issued_at: at,
        }
        .into_record(self.context)?;
        confirmation::insert(self.writer, &record).await?;
        let at = at.plus(THINKING);
        let (payload, signature) = (record.challenge, self.context.random_bytes::<64>());
        let decision = Decision::Approve;
        confirmation::settle(self.writer, record.id, decision, at, &payload, &signature).await?;
        let event = OperationEvent::Confirm { complete: false };
        self.settle(asked, event, audit::device(&device), at).await
    }

    /// A second administrator said yes to an operation on one token.
    pub(super) async fn approve(
        &mut self,
        asked: Operation,
        token: Token,
        requester: &User,
        second: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let holder = match asked.subject {
            Subject::Token(subject) => subject.holder,
            Subject::Batch { .. } => return Err(ServiceError::Fault("a demo's batch")),
        };
        let asked = Operation {
            second: Some(second.id),
            ..asked
        };
        let (action, author) = (
            asked.kind.action(holder),
            Author::requester(requester, asked.id),
        );
        let event = OperationEvent::Confirm { complete: true };
        let confirmed = self.settle(asked, event, audit::person(second), at).await?;
        let circumstances = Circumstances::default();
        apply_action(
            self.context,
            self.writer,
            token,
            action,
            author,
            &circumstances,
            at,
        )
        .await?;
        self.settle(
            confirmed,
            OperationEvent::Apply,
            audit::person(requester),
            at,
        )
        .await?;
        Ok(())
    }

    /// A second administrator said no.
    pub(super) async fn reject(
        &mut self,
        asked: Operation,
        second: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let asked = Operation {
            second: Some(second.id),
            ..asked
        };
        let event = OperationEvent::Reject(Rejection::BySecond);
        self.settle(asked, event, audit::person(second), at).await?;
        Ok(())
    }

    /// Nobody answered in time.
    pub(super) async fn let_expire(&mut self, asked: Operation) -> Result<(), ServiceError> {
        let (at, system) = (asked.expires_at, store::audit::AuditActor::system());
        self.settle(asked, OperationEvent::Expire, system, at)
            .await?;
        Ok(())
    }

    async fn settle(
        &mut self,
        before: Operation,
        event: OperationEvent,
        actor: store::audit::AuditActor,
        at: Timestamp,
    ) -> Result<Operation, ServiceError> {
        let (after, _) =
            settle_operation(self.context, self.writer, before, event, actor, at).await?;
        Ok(after)
    }
}
