//! Signing out.

use super::identify::session_hash;
use super::{Context, ServiceError};
use crate::store::session;

/// Ends the session that a token names; none is no error.
///
/// # Errors
/// Those of the store.
pub async fn sign_out(context: &Context, token: Option<&str>) -> Result<(), ServiceError> {
    let Some(token) = token else { return Ok(()) };
    let mut writer = context.store.write().await?;
    session::delete(&mut writer, &session_hash(token)).await?;
    writer.commit().await?;
    Ok(())
}
