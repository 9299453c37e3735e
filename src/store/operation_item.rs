//! What an operation changes, one item for each token, and what became of each.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, query};

use super::row::{Fields, counted, found};
use super::{Connection, Result, many};
use crate::domain::batch::{BatchProgress, ItemOutcome};
use crate::domain::id::{CompanyId, OperationId, TokenId, UserId};
use crate::domain::operation::{Operation, OperationState, TokenSubject};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::view::{ItemView, WantedItems};

macro_rules! records {
    ($only:literal) => {
        concat!(
            "SELECT i.operation_id AS id, i.position, t.serial, u.username, u.full_name,
                    i.outcome, i.reason
             FROM operation_item i
             JOIN virtual_token t ON t.id = i.token_id
             JOIN app_user u ON u.id = i.holder_id
             WHERE i.operation_id = $1 AND i.position >= $2 ",
            $only,
            " ORDER BY i.position LIMIT $3"
        )
    };
}

/// An item that is still to be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenItem {
    /// Its place in the list, from 0.
    pub position: u32,
    /// What it changes.
    pub subject: TokenSubject,
}

/// An open operation that waits for a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// For which.
    pub token: TokenId,
    /// Which operation.
    pub operation: OperationId,
    /// Until when it can be confirmed; `None` once it was.
    pub until: Option<Timestamp>,
}

/// How many items are written in one statement.
const WRITTEN_AT_ONCE: usize = 100;
/// The columns of an item as it begins.
const COLUMNS: usize = 8;

/// Writes the items of an operation, in their order.
pub(super) async fn insert(
    conn: &mut Connection,
    operation: &Operation,
    subjects: &[TokenSubject],
) -> Result<()> {
    let mut position = 0_i64;
    for piece in subjects.chunks(WRITTEN_AT_ONCE) {
        let rows: Vec<String> = (0..piece.len())
            .map(|row| format!("({})", many::places(row * COLUMNS + 1, COLUMNS)))
            .collect();
        let text = format!(
            "INSERT INTO operation_item (operation_id, position, company_id, kind, token_id,
                                         token_version, holder_id, settled_at)
             VALUES {}",
            rows.join(", ")
        );
        let mut insert = query(AssertSqlSafe(text));
        for subject in piece {
            insert = insert
                .bind(operation.id.to_string())
                .bind(position)
                .bind(operation.company.to_string())
                .bind(operation.kind.code())
                .bind(subject.token.to_string())
                .bind(subject.version)
                .bind(subject.holder.to_string())
                .bind(super::row::micros_or_null(operation.settled_at));
            position += 1;
        }
        insert.execute(&mut *conn).await?;
    }
    Ok(())
}

/// The open operations that wait for any of `tokens`; in no order.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn waiting_for(
    conn: &mut Connection,
    company: CompanyId,
    tokens: &[TokenId],
) -> Result<Vec<Waiting>> {
    let select = "SELECT o.id, o.state, o.expires_at, i.token_id
                  FROM operation_item i JOIN operation o ON o.id = i.operation_id
                  WHERE o.company_id = $1 AND i.settled_at IS NULL AND i.token_id";
    let rows = many::fetch(conn, select, company, tokens).await?;
    rows.iter().map(read_waiting).collect()
}

fn read_waiting(row: &AnyRow) -> Result<Waiting> {
    let fields = Fields::of("operation", row);
    let state = fields.coded("state", OperationState::from_code)?;
    let expires_at = fields.time("expires_at")?;
    Ok(Waiting {
        token: fields.parsed("token_id")?,
        operation: fields.parsed("id")?,
        until: (state != OperationState::Confirmed).then_some(expires_at),
    })
}

/// Writes that several open items were done.
///
/// # Errors
/// `VersionConflict` when one of them is not open any more.
pub async fn settle_done(
    conn: &mut Connection,
    operation: OperationId,
    positions: &[u32],
    at: Timestamp,
) -> Result<()> {
    for piece in positions.chunks(WRITTEN_AT_ONCE) {
        let text = format!(
            "UPDATE operation_item SET settled_at = $1, outcome = 'done', reason = NULL
             WHERE operation_id = $2 AND settled_at IS NULL AND position IN ({})",
            many::places(3, piece.len())
        );
        let mut update = query(AssertSqlSafe(text))
            .bind(at.as_micros())
            .bind(operation.to_string());
        for position in piece {
            update = update.bind(i64::from(*position));
        }
        let written = update.execute(&mut *conn).await?;
        if written.rows_affected() != piece.len() as u64 {
            return Err(super::StoreError::VersionConflict);
        }
    }
    Ok(())
}

/// Closes what is still open of an operation that is settled.
pub(super) async fn close(
    conn: &mut Connection,
    operation: OperationId,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(
        "UPDATE operation_item SET settled_at = $1
         WHERE operation_id = $2 AND settled_at IS NULL",
    )
    .bind(at.as_micros())
    .bind(operation.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes what became of an open item.
///
/// # Errors
/// `VersionConflict` when it is not open any more.
pub async fn settle(
    conn: &mut Connection,
    operation: OperationId,
    position: u32,
    outcome: &ItemOutcome,
    at: Timestamp,
) -> Result<()> {
    let written = sqlx::query(
        "UPDATE operation_item SET settled_at = $1, outcome = $2, reason = $3
         WHERE operation_id = $4 AND position = $5 AND settled_at IS NULL",
    )
    .bind(at.as_micros())
    .bind(outcome.code())
    .bind(outcome.reason())
    .bind(operation.to_string())
    .bind(i64::from(position))
    .execute(conn)
    .await?;
    found(&written)
}

/// The next open items of an operation, in the order of its list.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn open_of(
    conn: &mut Connection,
    operation: OperationId,
    limit: u32,
) -> Result<Vec<OpenItem>> {
    sqlx::query(
        "SELECT operation_id AS id, position, token_id, token_version, holder_id
         FROM operation_item WHERE operation_id = $1 AND settled_at IS NULL
         ORDER BY position LIMIT $2",
    )
    .bind(operation.to_string())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read_open)
    .collect()
}

/// The open item of an operation that changes `token`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn open_for_token(
    conn: &mut Connection,
    operation: OperationId,
    token: TokenId,
) -> Result<Option<OpenItem>> {
    sqlx::query(
        "SELECT operation_id AS id, position, token_id, token_version, holder_id
         FROM operation_item WHERE token_id = $1 AND operation_id = $2 AND settled_at IS NULL",
    )
    .bind(token.to_string())
    .bind(operation.to_string())
    .fetch_optional(conn)
    .await?
    .map(|row| read_open(&row))
    .transpose()
}

/// How far an operation has come.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn progress(conn: &mut Connection, operation: OperationId) -> Result<BatchProgress> {
    let row = sqlx::query(
        "SELECT operation_id AS id,
                CAST(COUNT(*) AS BIGINT) AS items,
                CAST(SUM(CASE WHEN outcome = 'done' THEN 1 ELSE 0 END) AS BIGINT) AS done,
                CAST(SUM(CASE WHEN outcome = 'failed' THEN 1 ELSE 0 END) AS BIGINT) AS failed
         FROM operation_item WHERE operation_id = $1 GROUP BY operation_id",
    )
    .bind(operation.to_string())
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else {
        return Ok(BatchProgress::default());
    };
    let fields = Fields::of("operation_item", &row);
    Ok(BatchProgress {
        items: counted(fields.get("items")?)?,
        done: counted(fields.get("done")?)?,
        failed: counted(fields.get("failed")?)?,
    })
}

/// A piece of an operation's items from `position` on, in the order of its
/// list.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    operation: OperationId,
    wanted: WantedItems,
    position: u32,
    limit: u32,
) -> Result<Vec<ItemView>> {
    let sql = match wanted {
        WantedItems::All => records!(""),
        WantedItems::Done => records!("AND i.outcome = 'done'"),
        WantedItems::Failed => records!("AND i.outcome = 'failed'"),
    };
    sqlx::query(sql)
        .bind(operation.to_string())
        .bind(i64::from(position))
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?
        .iter()
        .map(read_record)
        .collect()
}

fn read_open(row: &AnyRow) -> Result<OpenItem> {
    let fields = Fields::of("operation_item", row);
    Ok(OpenItem {
        position: fields.number("position")?,
        subject: TokenSubject {
            token: fields.parsed::<TokenId>("token_id")?,
            version: fields.get("token_version")?,
            holder: fields.parsed::<UserId>("holder_id")?,
        },
    })
}

fn read_record(row: &AnyRow) -> Result<ItemView> {
    let fields = Fields::of("operation_item", row);
    let reason: Option<String> = fields.get("reason")?;
    let outcome = fields.coded_or_null("outcome", |code| {
        ItemOutcome::from_parts(code, reason.as_deref())
    })?;
    let serial = Serial::from_number(fields.number("serial")?);
    Ok(ItemView {
        position: fields.number("position")?,
        serial: serial.ok_or_else(|| fields.inconsistent())?,
        username: fields.get("username")?,
        full_name: fields.get("full_name")?,
        outcome,
    })
}
