//! The dry run of a file: what it would do, row by row, with nothing written.

use super::identify::Caller;
use super::import::plan;
use super::{Context, ServiceError};
use crate::domain::import::{ImportKind, ImportReport};

/// What `text` would do now.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no administrator;
/// [`crate::domain::error::RequestError::Sheet`] for a file that cannot be read as
/// a table; those of the store.
pub async fn check_import(
    context: &Context,
    caller: &Caller,
    kind: ImportKind,
    text: &str,
) -> Result<ImportReport, ServiceError> {
    caller.must_be_admin()?;
    let at = context.now();
    let mut reader = context.store.read().await?;
    let plan = plan(context, &mut reader, caller, kind, text, at).await?;
    Ok(plan.report)
}
