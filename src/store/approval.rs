//! The lists of *Aprobaciones*: operations that two administrators confirm, and
//! those that somebody asked for.

use sqlx::any::AnyRow;

use super::row::{Fields, counted};
use super::statement::{Key, Statement};
use super::{Connection, Result, operation, operation_item};
use crate::domain::batch::BatchProgress;
use crate::domain::company::Approvals;
use crate::domain::id::{CompanyId, OperationId, UserId};
use crate::domain::operation::{OPERATION_LIFETIME, OperationKind, first_has_approved};
use crate::domain::serial::Serial;
use crate::domain::table::{ApprovalList, ApprovalQuery, Cursor};
use crate::domain::time::Timestamp;
use crate::domain::view::{ApprovalRow, SubjectView};

/// The first argument is the company, the second the reader.
const SELECT: &str =
    "SELECT o.id, o.kind, o.items, o.contact, o.state, o.requested_by, o.requested_at,
        o.expires_at, o.settled_at, o.approvals, o.second_admin_id,
        q.username AS requester_username, q.full_name AS requester_full_name,
        s.username AS second_username, t.serial, u.username, u.full_name,
        CASE WHEN EXISTS (SELECT 1 FROM operation_item m
                          WHERE m.operation_id = o.id AND m.holder_id = $2)
             THEN 1 ELSE 0 END AS is_about_reader
     FROM operation o
     JOIN app_user q ON q.id = o.requested_by
     LEFT JOIN app_user s ON s.id = o.second_admin_id
     LEFT JOIN operation_item i ON i.operation_id = o.id AND i.position = 0 AND o.items IS NULL
     LEFT JOIN virtual_token t ON t.id = i.token_id
     LEFT JOIN app_user u ON u.id = i.holder_id
     WHERE o.company_id = $1";

/// A piece of one list, `rows` of it at most, and where the next one begins. How
/// far an operation on many tokens has come is not told.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    company: CompanyId,
    reader: UserId,
    query: &ApprovalQuery,
    now: Timestamp,
    rows: u16,
) -> Result<(Vec<ApprovalRow>, Option<Cursor>)> {
    let statement = statement(reader, query, now);
    let mut found = statement
        .fetch(conn, company, i64::from(rows) + 1)
        .await?
        .iter()
        .map(read)
        .collect::<Result<Vec<_>>>()?;
    let goes_on = found.len() > usize::from(rows);
    found.truncate(usize::from(rows));
    let next = found.last().filter(|_| goes_on);
    let next = next.map(|row| cursor(query.list, row));
    Ok((found, next))
}

/// One operation of a company, and how far it has come.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find(
    conn: &mut Connection,
    company: CompanyId,
    reader: UserId,
    id: OperationId,
) -> Result<Option<ApprovalRow>> {
    let mut statement = begin(reader);
    statement.and("o.id = ?", [Key::Text(id.to_string())]);
    statement.ordered_by("o.id");
    let rows = statement.fetch(conn, company, 1).await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let mut row = read(row)?;
    if let SubjectView::Batch(progress) = &mut row.subject {
        *progress = operation_item::progress(conn, id).await?;
    }
    Ok(Some(row))
}

/// How many operations wait for this administrator at `now`: asked for by
/// others, and about no token of their own.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn waiting_for(
    conn: &mut Connection,
    company: CompanyId,
    admin: UserId,
    now: Timestamp,
) -> Result<u64> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM operation o
         WHERE o.company_id = $1 AND o.state = 'awaiting_second_approval'
           AND o.requested_by <> $2 AND o.expires_at > $3
           AND NOT EXISTS (SELECT 1 FROM operation_item m
                           WHERE m.operation_id = o.id AND m.holder_id = $2)",
    )
    .bind(company.to_string())
    .bind(admin.to_string())
    .bind(now.as_micros())
    .fetch_one(conn)
    .await?;
    counted(count)
}

fn begin(reader: UserId) -> Statement {
    let mut statement = Statement::new(SELECT.to_owned());
    statement.arguments.push(Key::Text(reader.to_string()));
    statement
}

fn statement(reader: UserId, query: &ApprovalQuery, now: Timestamp) -> Statement {
    let mut statement = begin(reader);
    let (column, than, way) = match query.list {
        ApprovalList::Waiting => {
            statement.and(
                "o.state = 'awaiting_second_approval' AND o.requested_by <> ? AND o.expires_at > ?",
                [Key::Text(reader.to_string()), Key::Number(now.as_micros())],
            );
            ("o.requested_at", '>', "ASC")
        }
        ApprovalList::Mine => {
            statement.and("o.requested_by = ?", [Key::Text(reader.to_string())]);
            ("o.requested_at", '<', "DESC")
        }
        ApprovalList::Decided => {
            let lifetime = Timestamp::from_micros(0).plus(OPERATION_LIFETIME);
            statement.and(
                "o.approvals = 2 AND o.settled_at IS NOT NULL AND o.expires_at - o.requested_at > ?",
                [Key::Number(lifetime.as_micros())],
            );
            ("o.settled_at", '<', "DESC")
        }
    };
    let after = query.after.as_ref().and_then(|cursor| {
        let key = cursor.key.parse().ok()?;
        // What is no name of an operation is none to go on from.
        let id: OperationId = cursor.id.parse().ok()?;
        Some([Key::Number(key), Key::Text(id.to_string())])
    });
    if let Some(after) = after {
        statement.and(&format!("({column}, o.id) {than} (?, ?)"), after);
    }
    statement.ordered_by(&format!("{column} {way}, o.id {way}"));
    statement
}

fn cursor(list: ApprovalList, row: &ApprovalRow) -> Cursor {
    let at = match list {
        ApprovalList::Waiting | ApprovalList::Mine => row.requested_at,
        ApprovalList::Decided => row.settled_at.unwrap_or(row.requested_at),
    };
    Cursor {
        key: at.as_micros().to_string(),
        id: row.id.to_string(),
    }
}

fn read(row: &AnyRow) -> Result<ApprovalRow> {
    let fields = Fields::of("operation", row);
    let second: Option<UserId> = fields.parsed_or_null("second_admin_id")?;
    let subject = match fields.number_or_null("items")? {
        Some(items) => SubjectView::Batch(BatchProgress {
            items,
            ..BatchProgress::default()
        }),
        None => SubjectView::Token {
            serial: Serial::from_number(fields.number("serial")?)
                .ok_or_else(|| fields.inconsistent())?,
            holder_username: fields.get("username")?,
            holder_full_name: fields.get("full_name")?,
        },
    };
    let state = operation::state(&fields, second)?;
    let is_dual = fields.get::<i64>("approvals")? == i64::from(Approvals::Two.number());
    let requested_at = fields.time("requested_at")?;
    let expires_at = fields.time("expires_at")?;
    Ok(ApprovalRow {
        id: fields.parsed("id")?,
        kind: fields.coded("kind", OperationKind::from_code)?,
        subject,
        contact: operation::contact(&fields)?,
        state,
        requested_by: fields.parsed("requested_by")?,
        requester_username: fields.get("requester_username")?,
        requester_full_name: fields.get("requester_full_name")?,
        requested_at,
        expires_at,
        settled_at: fields.time_or_null("settled_at")?,
        second_username: fields.get("second_username")?,
        is_about_reader: fields.flag("is_about_reader")?,
        is_shared: is_dual && first_has_approved(requested_at, expires_at),
    })
}
