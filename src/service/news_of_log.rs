//! What came into the audit log since somebody looked.

use super::identify::Caller;
use super::list_log::check;
use super::{Context, ServiceError};
use crate::domain::table::AuditFilter;
use crate::domain::view::LogNews;
use crate::store::audit_table;

/// How many entries that the filter lets through came after the log of the
/// caller's company had `since` entries.
///
/// # Errors
/// Those of [`list_log`](super::list_log::list_log).
pub async fn news_of_log(
    context: &Context,
    caller: &Caller,
    filter: &AuditFilter,
    since: i64,
) -> Result<LogNews, ServiceError> {
    caller.may_look()?;
    check(filter)?;
    let mut reader = context.store.read().await?;
    Ok(audit_table::news(&mut reader, caller.company.id, filter, since.max(0)).await?)
}
