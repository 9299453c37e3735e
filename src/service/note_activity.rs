//! What keeps a session alive: signs of its person, and nothing else.
//!
//! A page asks again by itself whenever something changes, so that requests say
//! nothing of whether anybody is there. Only the opening of a page and the
//! browser's word that a key or the pointer was used count (docs/adr/0009).

use std::time::Duration;

use super::identify::{has_ended, session_hash};
use super::{Context, ServiceError};
use crate::store::session;
use crate::store::session::SessionStage;

/// A session is written as seen at most this often. The browser tells of its
/// person no more than once a minute, and of their last sign always.
const SEEN_PRECISION: Duration = Duration::from_secs(30);

/// Notes that the session's person did something. One that ended stays ended,
/// and the wait for the AppMovil's code is not made longer.
///
/// # Errors
/// Those of the store.
pub async fn note_activity(context: &Context, token: Option<&str>) -> Result<(), ServiceError> {
    let Some(hash) = token.map(session_hash) else {
        return Ok(());
    };
    let now = context.now();
    let session = {
        let mut reader = context.store.read().await?;
        session::find(&mut reader, &hash).await?
    };
    let is_due = session.is_some_and(|session| {
        session.stage == SessionStage::Full
            && !has_ended(&session, now)
            && now.since(session.last_seen_at) >= SEEN_PRECISION
    });
    if is_due {
        let mut writer = context.store.write().await?;
        session::touch(&mut writer, &hash, now).await?;
        writer.commit().await?;
    }
    Ok(())
}
