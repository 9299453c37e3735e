//! What became of the requests of a demo company.

use super::build::Builder;
use super::requests::{THINKING, Wanted};
use crate::domain::operation::{
    Operation, OperationEvent, Rejection, Subject, WRONG_NUMBERS_ALLOWED,
};
use crate::domain::protocol::Decision;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::service::apply_action::Author;
use crate::service::carry_out_batches::write_piece;
use crate::service::settle_operation::settle_operation;
use crate::service::{ServiceError, audit};
use crate::store::audit::AuditActor;
use crate::store::confirmation;

impl Builder<'_> {
    /// A second administrator said yes to an operation on one token.
    pub(super) async fn approve(
        &mut self,
        asked: Operation,
        token: Token,
        requester: &User,
        second: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let Subject::Token(subject) = asked.subject else {
            return Err(ServiceError::Fault("a demo's batch"));
        };
        let action = asked.kind.action(subject.holder);
        let action = action.ok_or(ServiceError::Fault("a demo's change of no token"))?;
        let author = Author::requester(requester, asked.id);
        let confirmed = self.say_yes(asked, second, at).await?;
        self.act(token, action, author, at).await?;
        let (event, actor) = (OperationEvent::Apply, audit::person(requester));
        self.settle(confirmed, event, actor, at).await?;
        Ok(())
    }

    /// The same for one on many tokens, which is carried out to its end.
    pub(super) async fn approve_list(
        &mut self,
        asked: Operation,
        second: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let confirmed = self.say_yes(asked, second, at).await?;
        while let Some(piece) = write_piece(self.context, self.writer, &confirmed, at).await? {
            if !piece.goes_on {
                break;
            }
        }
        Ok(())
    }

    async fn say_yes(
        &mut self,
        asked: Operation,
        second: &User,
        at: Timestamp,
    ) -> Result<Operation, ServiceError> {
        let asked = Operation {
            second: Some(second.id),
            ..asked
        };
        let event = OperationEvent::Confirm { complete: true };
        self.settle(asked, event, audit::person(second), at).await
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

    /// Whoever it was asked of in the AppMovil pressed *Rechazar*.
    pub(super) async fn ask_and_reject(
        &mut self,
        wanted: Wanted,
        requester: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let device = self.device_of(requester).await?;
        let (asked, question) = self.put(&device, wanted, requester, at).await?;
        let at = self.answered(&question, Decision::Reject, at).await?;
        let event = OperationEvent::Reject(Rejection::OnDevice);
        self.settle(asked, event, audit::device(&device), at)
            .await?;
        Ok(())
    }

    /// They typed wrong numbers until it ended.
    pub(super) async fn ask_and_mistype(
        &mut self,
        wanted: Wanted,
        requester: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let device = self.device_of(requester).await?;
        let (asked, question) = self.put(&device, wanted, requester, at).await?;
        for _ in 0..WRONG_NUMBERS_ALLOWED {
            confirmation::record_wrong_number(self.writer, question.id).await?;
        }
        let event = OperationEvent::Reject(Rejection::WrongNumbers);
        self.settle(asked, event, audit::device(&device), at.plus(THINKING))
            .await?;
        Ok(())
    }

    /// Nobody answered in time.
    pub(super) async fn let_expire(&mut self, asked: Operation) -> Result<(), ServiceError> {
        let (at, system) = (asked.expires_at, AuditActor::system());
        self.settle(asked, OperationEvent::Expire, system, at)
            .await?;
        Ok(())
    }

    /// Who asked for it took it back.
    pub(super) async fn take_back(
        &mut self,
        asked: Operation,
        requester: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let (event, actor) = (OperationEvent::Cancel, audit::person(requester));
        self.settle(asked, event, actor, at).await?;
        Ok(())
    }

    /// Moves an operation on.
    pub(super) async fn settle(
        &mut self,
        before: Operation,
        event: OperationEvent,
        actor: AuditActor,
        at: Timestamp,
    ) -> Result<Operation, ServiceError> {
        let (after, _) =
            settle_operation(self.context, self.writer, before, event, actor, at).await?;
        Ok(after)
    }
}
