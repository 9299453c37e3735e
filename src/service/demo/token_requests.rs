//! What companies of the demo asked the bank for, and what it answered.

use super::build::Builder;
use super::log::office;
use crate::domain::time::Timestamp;
use crate::domain::token_request::TokenRequestState;
use crate::domain::user::User;
use crate::service::request_tokens::write_request;
use crate::service::settle_token_request::write_settled;
use crate::service::{ServiceError, audit};
use crate::store::audit::AuditActor;
use crate::store::token_request;

impl Builder<'_> {
    /// An administrator asks the bank for more tokens.
    pub(super) async fn ask_for_tokens(
        &mut self,
        admin: &User,
        tokens: u32,
        note: &str,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let note = note.to_owned();
        write_request(
            self.context,
            self.writer,
            audit::person(admin).from(office()),
            admin,
            tokens,
            note,
            at,
        )
        .await?;
        Ok(())
    }

    /// The bank grants what was asked for; the tokens are granted by themselves.
    pub(super) async fn grant_what_was_asked(
        &mut self,
        tokens: u32,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let state = TokenRequestState::Granted { tokens, at };
        self.answer(state, self.bank.operator(), at).await
    }

    /// The bank declines what was asked for.
    pub(super) async fn decline_what_was_asked(
        &mut self,
        reason: &str,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let reason = reason.to_owned();
        let state = TokenRequestState::Declined { reason, at };
        self.answer(state, self.bank.operator(), at).await
    }

    /// An administrator takes back what was asked for.
    pub(super) async fn withdraw_what_was_asked(
        &mut self,
        admin: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let state = TokenRequestState::Withdrawn { at };
        self.answer(state, audit::person(admin), at).await
    }

    async fn answer(
        &mut self,
        state: TokenRequestState,
        by: AuditActor,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let open = token_request::newest_of(self.writer, self.company.id)
            .await?
            .ok_or(ServiceError::Fault("a demo company that asked for nothing"))?;
        write_settled(self.context, self.writer, open, state, by, at).await?;
        Ok(())
    }
}
