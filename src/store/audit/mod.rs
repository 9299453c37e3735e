//! The audit log (*Bitácora*): rows that are only ever added, each bound to the
//! one before it by a hash, in one chain for each company.

pub(super) mod chain;
mod record;

pub use chain::{Chain, verify};
pub use record::{ActorKind, AuditActor, AuditEntry};

use record::Stored;
pub(super) use record::{columns, read};

use super::row::counted;
use super::{Connection, Result, company};
use crate::domain::id::{CompanyId, TokenId, UserId};
use crate::domain::time::Timestamp;

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

/// Where a company's chain ends: how many entries it has, and the hash of the
/// last.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn end(conn: &mut Connection, company: CompanyId) -> Result<(i64, Vec<u8>)> {
    let head = chain::head(conn, company).await?;
    Ok((head.entries, head.hash))
}

/// The hash of a company's entry in that place of its chain.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn hash_at(
    conn: &mut Connection,
    company: CompanyId,
    sequence: i64,
) -> Result<Option<Vec<u8>>> {
    Ok(
        sqlx::query_scalar("SELECT hash FROM audit_entry WHERE company_id = $1 AND sequence = $2")
            .bind(company.to_string())
            .bind(sequence)
            .fetch_optional(conn)
            .await?,
    )
}

/// How many entries since then tell of something that was refused to `person`;
/// counted to `most` and no further.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn refusals_since(
    conn: &mut Connection,
    company: CompanyId,
    person: UserId,
    since: Timestamp,
    most: u32,
) -> Result<u32> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM (
             SELECT 1 AS one FROM audit_entry
             WHERE company_id = $1 AND actor_user_id = $2 AND happened_at >= $3
               AND outcome = 'refused'
             LIMIT $4) AS found",
    )
    .bind(company.to_string())
    .bind(person.to_string())
    .bind(since.as_micros())
    .bind(i64::from(most))
    .fetch_one(conn)
    .await?;
    counted(count)
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
