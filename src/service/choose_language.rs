//! The language that a person is written to in.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::locale::Locale;
use crate::store::user;

/// Writes the caller's messages in `locale` from now on.
///
/// # Errors
/// Those of the store.
pub async fn choose_language(
    context: &Context,
    caller: &Caller,
    locale: Locale,
) -> Result<(), ServiceError> {
    let mut writer = context.store.write().await?;
    user::set_locale(&mut writer, caller.user.id, locale).await?;
    writer.commit().await?;
    Ok(())
}
