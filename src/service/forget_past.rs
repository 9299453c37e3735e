//! Forgetting what can matter no more.

use super::settings::{MESSAGES_KEPT, SESSION_IDLE, SESSION_LIFETIME};
use super::sign_in::FAILURE_WINDOW;
use super::{Context, ServiceError};
use crate::domain::id::MessageId;
use crate::store::{device_nonce, message, session, sign_in_attempt};

/// Forgets sessions that ended, sign-ins that failed too long ago to count,
/// device nonces that can no longer be replayed, and old messages; tells how many
/// rows of the first three went.
///
/// # Errors
/// Those of the store.
pub async fn forget_past(context: &Context) -> Result<u64, ServiceError> {
    let now = context.now();
    let mut writer = context.store.write().await?;
    let sessions = session::forget(
        &mut writer,
        now.minus(SESSION_IDLE),
        now.minus(SESSION_LIFETIME),
    )
    .await?;
    let attempts = sign_in_attempt::forget_before(&mut writer, now.minus(FAILURE_WINDOW)).await?;
    let nonces = device_nonce::forget_before(&mut writer, now).await?;
    // Names sort by the time they were made.
    let oldest = MessageId::new(now.minus(MESSAGES_KEPT), [0; 10]);
    message::forget_before(&mut writer, oldest).await?;
    writer.commit().await?;
    Ok(sessions + attempts + nonces)
}
