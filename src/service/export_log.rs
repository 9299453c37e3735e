//! The audit log as a file that leaves the house: every entry that a filter
//! lets through. Taking it is an entry of the log itself.

use super::identify::Caller;
use super::list_log::check;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::id::CompanyId;
use crate::domain::table::{AuditQuery, Cursor};
use crate::domain::view::AuditRow;
use crate::store::audit::AuditEntry;
use crate::store::{self, audit_table, company};

/// How many entries are read at a time.
const STRETCH: u32 = 500;

/// An export under way. What the log got meanwhile is not in it: the log is only
/// added to, so that its first entries are always the same.
pub struct Export {
    context: Context,
    company: CompanyId,
    query: AuditQuery,
    entries: i64,
    next: Next,
}

enum Next {
    First,
    After(Cursor),
    Done,
}

/// Begins an export, and writes into the log that it was taken.
///
/// # Errors
/// Those of [`list_log`](super::list_log::list_log).
pub async fn export_log(
    context: &Context,
    caller: &Caller,
    query: AuditQuery,
) -> Result<Export, ServiceError> {
    caller.may_look()?;
    check(&query.filter)?;
    let query = query.on_first_page();
    let company = caller.company.id;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, company).await?;
    let entries = audit_table::entries(&mut writer, company).await?;
    let actor = audit::caller(caller);
    let entry = AuditEntry {
        detail: query.to_query_string(),
        ..audit::entry(context, company, actor, AuditAction::LogExported, at)
    };
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    context.publish(Change {
        company,
        topic: Topic::AuditLog,
    });
    Ok(Export {
        context: context.clone(),
        company,
        query,
        entries,
        next: Next::First,
    })
}

impl Export {
    /// The next entries, in the query's order; `None` after the last. None of
    /// them keeps a transaction open while somebody downloads.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn next(&mut self) -> Result<Option<Vec<AuditRow>>, ServiceError> {
        let from = match &self.next {
            Next::First => None,
            Next::After(cursor) => Some(cursor),
            Next::Done => return Ok(None),
        };
        let mut reader = self.context.store.read().await?;
        let (rows, next) = audit_table::stretch(
            &mut reader,
            self.company,
            &self.query,
            self.entries,
            from,
            STRETCH,
        )
        .await?;
        self.next = next.map_or(Next::Done, Next::After);
        Ok(Some(rows))
    }
}
