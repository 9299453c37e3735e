//! Steps 4 and 8 of the process: a device's signed yes or no (DESIGN §4,
//! *Confirm*).

mod carry_out;

use subtle::ConstantTimeEq;

use super::apply_action::by_system;
use super::approval::decide;
use super::device_error::DeviceError;
use super::serve_device::token_of;
use super::settings::FAILURES_ALLOWED;
use super::settle_operation::{entry_about, settle_operation};
use super::{Change, Context, ServiceError, Topic, audit, device_secrets};
use crate::domain::audit::{AuditAction, AuditOutcome, AuditReason};
use crate::domain::operation::{
    Operation, OperationEvent, OperationState, Rejection, WRONG_NUMBERS_ALLOWED,
};
use crate::domain::protocol::{
    ConfirmationStatement, Decision, DeviceFault, Outcome, SignedRequest, verify_pin_mac,
};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenAction, TokenStatus};
use crate::store::confirmation::ConfirmationRecord;
use crate::store::device::DeviceRecord;
use crate::store::{self, Writer, company, confirmation, device, operation, user};

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
    // Again: only now nobody else counts a wrong number.
    let record = confirmation::find(&mut writer, record.id)
        .await?
        .ok_or(DeviceFault::NoSuchOperation)?;
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
        // On the console a no needs no active token; a phone that was blocked may
        // be in a stranger's hands.
        if self.is_second() {
            self.check_own_token().await?;
        }
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

    /// The token of the device that answers, which has to be active.
    async fn check_own_token(&mut self) -> Result<Token, DeviceError> {
        let own = token_of(&mut self.writer, &self.device).await?;
        match own.state.status() {
            TokenStatus::Active => Ok(own),
            TokenStatus::Blocked => Err(DeviceFault::Blocked.into()),
            _ => Err(DeviceFault::NotAllowed.into()),
        }
    }

    async fn approve(mut self) -> Result<Outcome, DeviceError> {
        let own = self.check_own_token().await?;
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
