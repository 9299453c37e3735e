//! What a device's yes brings: the change that the signed bytes name.

use super::Answer;
use crate::domain::audit::{AuditAction, AuditOrigin};
use crate::domain::company::{Approvals, Company};
use crate::domain::id::UserId;
use crate::domain::message::InvitationReason;
use crate::domain::operation::{OperationEvent, OperationKind, Subject};
use crate::domain::protocol::{
    Challenge, ChallengeBatch, ChallengeContact, ChallengeSubject, ChallengeToken, Decision,
    DeviceFault, Outcome,
};
use crate::domain::token::{ActivationRule, Token, TokenState, decide};
use crate::domain::user::{User, UserStatus};
use crate::service::apply_action::{Author, apply_action};
use crate::service::audit::{self, TokenChange};
use crate::service::device_error::DeviceError;
use crate::service::edit_user::{ACTION as EDITED, what_changed};
use crate::service::issue_invitation::{Delivery, issue_invitation};
use crate::service::{Change, ServiceError, Topic, circumstances, outbox, password_link};
use crate::store::audit::AuditEntry;
use crate::store::{self, company, operation, token, user};

/// What a challenge and its operation agree about.
enum Confirmed {
    /// One token, as it is now and as it was signed.
    Token(ChallengeToken, Token),
    /// Each token of a list.
    Batch {
        /// How many they are.
        items: u32,
    },
}

impl Answer<'_> {
    /// Changes what the signed bytes name, or has it wait for a second
    /// administrator.
    pub(super) async fn carry_out(mut self) -> Result<Outcome, DeviceError> {
        let challenge: Challenge = serde_json::from_slice(&self.record.challenge)
            .map_err(|_| ServiceError::Fault("a challenge that does not read"))?;
        let confirmed = match (&challenge.subject, self.operation.subject) {
            (
                ChallengeSubject::Token(signed)
                | ChallengeSubject::Contact(ChallengeContact { token: signed, .. }),
                Subject::Token(subject),
            ) => {
                let token = token::find(&mut self.writer, challenge.company, subject.token)
                    .await?
                    .ok_or(ServiceError::Fault("an operation's token is not there"))?;
                if token.version != signed.token_version || token.serial != signed.serial {
                    self.end(OperationEvent::Supersede).await?;
                    return Err(DeviceFault::Superseded.into());
                }
                Confirmed::Token(signed.clone(), token)
            }
            (ChallengeSubject::Batch(signed), Subject::Batch { items }) => {
                self.check_list(signed).await?;
                Confirmed::Batch { items }
            }
            _ => return Err(ServiceError::Fault("a challenge of another operation").into()),
        };
        if let ChallengeSubject::Contact(signed) = &challenge.subject
            && !self.fits(&challenge, signed).await?
        {
            self.end(OperationEvent::Supersede).await?;
            return Err(DeviceFault::Superseded.into());
        }
        self.settle_confirmation(Decision::Approve).await?;
        let company = company::find(&mut self.writer, challenge.company)
            .await?
            .ok_or(ServiceError::Fault("an operation's company is not there"))?;
        if self.is_second() {
            self.operation.second = Some(self.device.holder);
        } else {
            // A setting that asks for more since then counts at once.
            self.operation = self.operation.clone().under(company.approvals);
            if self.operation.approvals == Approvals::Two {
                self.end(OperationEvent::Confirm { complete: false })
                    .await?;
                return Ok(Outcome::AwaitingSecondApproval);
            }
        }
        match confirmed {
            Confirmed::Token(signed, token) if challenge.kind == OperationKind::ChangeContact => {
                self.apply_contact(challenge, signed, token).await
            }
            Confirmed::Token(signed, token) => self.apply(challenge, signed, token, &company).await,
            Confirmed::Batch { items } => {
                // Its tokens are changed piece by piece, after this answer.
                self.end(OperationEvent::Confirm { complete: true }).await?;
                let kind = challenge.kind;
                Ok(Outcome::Started { kind, items })
            }
        }
    }

    /// That the list which will be carried out is the one that was signed.
    async fn check_list(&mut self, signed: &ChallengeBatch) -> Result<(), DeviceError> {
        let list = operation::list_of(&mut self.writer, self.operation.id).await?;
        match list.as_deref().and_then(|list| signed.read(list)) {
            Some(_) => Ok(()),
            None => Err(DeviceFault::WrongChallenge.into()),
        }
    }

    async fn apply(
        mut self,
        challenge: Challenge,
        signed: ChallengeToken,
        token: Token,
        company: &Company,
    ) -> Result<Outcome, DeviceError> {
        let requester = self.find_user(&challenge, challenge.requested_by).await?;
        if requester.status != UserStatus::Active {
            return Err(DeviceFault::NotAllowed.into());
        }
        let holder = self.find_user(&challenge, signed.holder).await?;
        let circumstances = circumstances::of_token(
            &mut self.writer,
            company,
            &token,
            &holder,
            Some(challenge.operation),
            self.at,
        )
        .await?;
        let author = Author::requester(&requester, challenge.operation).from(self.origin());
        let action = challenge.kind.action(signed.holder);
        let action = action.ok_or(ServiceError::Fault("an operation that changes no token"))?;
        if decide(author.actor, token.state, action, &circumstances).is_err() {
            // What was allowed when it was asked for is not any more: it holds the
            // token no longer.
            self.end(OperationEvent::Supersede).await?;
            return Err(DeviceFault::NotAllowed.into());
        }
        let applied = apply_action(
            self.context,
            &mut self.writer,
            token,
            action,
            author,
            &circumstances,
            self.at,
        )
        .await;
        let applied = match applied {
            Err(ServiceError::Request(_)) => return Err(DeviceFault::NotAllowed.into()),
            other => other?,
        };
        self.conclude(&challenge, &applied.token, &holder, applied.changes)
            .await
    }

    /// Whether the holder is still as they were when this was asked for, and the
    /// data are those that were signed.
    async fn fits(
        &mut self,
        challenge: &Challenge,
        signed: &ChallengeContact,
    ) -> Result<bool, DeviceError> {
        if self.operation.contact.as_ref() != Some(&signed.contact) {
            return Err(DeviceFault::WrongChallenge.into());
        }
        let holder = self.find_user(challenge, signed.token.holder).await?;
        Ok(signed.contact.fits(&holder))
    }

    /// Gives the holder the signed data; the token stays as it is.
    async fn apply_contact(
        mut self,
        challenge: Challenge,
        signed: ChallengeToken,
        token: Token,
    ) -> Result<Outcome, DeviceError> {
        let requester = self.find_user(&challenge, challenge.requested_by).await?;
        let holder = self.find_user(&challenge, signed.holder).await?;
        let change = self.operation.contact.as_ref();
        let after = change.and_then(|change| change.apply(&holder, self.at));
        let after = after.filter(|_| requester.status == UserStatus::Active);
        let after = after.ok_or(DeviceFault::NotAllowed)?;
        user::save(&mut self.writer, &after, holder.version).await?;
        let (context, at) = (self.context, self.at);
        let by = audit::person(&requester).from(self.origin());
        let writer = &mut self.writer;
        outbox::tell_of_contact_change(context, writer, &holder, &after, &by, at).await?;
        // What was sent to where they were reached before works no more.
        password_link::send_elsewhere(context, writer, &after, at).await?;
        if let TokenState::Assigned {
            activation: ActivationRule::ByAdministrator,
            ..
        } = token.state
        {
            let delivery = Delivery::Message(InvitationReason::SentAgain);
            issue_invitation(context, writer, &token, &after, delivery, at).await?;
        }
        let entry = AuditEntry {
            operation: Some(self.operation.id),
            detail: what_changed(&holder, &after),
            ..audit::of_user(context, &holder, by, EDITED, at)
        };
        store::audit::append(&mut self.writer, &entry).await?;
        let changed = Change {
            company: holder.company,
            topic: Topic::User(holder.id),
        };
        self.conclude(&challenge, &token, &holder, vec![changed])
            .await
    }

    /// Writes that the operation is applied, commits and tells.
    async fn conclude(
        mut self,
        challenge: &Challenge,
        token: &Token,
        holder: &User,
        changes: Vec<Change>,
    ) -> Result<Outcome, DeviceError> {
        let before = self.operation.version;
        let confirmed = self
            .operation
            .clone()
            .step(OperationEvent::Confirm { complete: true }, self.at)
            .and_then(|operation| operation.step(OperationEvent::Apply, self.at))
            .map_err(ServiceError::from)?;
        if self.is_second() {
            self.note_second(token, holder).await?;
        }
        operation::save(&mut self.writer, &confirmed, before).await?;
        let change = self.operation_change();
        self.writer.commit().await?;
        self.context.publish(change);
        self.context.publish_all(changes);
        Ok(Outcome::Applied {
            kind: challenge.kind,
        })
    }

    /// From where the change comes: the device that said yes last.
    fn origin(&self) -> AuditOrigin {
        AuditOrigin::Device {
            name: self.device.name.clone(),
        }
    }

    /// The log says who the second administrator was; that the change was made at
    /// the requester's word, its own row says.
    async fn note_second(&mut self, token: &Token, holder: &User) -> Result<(), DeviceError> {
        let status = token.state.status();
        let entry = TokenChange {
            actor: audit::device(&self.device),
            action: AuditAction::OperationConfirmed,
            token,
            from: Some(status),
            holder: Some(holder),
            operation: Some(self.operation.id),
            detail: "second_approval",
        };
        let entry = entry.into_entry(self.context, self.at);
        store::audit::append(&mut self.writer, &entry).await?;
        Ok(())
    }

    async fn find_user(&mut self, challenge: &Challenge, id: UserId) -> Result<User, DeviceError> {
        Ok(user::find(&mut self.writer, challenge.company, id)
            .await?
            .ok_or(ServiceError::Fault("a user of an operation is not there"))?)
    }
}
