//! Messages of the demo that did not reach anybody.

use super::build::Builder;
use crate::domain::message::{Channel, DeliveryFailure, retry_after};
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::service::ServiceError;
use crate::service::send_messages::LEASE;
use crate::store::message::{self, Attempt, MessageRecord};

/// More than wait at any moment while the demo is made.
const MANY: u32 = 1_000;

impl Builder<'_> {
    /// The e-mails that wait for a person fail like this, at once or after as many
    /// attempts as are made.
    pub(super) async fn fail_to_reach(
        &mut self,
        person: &User,
        failure: DeliveryFailure,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        for id in message::due(self.writer, Channel::Email, at, MANY).await? {
            let found = message::find(self.writer, id).await?;
            if let Some(theirs) = found.filter(|found| found.user == person.id) {
                self.try_in_vain(theirs, failure, at).await?;
            }
        }
        Ok(())
    }

    async fn try_in_vain(
        &mut self,
        mut message: MessageRecord,
        failure: DeliveryFailure,
        mut at: Timestamp,
    ) -> Result<(), ServiceError> {
        while let Some(taken) = message::claim(self.writer, message, at, at.plus(LEASE)).await? {
            let wait = retry_after(taken.attempts).filter(|_| !failure.is_permanent());
            let attempt = wait.map_or(Attempt::Failed(failure), |wait| {
                Attempt::Again(failure, at.plus(wait))
            });
            message::settle(self.writer, &taken, attempt, at).await?;
            let Some(wait) = wait else { break };
            at = at.plus(wait);
            message = MessageRecord {
                version: taken.version + 1,
                ..taken
            };
        }
        Ok(())
    }
}
