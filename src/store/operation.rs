//! Operations: changes that wait to be confirmed, or were. An operation is open
//! as long as `settled_at` is NULL.

use sqlx::any::AnyRow;

use super::row::{Fields, counted, found, micros_or_null, text_or_null};
use super::{Connection, Result, operation_item};
use crate::domain::company::Approvals;
use crate::domain::contact_change::ContactChange;
use crate::domain::id::{CompanyId, DeviceId, OperationId, TokenId, UserId};
use crate::domain::operation::{
    Operation, OperationKind, OperationState, Rejection, Subject, TokenSubject,
};
use crate::domain::protocol::canonical_bytes;
use crate::domain::time::Timestamp;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.company_id, o.kind, o.items, o.contact, i.token_id, i.token_version, i.holder_id,
                    o.requested_by, o.approvals, o.second_admin_id, o.state, o.requested_at,
                    o.expires_at, o.settled_at, o.version
             FROM operation o
             LEFT JOIN operation_item i
                    ON i.operation_id = o.id AND i.position = 0 AND o.items IS NULL ",
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
    insert_row(conn, operation, None).await?;
    match operation.subject {
        Subject::Token(subject) => operation_item::insert(conn, operation, &[subject]).await,
        Subject::Batch { .. } => Err(super::error::out_of_range()),
    }
}

/// Adds an operation on many tokens: `list` are the bytes whose hash is signed,
/// `items` what it says, in its order.
///
/// # Errors
/// As [`insert`], for any of the items.
pub async fn insert_batch(
    conn: &mut Connection,
    operation: &Operation,
    list: &[u8],
    items: &[TokenSubject],
) -> Result<()> {
    if operation.subject != batch_of(items) {
        return Err(super::error::out_of_range());
    }
    insert_row(conn, operation, Some(list)).await?;
    operation_item::insert(conn, operation, items).await
}

fn batch_of(items: &[TokenSubject]) -> Subject {
    Subject::Batch {
        items: u32::try_from(items.len()).unwrap_or(u32::MAX),
    }
}

async fn insert_row(
    conn: &mut Connection,
    operation: &Operation,
    list: Option<&[u8]>,
) -> Result<()> {
    let items = match operation.subject {
        Subject::Token(_) => None,
        Subject::Batch { items } => Some(i64::from(items)),
    };
    sqlx::query(
        "INSERT INTO operation (id, company_id, kind, items, list, requested_by, state,
                                requested_at, expires_at, settled_at, version, approvals,
                                second_admin_id, contact)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(operation.id.to_string())
    .bind(operation.company.to_string())
    .bind(operation.kind.code())
    .bind(items)
    .bind(list)
    .bind(operation.requested_by.to_string())
    .bind(state_code(operation.state))
    .bind(operation.requested_at.as_micros())
    .bind(operation.expires_at.as_micros())
    .bind(micros_or_null(operation.settled_at))
    .bind(operation.version)
    .bind(i64::from(operation.approvals.number()))
    .bind(text_or_null(operation.second))
    .bind(contact_bytes(operation)?)
    .execute(conn)
    .await?;
    Ok(())
}

/// The holder's data that an operation changes, as the column holds them.
fn contact_bytes(operation: &Operation) -> Result<Option<Vec<u8>>> {
    let written = operation.contact.as_ref().map(canonical_bytes).transpose();
    written.map_err(|_| super::error::out_of_range())
}

/// Reads them; `None` for an operation that changes none.
pub(super) fn contact(fields: &Fields<'_>) -> Result<Option<ContactChange>> {
    fields
        .get::<Option<Vec<u8>>>("contact")?
        .map(|bytes| serde_json::from_slice(&bytes).map_err(|_| fields.inconsistent()))
        .transpose()
}

/// How a state is written. A no in the AppMovil is one word, whoever said it:
/// that it was the second administrator's tells `second_admin_id`.
const fn state_code(state: OperationState) -> &'static str {
    match state {
        OperationState::Rejected {
            reason: Rejection::BySecond,
        } => OperationState::Rejected {
            reason: Rejection::OnDevice,
        }
        .code(),
        state => state.code(),
    }
}

/// Writes where an operation stands now: its state, when it was settled, until
/// when and by how many it can be confirmed, and who was the second. Its version becomes `expected_version + 1`.
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
         SET state = $1, settled_at = $2, expires_at = $3, approvals = $4, second_admin_id = $5,
             version = version + 1
         WHERE id = $6 AND company_id = $7 AND version = $8",
    )
    .bind(state_code(operation.state))
    .bind(micros_or_null(operation.settled_at))
    .bind(operation.expires_at.as_micros())
    .bind(i64::from(operation.approvals.number()))
    .bind(text_or_null(operation.second))
    .bind(operation.id.to_string())
    .bind(operation.company.to_string())
    .bind(expected_version)
    .execute(&mut *conn)
    .await?;
    found(&written)?;
    match operation.settled_at {
        Some(at) => operation_item::close(conn, operation.id, at).await,
        None => Ok(()),
    }
}

/// The bytes of a batch's list.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn list_of(conn: &mut Connection, id: OperationId) -> Result<Option<Vec<u8>>> {
    let list: Option<Option<Vec<u8>>> =
        sqlx::query_scalar("SELECT list FROM operation WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(conn)
            .await?;
    Ok(list.flatten())
}

/// The batches that are confirmed and not carried out to their end, oldest
/// first.
///
/// # Errors
/// As [`find`].
pub async fn confirmed_batches(conn: &mut Connection, limit: u32) -> Result<Vec<Operation>> {
    sqlx::query(select!(
        "WHERE o.state = 'confirmed' AND o.items IS NOT NULL
         ORDER BY o.requested_at, o.id LIMIT $1"
    ))
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
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
    sqlx::query(select!("WHERE o.id = $1 AND o.company_id = $2"))
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
    sqlx::query(select!(
        "WHERE o.id = (SELECT w.operation_id FROM operation_item w
                       WHERE w.token_id = $1 AND w.settled_at IS NULL)"
    ))
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
        "WHERE o.id = (SELECT w.operation_id FROM operation_item w
                       WHERE w.holder_id = $1 AND w.settled_at IS NULL AND w.kind = 'assign')"
    ))
    .bind(holder.to_string())
    .fetch_optional(conn)
    .await?
    .map(|row| read(&row))
    .transpose()
}

/// The operations that wait for a second administrator after this device said
/// yes to them, oldest first.
///
/// # Errors
/// As [`find`].
pub async fn awaiting_second_after(
    conn: &mut Connection,
    company: CompanyId,
    device: DeviceId,
) -> Result<Vec<Operation>> {
    sqlx::query(select!(
        "WHERE o.company_id = $1 AND o.state = 'awaiting_second_approval'
           AND EXISTS (SELECT 1 FROM confirmation c
                       WHERE c.operation_id = o.id AND c.device_id = $2 AND c.decision = 'approve')
         ORDER BY o.requested_at, o.id"
    ))
    .bind(company.to_string())
    .bind(device.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// Whether an operation is about a token that `user` holds or would get.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn is_about(conn: &mut Connection, id: OperationId, user: UserId) -> Result<bool> {
    let found: i64 = sqlx::query_scalar(
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM operation_item
                                  WHERE operation_id = $1 AND holder_id = $2)
                     THEN 1 ELSE 0 END",
    )
    .bind(id.to_string())
    .bind(user.to_string())
    .fetch_one(conn)
    .await?;
    Ok(found == 1)
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
        "WHERE o.settled_at IS NULL AND o.state <> 'confirmed' AND o.expires_at <= $1
         ORDER BY o.expires_at LIMIT $2"
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
        "WHERE o.company_id = $1 AND o.settled_at IS NULL AND o.state <> 'confirmed'
           AND o.expires_at <= $2
         ORDER BY o.requested_at, o.id LIMIT $3"
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
        "WHERE o.requested_by = $1 AND o.settled_at IS NULL ORDER BY o.requested_at, o.id"
    ))
    .bind(user.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// What waits to be confirmed about a user and is not of a list, oldest first.
///
/// # Errors
/// As [`find`].
pub async fn open_about(conn: &mut Connection, user: UserId) -> Result<Vec<Operation>> {
    sqlx::query(select!(
        "WHERE i.holder_id = $1 AND o.settled_at IS NULL AND o.items IS NULL
           AND o.state <> 'confirmed'
         ORDER BY o.requested_at, o.id"
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
        "WHERE o.company_id = $1 AND o.settled_at IS NULL ORDER BY o.requested_at, o.id LIMIT $2"
    ))
    .bind(company.to_string())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// When the request ended that is the `nth` newest (from 1) of those by an
/// administrator that ended at `since` or later without being approved: rejected
/// or expired. Those that ended with the device that was lost do not count. `None`
/// when there are fewer.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn nth_unapproved(
    conn: &mut Connection,
    user: UserId,
    since: Timestamp,
    nth: u32,
) -> Result<Option<Timestamp>> {
    let settled_at: Option<i64> = sqlx::query_scalar(
        "SELECT settled_at FROM operation
         WHERE requested_by = $1 AND settled_at >= $2
           AND state IN ('rejected_on_device', 'rejected_wrong_numbers', 'expired')
         ORDER BY settled_at DESC LIMIT 1 OFFSET $3",
    )
    .bind(user.to_string())
    .bind(since.as_micros())
    .bind(i64::from(nth) - 1)
    .fetch_optional(conn)
    .await?;
    Ok(settled_at.map(Timestamp::from_micros))
}

/// How many of an administrator's requests were rejected, and did not end with a
/// lost device, since one was last applied, or since they were unlocked ([`super::user::unlock_requests`]).
///
/// # Errors
/// See [`super::StoreError`].
pub async fn rejections_in_a_row(conn: &mut Connection, user: UserId) -> Result<u32> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM operation
         WHERE requested_by = $1
           AND state IN ('rejected_on_device', 'rejected_wrong_numbers')
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

/// Reads a state; `second` is the second administrator.
pub(super) fn state(fields: &Fields<'_>, second: Option<UserId>) -> Result<OperationState> {
    const ON_DEVICE: OperationState = OperationState::Rejected {
        reason: Rejection::OnDevice,
    };
    let state = fields.coded("state", OperationState::from_code)?;
    Ok(if state == ON_DEVICE && second.is_some() {
        OperationState::Rejected {
            reason: Rejection::BySecond,
        }
    } else {
        state
    })
}

fn read(row: &AnyRow) -> Result<Operation> {
    let fields = Fields::of("operation", row);
    let second = fields.parsed_or_null("second_admin_id")?;
    let state = state(&fields, second)?;
    let settled_at = fields.time_or_null("settled_at")?;
    if state.is_open() != settled_at.is_none() {
        return Err(fields.inconsistent());
    }
    let subject = match fields.number_or_null("items")? {
        Some(items) => Subject::Batch { items },
        None => Subject::Token(TokenSubject {
            token: fields.parsed("token_id")?,
            version: fields.get("token_version")?,
            holder: fields.parsed("holder_id")?,
        }),
    };
    Ok(Operation {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        kind: fields.coded("kind", OperationKind::from_code)?,
        subject,
        contact: contact(&fields)?,
        requested_by: fields.parsed("requested_by")?,
        approvals: Approvals::from_number(fields.get("approvals")?)
            .ok_or_else(|| fields.inconsistent())?,
        second,
        state,
        requested_at: fields.time("requested_at")?,
        expires_at: fields.time("expires_at")?,
        settled_at,
        version: fields.get("version")?,
    })
}
