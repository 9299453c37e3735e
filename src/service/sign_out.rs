//! Signing out.

use super::identify::session_hash;
use super::{Change, Context, ServiceError, Topic};
use crate::store::session;

/// Ends the session that a token names; none is no error.
///
/// # Errors
/// Those of the store.
pub async fn sign_out(context: &Context, token: Option<&str>) -> Result<(), ServiceError> {
    let Some(token) = token else { return Ok(()) };
    let hash = session_hash(token);
    let mut writer = context.store.write().await?;
    let Some(ended) = session::find(&mut writer, &hash).await? else {
        return Ok(());
    };
    session::delete(&mut writer, &hash).await?;
    writer.commit().await?;
    context.publish(Change {
        company: ended.company,
        topic: Topic::Sessions(ended.user),
    });
    Ok(())
}
