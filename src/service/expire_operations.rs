//! Ending operations whose time ran out.

use super::settle_operation::settle_operation;
use super::{Change, Context, ServiceError};
use crate::domain::id::CompanyId;
use crate::domain::operation::OperationEvent;
use crate::domain::time::Timestamp;
use crate::store::audit::AuditActor;
use crate::store::{Connection, company, operation};

/// How many are looked at in one round.
const BATCH: u32 = 200;

/// Ends every operation whose time ran out. The server calls it every few
/// seconds.
///
/// Each company has a transaction of its own: one that changed several would
/// wait for another while a third waits for it.
///
/// # Errors
/// Those of the store.
pub async fn expire_operations(context: &Context) -> Result<(), ServiceError> {
    let now = context.now();
    let mut companies: Vec<CompanyId> = {
        let mut reader = context.store.read().await?;
        let due = operation::open_past(&mut reader, now, BATCH).await?;
        due.into_iter().map(|operation| operation.company).collect()
    };
    companies.sort_unstable();
    companies.dedup();
    for id in companies {
        let mut writer = context.store.write().await?;
        company::lock(&mut writer, id).await?;
        let changes = expire_due_of(context, &mut writer, id, now).await?;
        writer.commit().await?;
        context.publish_all(changes);
    }
    Ok(())
}

/// The same for one company inside a transaction that has locked it, so that an
/// operation past its time does not stand in the way of a new one.
pub(super) async fn expire_due_of(
    context: &Context,
    writer: &mut Connection,
    company: CompanyId,
    now: Timestamp,
) -> Result<Vec<Change>, ServiceError> {
    let mut changes = Vec::new();
    for due in operation::open_past_of_company(writer, company, now, BATCH).await? {
        let (_, change) = settle_operation(
            context,
            writer,
            due,
            OperationEvent::Expire,
            AuditActor::system(),
            now,
        )
        .await?;
        changes.push(change);
    }
    Ok(changes)
}
