//! What an operator changes of a company.

use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::domain::company::Company;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::CompanyId;
use crate::domain::time::Timestamp;
use crate::domain::view::SeenCompany;
use crate::store::audit::AuditEntry;
use crate::store::{self, Writer, company};

/// A change that has begun.
pub(super) struct CompanyChange {
    /// The transaction, with the company locked.
    pub writer: Writer,
    /// The company as it is.
    pub company: Company,
    /// When it is made.
    pub at: Timestamp,
}

impl CompanyChange {
    /// Writes `edited` in place of the company with a row of its log, commits and
    /// tells.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) async fn conclude(
        mut self,
        context: &Context,
        edited: &Company,
        entry: AuditEntry,
        mut changes: Vec<Change>,
    ) -> Result<(), ServiceError> {
        company::save(&mut self.writer, edited, self.company.version).await?;
        store::audit::append(&mut self.writer, &entry).await?;
        self.writer.commit().await?;
        changes.push(of_company(edited.id));
        context.publish_all(changes);
        Ok(())
    }

    /// The log's row of `action`.
    pub(super) fn entry(
        &self,
        context: &Context,
        caller: &Caller,
        action: AuditAction,
    ) -> AuditEntry {
        let actor = audit::caller(caller);
        audit::entry(context, self.company.id, actor, action, self.at)
    }
}

/// Tells that something of a company changed.
pub(super) const fn of_company(company: CompanyId) -> Change {
    Change {
        company,
        topic: Topic::Company(company),
    }
}

/// Checks who asks, and begins with a customer as it is now.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::NotFound`] for a company that is not, and for the bank's own;
/// those of the store.
pub(super) async fn begin(
    context: &Context,
    caller: &Caller,
    id: CompanyId,
) -> Result<CompanyChange, ServiceError> {
    caller.must_be_operator()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, id).await?;
    let company = company::find_customer(&mut writer, id)
        .await?
        .ok_or(RequestError::NotFound)?;
    Ok(CompanyChange {
        writer,
        company,
        at,
    })
}

/// The same for a company as the operator saw it.
///
/// # Errors
/// Those of [`begin`]; [`Conflict::ChangedMeanwhile`] when somebody changed it
/// first.
pub(super) async fn begin_seen(
    context: &Context,
    caller: &Caller,
    seen: SeenCompany,
) -> Result<CompanyChange, ServiceError> {
    let change = begin(context, caller, seen.company).await?;
    if change.company.version != seen.version {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    Ok(change)
}
