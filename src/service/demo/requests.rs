//! Requests of a demo company as administrators make them: asked for, and
//! confirmed by the one who asked.

use std::time::Duration;

use super::build::Builder;
use crate::domain::audit::AuditOutcome;
use crate::domain::contact_change::ContactChange;
use crate::domain::id::OperationId;
use crate::domain::operation::{
    OPERATION_LIFETIME, Operation, OperationEvent, OperationKind, OperationState, Subject,
    TokenSubject,
};
use crate::domain::protocol::{ChallengeContact, ChallengeSubject, Decision, sign_list};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::service::question::Question;
use crate::service::request_operation::{REQUESTED, subject_of, told};
use crate::service::settle_operation::entry_about;
use crate::service::{ServiceError, audit, own_token};
use crate::store::confirmation::ConfirmationRecord;
use crate::store::device::DeviceRecord;
use crate::store::{self, confirmation, operation};

/// How long the one who asked took to answer.
pub(super) const THINKING: Duration = Duration::from_secs(45);

/// What is asked for.
pub(super) struct Wanted {
    kind: OperationKind,
    subject: Subject,
    contact: Option<ContactChange>,
    signed: ChallengeSubject,
    /// Of an operation on many tokens: the bytes of its list, and what it says.
    list: Option<(Vec<u8>, Vec<TokenSubject>)>,
}

impl Wanted {
    /// The same for each of these tokens; `holder` would get it, or has it.
    pub(super) fn each(kind: OperationKind, about: &[(Token, User)]) -> Result<Self, ServiceError> {
        if let [(token, holder)] = about {
            return Ok(Self::one(kind, token, holder));
        }
        let entries: Vec<_> = about
            .iter()
            .map(|(token, holder)| told(token, holder))
            .collect();
        let items = about
            .iter()
            .map(|(token, holder)| subject_of(token, holder))
            .collect();
        let (list, batch) = sign_list(&entries)?;
        Ok(Self {
            kind,
            subject: Subject::Batch { items: batch.items },
            contact: None,
            signed: ChallengeSubject::Batch(batch),
            list: Some((list, items)),
        })
    }

    /// One change of one token.
    pub(super) fn one(kind: OperationKind, token: &Token, holder: &User) -> Self {
        Self {
            kind,
            subject: Subject::Token(subject_of(token, holder)),
            contact: None,
            signed: ChallengeSubject::Token(told(token, holder)),
            list: None,
        }
    }

    /// That the holder of a token be reached as `after` is.
    pub(super) fn contact(token: &Token, holder: &User, after: &User) -> Self {
        let change = ContactChange::between(holder, after, true);
        Self {
            contact: Some(change.clone()),
            signed: ChallengeSubject::Contact(ChallengeContact {
                token: told(token, holder),
                contact: change,
            }),
            ..Self::one(OperationKind::ChangeContact, token, holder)
        }
    }
}

impl Builder<'_> {
    /// An operation that `requester` asked for and confirmed, and that waits for
    /// a second administrator. The device that signed is one of the demo: its
    /// signature is none that anybody could verify.
    pub(super) async fn ask(
        &mut self,
        wanted: Wanted,
        requester: &User,
        at: Timestamp,
    ) -> Result<Operation, ServiceError> {
        let device = self.device_of(requester).await?;
        self.ask_with(&device, wanted, requester, at).await
    }

    /// The same, confirmed with that device.
    pub(super) async fn ask_with(
        &mut self,
        device: &DeviceRecord,
        wanted: Wanted,
        requester: &User,
        at: Timestamp,
    ) -> Result<Operation, ServiceError> {
        let (asked, question) = self.put(device, wanted, requester, at).await?;
        let answered = self.answered(&question, Decision::Approve, at).await?;
        let event = OperationEvent::Confirm { complete: false };
        self.settle(asked, event, audit::device(device), answered)
            .await
    }

    /// The device with which an administrator confirms.
    pub(super) async fn device_of(&mut self, admin: &User) -> Result<DeviceRecord, ServiceError> {
        own_token::active_device(self.writer, admin)
            .await?
            .ok_or(ServiceError::Fault("a demo requester without a device"))
    }

    /// Writes an operation, its row of the log and the question to `device`.
    pub(super) async fn put(
        &mut self,
        device: &DeviceRecord,
        wanted: Wanted,
        requester: &User,
        at: Timestamp,
    ) -> Result<(Operation, ConfirmationRecord), ServiceError> {
        let asked = Operation {
            id: OperationId::new(at, self.context.random_bytes()),
            company: self.company.id,
            kind: wanted.kind,
            subject: wanted.subject,
            contact: wanted.contact,
            requested_by: requester.id,
            approvals: self.company.approvals,
            second: None,
            state: OperationState::Pending,
            requested_at: at,
            expires_at: at.plus(OPERATION_LIFETIME),
            settled_at: None,
            version: 1,
        };
        match wanted.list {
            None => operation::insert(self.writer, &asked).await?,
            Some((list, items)) => {
                operation::insert_batch(self.writer, &asked, &list, &items).await?;
            }
        }
        let (actor, done) = (audit::person(requester), AuditOutcome::Done);
        let (context, writer) = (self.context, &mut *self.writer);
        let entry = entry_about(context, writer, &asked, REQUESTED, done, actor, at).await?;
        store::audit::append(self.writer, &entry).await?;
        let question = Question {
            operation: &asked,
            company_name: &self.company.name,
            requester,
            subject: wanted.signed,
            first_approval: None,
            device,
            issued_at: at,
        }
        .into_record(self.context)?;
        confirmation::insert(self.writer, &question).await?;
        Ok((asked, question))
    }

    /// The device answers, a little later; tells when.
    pub(super) async fn answered(
        &mut self,
        question: &ConfirmationRecord,
        decision: Decision,
        at: Timestamp,
    ) -> Result<Timestamp, ServiceError> {
        let (id, at) = (question.id, at.plus(THINKING));
        let (payload, signature) = (&question.challenge, self.context.random_bytes::<64>());
        confirmation::settle(self.writer, id, decision, at, payload, &signature).await?;
        Ok(at)
    }
}
