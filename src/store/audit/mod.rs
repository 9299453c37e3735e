//! The audit log (*Bitácora*): rows that are only ever added, each bound to the
//! one before it by a hash, in one chain for each company.

mod chain;
mod record;

pub use chain::{Chain, verify};
pub use record::{ActorKind, AuditActor, AuditEntry};

use record::Stored;

use super::{Connection, Result, company};
use crate::domain::id::{CompanyId, TokenId};

/// Adds an entry to its company's chain. It is part of the transaction of what
/// it tells.
///
/// # Errors
/// See [`super::StoreError`]; then the transaction must not be committed.
pub async fn append(conn: &mut Connection, entry: &AuditEntry) -> Result<()> {
    company::lock(conn, entry.company).await?;
    let head = chain::head(conn, entry.company).await?;
    let stored = Stored::from(entry);
    let hash = stored.hash(head.entries + 1, &head.hash)?;
    record::insert(conn, &stored, head.entries + 1, &hash).await?;
    chain::set_head(conn, entry.company, head.entries + 1, &hash).await
}

/// Adds entries of one company to its chain, in their order: the end of the
/// chain is read and written once for all of them.
///
/// # Errors
/// As [`append`].
pub async fn append_all(
    conn: &mut Connection,
    company: CompanyId,
    entries: &[AuditEntry],
) -> Result<()> {
    company::lock(conn, company).await?;
    let mut head = chain::head(conn, company).await?;
    for entry in entries {
        let stored = Stored::from(entry);
        head.entries += 1;
        head.hash = stored.hash(head.entries, &head.hash)?;
        record::insert(conn, &stored, head.entries, &head.hash).await?;
    }
    chain::set_head(conn, company, head.entries, &head.hash).await
}

/// What happened to a token, newest first.
///
/// # Errors
/// `Inconsistent` when a row holds what no entry has; see [`super::StoreError`].
pub async fn of_token(
    conn: &mut Connection,
    company: CompanyId,
    token: TokenId,
    limit: u32,
) -> Result<Vec<AuditEntry>> {
    record::of_token(conn, company, token, limit).await
}
