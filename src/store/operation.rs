//! Operations: changes that wait to be confirmed, or were. An operation is open
//! as long as `settled_at` is NULL.

use sqlx::any::AnyRow;

use super::row::{Fields, counted, found, micros_or_null};
use super::{Connection, Result};
use crate::domain::id::{CompanyId, OperationId, TokenId, UserId};
use crate::domain::operation::{Operation, OperationKind, OperationState};
use crate::domain::time::Timestamp;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, company_id, kind, token_id, token_version, holder_id, requested_by, state,
                    requested_at, expires_at, settled_at, version
             FROM operation ",
            $rest
        )
    };
}

/// Adds an operation.
///
/// # Errors
/// `Duplicate(OpenOperationOfToken)` when the token has an open one;
/// `Duplicate(OpenAssignmentOfUser)` when another would give its holder a token.
pub async fn insert(conn: &mut Connection, operation: &Operation) -> Result<()> {
    sqlx::query(
        "INSERT INTO operation (id, company_id, kind, token_id, token_version, holder_id,
                                requested_by, state, requested_at, expires_at, settled_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(operation.id.to_string())
    .bind(operation.company.to_string())
    .bind(operation.kind.code())
    .bind(operation.token.to_string())
    .bind(operation.token_version)
    .bind(operation.holder.to_string())
    .bind(operation.requested_by.to_string())
    .bind(operation.state.code())
    .bind(operation.requested_at.as_micros())
    .bind(operation.expires_at.as_micros())
    .bind(micros_or_null(operation.settled_at))
    .bind(operation.version)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes where an operation stands now: its state, when it was settled, until
/// when it can be confirmed. Its version becomes `expected_version + 1`.
///
/// # Errors
/// `VersionConflict` when the stored version is not `expected_version`.
pub async fn save(
    conn: &mut Connection,
    operation: &Operation,
    expected_version: i64,
) -> Result<()> {
    let written = sqlx::query(
        "UPDATE operation
         SET state = $1, settled_at = $2, expires_at = $3, version = version + 1
         WHERE id = $4 AND company_id = $5 AND version = $6",
    )
    .bind(operation.state.code())
    .bind(micros_or_null(operation.settled_at))
    .bind(operation.expires_at.as_micros())
    .bind(operation.id.to_string())
    .bind(operation.company.to_string())
    .bind(expected_version)
    .execute(conn)
    .await?;
    found(&written)
}

/// The operation of that company with this name.
///
/// # Errors
/// `Inconsistent` when its columns disagree; see [`super::StoreError`].
pub async fn find(
    conn: &mut Connection,
    company: CompanyId,
    id: OperationId,
) -> Result<Option<Operation>> {
    sqlx::query(select!("WHERE id = $1 AND company_id = $2"))
        .bind(id.to_string())
        .bind(company.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The operation that waits for a token.
///
/// # Errors
/// As [`find`].
pub async fn open_of_token(conn: &mut Connection, token: TokenId) -> Result<Option<Operation>> {
    sqlx::query(select!("WHERE token_id = $1 AND settled_at IS NULL"))
        .bind(token.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The operation that would give a user a token.
///
/// # Errors
/// As [`find`].
pub async fn open_assignment_of(
    conn: &mut Connection,
    holder: UserId,
) -> Result<Option<Operation>> {
    sqlx::query(select!(
        "WHERE holder_id = $1 AND settled_at IS NULL AND kind = 'assign'"
    ))
    .bind(holder.to_string())
    .fetch_optional(conn)
    .await?
    .map(|row| read(&row))
    .transpose()
}

/// The operations that wait although their time is over at `now`, oldest first.
///
/// # Errors
/// As [`find`].
pub async fn open_past(
    conn: &mut Connection,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Operation>> {
    sqlx::query(select!(
        "WHERE settled_at IS NULL AND state <> 'confirmed' AND expires_at <= $1
         ORDER BY expires_at LIMIT $2"
    ))
    .bind(now.as_micros())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// Those of one company that wait although their time is over at `now`, oldest
/// first.
///
/// # Errors
/// As [`find`].
pub async fn open_past_of_company(
    conn: &mut Connection,
    company: CompanyId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Operation>> {
    sqlx::query(select!(
        "WHERE company_id = $1 AND settled_at IS NULL AND state <> 'confirmed'
           AND expires_at <= $2
         ORDER BY requested_at, id LIMIT $3"
    ))
    .bind(company.to_string())
    .bind(now.as_micros())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// The operations that an administrator asked for and that wait, oldest first.
///
/// # Errors
/// As [`find`].
pub async fn open_of_requester(conn: &mut Connection, user: UserId) -> Result<Vec<Operation>> {
    sqlx::query(select!(
        "WHERE requested_by = $1 AND settled_at IS NULL ORDER BY requested_at, id"
    ))
    .bind(user.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// The operations of a company that wait, oldest first.
///
/// # Errors
/// As [`find`].
pub async fn open_of_company(
    conn: &mut Connection,
    company: CompanyId,
    limit: u32,
) -> Result<Vec<Operation>> {
    sqlx::query(select!(
        "WHERE company_id = $1 AND settled_at IS NULL ORDER BY requested_at, id LIMIT $2"
    ))
    .bind(company.to_string())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// How many of an administrator's requests ended at `since` or later without
/// being approved: rejected or expired.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn unapproved_since(
    conn: &mut Connection,
    user: UserId,
    since: Timestamp,
) -> Result<u32> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM operation
         WHERE requested_by = $1 AND settled_at >= $2
           AND state IN ('rejected_on_device', 'rejected_wrong_numbers',
                         'rejected_device_blocked', 'expired')",
    )
    .bind(user.to_string())
    .bind(since.as_micros())
    .fetch_one(conn)
    .await?;
    counted(count)
}

/// How many of an administrator's requests were rejected since one was last
/// applied, or since they were unlocked ([`super::user::unlock_requests`]).
///
/// # Errors
/// See [`super::StoreError`].
pub async fn rejections_in_a_row(conn: &mut Connection, user: UserId) -> Result<u32> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM operation
         WHERE requested_by = $1
           AND state IN ('rejected_on_device', 'rejected_wrong_numbers', 'rejected_device_blocked')
           AND settled_at > COALESCE((SELECT MAX(settled_at) FROM operation
                                      WHERE requested_by = $1 AND state = 'applied'), 0)
           AND settled_at > COALESCE((SELECT requests_unlocked_at FROM app_user
                                      WHERE id = $1), 0)",
    )
    .bind(user.to_string())
    .fetch_one(conn)
    .await?;
    counted(count)
}

fn read(row: &AnyRow) -> Result<Operation> {
    let fields = Fields::of("operation", row);
    let state = fields.coded("state", OperationState::from_code)?;
    let settled_at = fields.time_or_null("settled_at")?;
    if state.is_open() != settled_at.is_none() {
        return Err(fields.inconsistent());
    }
    Ok(Operation {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        kind: fields.coded("kind", OperationKind::from_code)?,
        token: fields.parsed("token_id")?,
        token_version: fields.get("token_version")?,
        holder: fields.parsed("holder_id")?,
        requested_by: fields.parsed("requested_by")?,
        state,
        requested_at: fields.time("requested_at")?,
        expires_at: fields.time("expires_at")?,
        settled_at,
        version: fields.get("version")?,
    })
}
