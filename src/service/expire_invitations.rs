//! Freeing the tokens whose users never enrolled.

use super::apply_action::by_system;
use super::settings::INVITATION_GRACE;
use super::{Context, ServiceError};
use crate::domain::time::Timestamp;
use crate::domain::token::{TokenAction, TokenState};
use crate::store::enrolment::EnrolmentRecord;
use crate::store::{company, enrolment, token};

/// How many are looked at in one round.
const BATCH: u32 = 200;

/// Frees every token whose invitation expired [`INVITATION_GRACE`] ago, each in
/// its own transaction. The server calls it now and then.
///
/// A token that enrolment makes active at once is an administrator's: it waits
/// for them, who get a new invitation whenever they sign in.
///
/// # Errors
/// Those of the store.
pub async fn expire_invitations(context: &Context) -> Result<(), ServiceError> {
    let now = context.now();
    let before = now.minus(INVITATION_GRACE);
    let due = {
        let mut reader = context.store.read().await?;
        enrolment::unused_expired_before(&mut reader, before, BATCH).await?
    };
    for invitation in due {
        expire(context, &invitation, now).await?;
    }
    Ok(())
}

async fn expire(
    context: &Context,
    invitation: &EnrolmentRecord,
    now: Timestamp,
) -> Result<(), ServiceError> {
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, invitation.company).await?;
    let open = enrolment::open_of_token(&mut writer, invitation.token).await?;
    if open.is_none_or(|open| open.id != invitation.id) {
        // Sent again, used or taken back meanwhile.
        return Ok(());
    }
    let Some(token) = token::find(&mut writer, invitation.company, invitation.token).await? else {
        return Err(ServiceError::Fault("an invitation's token is not there"));
    };
    if !matches!(token.state, TokenState::Assigned { .. }) {
        return Ok(());
    }
    let action = TokenAction::ExpireInvitation;
    let applied = by_system(context, &mut writer, token, action, now).await?;
    writer.commit().await?;
    context.publish_all(applied.changes);
    Ok(())
}
