//! Accepting a file: all of it is written, or nothing.

use super::identify::Caller;
use super::import::{plan, write};
use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::import::{Acceptance, ImportKind, ImportOutcome};
use crate::store::company;

/// Writes what `text` does, if it still does what the person saw: otherwise
/// nothing is written, and the answer is what it would do now.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::Malformed`] for a kind whose rows are not written;
/// [`RequestError::Sheet`] for a file that cannot be read as a table; those of the
/// store.
pub async fn accept_import(
    context: &Context,
    caller: &Caller,
    kind: ImportKind,
    text: &str,
    acceptance: &Acceptance,
) -> Result<ImportOutcome, ServiceError> {
    caller.must_be_admin()?;
    if !kind.is_written() {
        return Err(RequestError::Malformed.into());
    }
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let plan = plan(context, &mut writer, caller, kind, text, at).await?;
    let tally = plan.report.tally();
    let is_kept_back = tally.refused > 0 && !acceptance.leave_out_refused;
    if plan.report.seal != acceptance.seal || is_kept_back || tally.effective() == 0 {
        return Ok(ImportOutcome::Differs(Box::new(plan.report)));
    }
    let change = write(context, &mut writer, caller, plan, at).await?;
    writer.commit().await?;
    context.publish_all(change);
    Ok(ImportOutcome::Done(tally))
}
