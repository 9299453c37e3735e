//! Steps 4 and 8 of the process: a device's signed yes or no (DESIGN §4,
//! *Confirm*).

use subtle::ConstantTimeEq;

use super::apply_action::{Author, apply_action, by_system};
use super::approval::decide;
use super::audit::TokenChange;
use super::device_error::DeviceError;
use super::serve_device::token_of;
use super::settings::FAILURES_ALLOWED;
use super::settle_operation::{CONFIRMED, entry_about, settle_operation};
use super::{Change, Context, ServiceError, Topic, audit, circumstances, device_secrets};
use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome, AuditReason};
use crate::domain::company::{Approvals, Company};
use crate::domain::operation::{
    Operation, OperationEvent, OperationState, Rejection, Subject, WRONG_NUMBERS_ALLOWED,
};
use crate::domain::protocol::{
    Challenge, ChallengeBatch, ChallengeSubject, ChallengeToken, ConfirmationStatement, Decision,
    DeviceFault, Outcome, SignedRequest, verify_pin_mac,
};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenAction, TokenStatus};
use crate::domain::user::{User, UserStatus};
use crate::store::confirmation::ConfirmationRecord;
use crate::store::device::DeviceRecord;
use crate::store::{self, Writer, company, confirmation, device, operation, token, user};

/// Everything one answer needs, in one transaction.
struct Answer<'a> {
    context: &'a Context,
    writer: Writer,
    device: DeviceRecord,
    record: ConfirmationRecord,
    operation: Operation,
    statement: ConfirmationStatement,
    signed: &'a SignedRequest,
    at: Timestamp,
}

/// Carries out a device's answer to an operation. The request's signature has
/// been verified.
///
/// # Errors
/// The [`DeviceFault`] that names the rule which refused; those of the store.
pub async fn confirm_operation(
    context: &Context,
    device: DeviceRecord,
    statement: ConfirmationStatement,
    signed: &SignedRequest,
    at: Timestamp,
) -> Result<Outcome, DeviceError> {
    let mut writer = context.store.write().await?;
    let record = confirmation::find(&mut writer, statement.confirmation)
        .await?
        .filter(|record| record.device == device.id)
        .ok_or(DeviceFault::NoSuchOperation)?;
    if record.challenge != statement.challenge.as_slice() {
        return Err(DeviceFault::WrongChallenge.into());
    }
    // Nobody changes another token of the company meanwhile: which administrator
    // is the last one with an active token stays true.
    company::lock(&mut writer, record.company).await?;
    let operation = operation::find(&mut writer, record.company, record.operation)
        .await?
        .ok_or(ServiceError::Fault(
            "a confirmation's operation is not there",
        ))?;
    check_open(&record, &device, &operation, at)?;
    // The device may have changed since its signature was checked.
    let device = device::find(&mut writer, device.id)
        .await?
        .filter(DeviceRecord::is_live)
        .ok_or(DeviceFault::NotRecognised)?;
    let mut answer = Answer {
        context,
        writer,
        device,
        record,
        operation,
        statement,
        signed,
        at,
    };
    answer.check_second().await?;
    match answer.statement.decision {
        Decision::Reject => answer.reject().await,
        Decision::Approve => answer.approve().await,
    }
}

/// Whether the question can still be answered: the first one while the operation
/// waits for the one who asked, that of another's device while it waits for a
/// second administrator.
fn check_open(
    record: &ConfirmationRecord,
    device: &DeviceRecord,
    operation: &Operation,
    at: Timestamp,
) -> Result<(), DeviceFault> {
    let awaited = if device.holder == operation.requested_by {
        OperationState::Pending
    } else {
        OperationState::AwaitingSecondApproval
    };
    match operation.state {
        OperationState::Superseded => Err(DeviceFault::Superseded),
        OperationState::Expired => Err(DeviceFault::Expired),
        state if state != awaited || record.decision.is_some() => Err(DeviceFault::AlreadySettled),
        _ if operation.is_expired(at) || at >= record.expires_at => Err(DeviceFault::Expired),
        _ if record.wrong_numbers >= WRONG_NUMBERS_ALLOWED => Err(DeviceFault::AlreadySettled),
        _ => Ok(()),
    }
}

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
    /// Whether this answer is the second administrator's.
    const fn is_second(&self) -> bool {
        matches!(self.operation.state, OperationState::AwaitingSecondApproval)
    }

    /// The rule about who may answer second, as it is now.
    async fn check_second(&mut self) -> Result<(), DeviceError> {
        if !self.is_second() {
            return Ok(());
        }
        let person = user::find(&mut self.writer, self.device.company, self.device.holder)
            .await?
            .ok_or(ServiceError::Fault("a device's holder is not there"))?;
        // That the token is active is told apart later, for who approves.
        let (writer, operation) = (&mut self.writer, &self.operation);
        let decided = decide(writer, &person, operation, Decision::Reject, self.at).await?;
        decided.map_err(|_| DeviceFault::NotAllowed.into())
    }

    async fn reject(mut self) -> Result<Outcome, DeviceError> {
        self.settle_confirmation(Decision::Reject).await?;
        let rejection = if self.is_second() {
            self.operation.second = Some(self.device.holder);
            Rejection::BySecond
        } else {
            Rejection::OnDevice
        };
        self.end(OperationEvent::Reject(rejection)).await?;
        Ok(Outcome::Rejected)
    }

    async fn approve(mut self) -> Result<Outcome, DeviceError> {
        let own = token_of(&mut self.writer, &self.device).await?;
        match own.state.status() {
            TokenStatus::Active => {}
            TokenStatus::Blocked => return Err(DeviceFault::Blocked.into()),
            _ => return Err(DeviceFault::NotAllowed.into()),
        }
        let number_is_right = self
            .record
            .number
            .as_bytes()
            .ct_eq(self.statement.number.as_bytes());
        if !bool::from(number_is_right) {
            return self.wrong_number().await;
        }
        if !self.pin_is_right()? {
            return self.wrong_pin(own).await;
        }
        device::reset_wrong_pins(&mut self.writer, self.device.id).await?;
        self.carry_out().await
    }

    /// Whether the PIN was the one chosen at enrolment: only then does the MAC
    /// come out.
    fn pin_is_right(&self) -> Result<bool, DeviceError> {
        let Some(secrets) = device_secrets::open(self.context, &self.device)? else {
            return Ok(false);
        };
        Ok(verify_pin_mac(
            &secrets.pin,
            &self.record.challenge,
            &self.statement.number,
            Decision::Approve,
            self.statement.pin_mac.as_slice(),
        ))
    }

    async fn wrong_number(mut self) -> Result<Outcome, DeviceError> {
        let wrong = confirmation::record_wrong_number(&mut self.writer, self.record.id).await?;
        self.note_wrong(AuditReason::WrongNumber).await?;
        // What a second administrator types wrong ends their question, and not
        // what somebody else asked for: another can be asked, or they anew.
        if wrong >= WRONG_NUMBERS_ALLOWED && !self.is_second() {
            self.end(OperationEvent::Reject(Rejection::WrongNumbers))
                .await?;
        } else {
            let change = self.operation_change();
            self.writer.commit().await?;
            self.context.publish(change);
        }
        Err(DeviceFault::WrongNumber {
            left: WRONG_NUMBERS_ALLOWED.saturating_sub(wrong),
        }
        .into())
    }

    async fn wrong_pin(mut self, own: Token) -> Result<Outcome, DeviceError> {
        let wrong = device::record_wrong_pin(&mut self.writer, self.device.id).await?;
        let left = FAILURES_ALLOWED.saturating_sub(wrong);
        self.note_wrong(AuditReason::WrongPin).await?;
        if left > 0 {
            self.writer.commit().await?;
            return Err(DeviceFault::WrongPin { left }.into());
        }
        let blocked = by_system(
            self.context,
            &mut self.writer,
            own,
            TokenAction::BlockForFailures,
            self.at,
        )
        .await?;
        let change = self.operation_change();
        self.writer.commit().await?;
        self.context.publish(change);
        self.context.publish_all(blocked.changes);
        Err(DeviceFault::WrongPin { left }.into())
    }

    async fn carry_out(mut self) -> Result<Outcome, DeviceError> {
        let challenge: Challenge = serde_json::from_slice(&self.record.challenge)
            .map_err(|_| ServiceError::Fault("a challenge that does not read"))?;
        let confirmed = match (&challenge.subject, self.operation.subject) {
            (ChallengeSubject::Token(signed), Subject::Token(subject)) => {
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
        let origin = AuditOrigin::Device {
            name: self.device.name.clone(),
        };
        let author = Author::requester(&requester, challenge.operation).from(origin);
        let action = challenge.kind.action(signed.holder);
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
        let before = self.operation.version;
        let confirmed = self
            .operation
            .clone()
            .step(OperationEvent::Confirm { complete: true }, self.at)
            .and_then(|operation| operation.step(OperationEvent::Apply, self.at))
            .map_err(ServiceError::from)?;
        if self.is_second() {
            self.note_second(&applied.token, &holder).await?;
        }
        operation::save(&mut self.writer, &confirmed, before).await?;
        let change = self.operation_change();
        self.writer.commit().await?;
        self.context.publish(change);
        self.context.publish_all(applied.changes);
        Ok(Outcome::Applied {
            kind: challenge.kind,
        })
    }

    /// The log says who the second administrator was; that the change was made at
    /// the requester's word, its own row says.
    async fn note_second(&mut self, token: &Token, holder: &User) -> Result<(), DeviceError> {
        let status = token.state.status();
        let entry = TokenChange {
            actor: audit::device(&self.device),
            action: CONFIRMED,
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

    async fn find_user(
        &mut self,
        challenge: &Challenge,
        id: crate::domain::id::UserId,
    ) -> Result<User, DeviceError> {
        Ok(user::find(&mut self.writer, challenge.company, id)
            .await?
            .ok_or(ServiceError::Fault("a user of an operation is not there"))?)
    }

    async fn settle_confirmation(&mut self, decision: Decision) -> Result<(), DeviceError> {
        let fresh = confirmation::settle(
            &mut self.writer,
            self.record.id,
            decision,
            self.at,
            self.signed.payload.as_slice(),
            self.signed.signature.as_slice(),
        )
        .await?;
        if fresh {
            Ok(())
        } else {
            Err(DeviceFault::AlreadySettled.into())
        }
    }

    /// Moves the operation without its change, commits and tells.
    async fn end(mut self, event: OperationEvent) -> Result<(), DeviceError> {
        let actor = audit::device(&self.device);
        let (_, change) = settle_operation(
            self.context,
            &mut self.writer,
            self.operation,
            event,
            actor,
            self.at,
        )
        .await?;
        self.writer.commit().await?;
        self.context.publish(change);
        Ok(())
    }

    /// Writes into the log that the confirmation was tried in vain. How often
    /// that can be is limited by what counts the tries.
    async fn note_wrong(&mut self, reason: AuditReason) -> Result<(), DeviceError> {
        let entry = entry_about(
            self.context,
            &mut self.writer,
            &self.operation,
            AuditAction::OperationConfirmed,
            AuditOutcome::Refused(reason),
            audit::device(&self.device),
            self.at,
        )
        .await?;
        Ok(store::audit::append(&mut self.writer, &entry).await?)
    }

    fn operation_change(&self) -> Change {
        Change {
            company: self.operation.company,
            topic: Topic::Operation(self.operation.id),
        }
    }
}
