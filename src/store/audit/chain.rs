use super::record::Stored;
use crate::domain::id::CompanyId;
use crate::store::row::{Fields, counted};
use crate::store::{Connection, Result};

/// How many rows are read at a time.
const BATCH: i64 = 1_000;

/// What became of a company's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// Every row is as it was written, and none is missing.
    Whole {
        /// How many rows there are.
        entries: u64,
    },
    /// This is the first row that is not what was written there: it was
    /// changed, or one before it is missing.
    BrokenAt {
        /// The row's name as it stands there.
        entry: String,
    },
    /// The rows agree with each other but not with the kept end of the chain:
    /// the last ones are missing, or some were added by another hand.
    EndsElsewhere {
        /// How many rows there are.
        entries: u64,
    },
}

/// The end of a company's chain.
pub(in crate::store) struct Head {
    pub(in crate::store) entries: i64,
    pub(super) hash: Vec<u8>,
}

pub(in crate::store) async fn head(conn: &mut Connection, company: CompanyId) -> Result<Head> {
    let row = sqlx::query("SELECT entries, hash FROM audit_head WHERE company_id = $1")
        .bind(company.to_string())
        .fetch_optional(conn)
        .await?;
    let Some(row) = row else {
        return Ok(Head {
            entries: 0,
            hash: vec![0; 32],
        });
    };
    let fields = Fields::of("audit_head", &row);
    Ok(Head {
        entries: fields.get("entries")?,
        hash: fields.get("hash")?,
    })
}

pub(super) async fn set_head(
    conn: &mut Connection,
    company: CompanyId,
    entries: i64,
    hash: &[u8],
) -> Result<()> {
    sqlx::query(
        "INSERT INTO audit_head (company_id, entries, hash) VALUES ($1, $2, $3)
         ON CONFLICT (company_id) DO UPDATE SET entries = excluded.entries, hash = excluded.hash",
    )
    .bind(company.to_string())
    .bind(entries)
    .bind(hash)
    .execute(conn)
    .await?;
    Ok(())
}

/// Walks a company's chain from its beginning.
///
/// # Errors
/// See [`crate::store::StoreError`].
pub async fn verify(conn: &mut Connection, company: CompanyId) -> Result<Chain> {
    let head = head(conn, company).await?;
    let mut last = 0;
    let mut previous = vec![0; 32];
    loop {
        let rows = sqlx::query(
            "SELECT id, company_id, sequence, hash, happened_at, actor_kind, actor_user_id,
                    actor_name, action, token_id, serial, user_id, username, from_status,
                    to_status, operation_id, detail, origin_kind, origin_address, origin_client,
                    outcome, reason
             FROM audit_entry WHERE company_id = $1 AND sequence > $2
             ORDER BY sequence LIMIT $3",
        )
        .bind(company.to_string())
        .bind(last)
        .bind(BATCH)
        .fetch_all(&mut *conn)
        .await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let fields = Fields::of("audit_entry", row);
            let stored = Stored::read(row)?;
            let hash: Vec<u8> = fields.get("hash")?;
            let sequence: i64 = fields.get("sequence")?;
            if sequence != last + 1 || hash != stored.hash(sequence, &previous)? {
                return Ok(Chain::BrokenAt { entry: stored.id });
            }
            last = sequence;
            previous = hash;
        }
    }
    let entries = counted(last)?;
    if last == head.entries && previous == head.hash {
        Ok(Chain::Whole { entries })
    } else {
        Ok(Chain::EndsElsewhere { entries })
    }
}
