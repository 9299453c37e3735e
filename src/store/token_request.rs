//! Companies' requests for more tokens.

use sqlx::any::AnyRow;

use super::row::{Fields, counted, found};
use super::statement::{Key, Statement};
use super::text::storable;
use super::{Connection, Result, page};
use crate::domain::id::{CompanyId, TokenRequestId};
use crate::domain::table::{Cursor, Direction, Page, PageRequest, Place};
use crate::domain::token_request::{TokenRequest, TokenRequestState};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.company_id, r.requested_by, r.tokens, r.note, r.state,
                    r.requested_at, r.settled_at, r.granted, r.reason, r.version
             FROM token_request r ",
            $rest
        )
    };
}

const OPEN: &str = "open";

/// Adds a request.
///
/// # Errors
/// `Duplicate(OpenTokenRequestOfCompany)` while another of the company is open.
pub async fn insert(conn: &mut Connection, request: &TokenRequest) -> Result<()> {
    let columns = Columns::of(&request.state);
    sqlx::query(
        "INSERT INTO token_request (id, company_id, requested_by, tokens, note, state,
                                    requested_at, settled_at, granted, reason, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(request.id.to_string())
    .bind(request.company.to_string())
    .bind(request.requested_by.to_string())
    .bind(i64::from(request.tokens))
    .bind(storable(&request.note))
    .bind(columns.state)
    .bind(request.requested_at.as_micros())
    .bind(columns.settled_at)
    .bind(columns.granted)
    .bind(columns.reason)
    .bind(request.version)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes where a request stands; its version becomes `expected_version + 1`.
///
/// # Errors
/// `VersionConflict` when the stored version is not `expected_version`.
pub async fn save(
    conn: &mut Connection,
    request: &TokenRequest,
    expected_version: i64,
) -> Result<()> {
    let columns = Columns::of(&request.state);
    let written = sqlx::query(
        "UPDATE token_request
         SET state = $1, settled_at = $2, granted = $3, reason = $4, version = version + 1
         WHERE id = $5 AND version = $6",
    )
    .bind(columns.state)
    .bind(columns.settled_at)
    .bind(columns.granted)
    .bind(columns.reason)
    .bind(request.id.to_string())
    .bind(expected_version)
    .execute(conn)
    .await?;
    found(&written)
}

/// The request with this name, of whichever company.
///
/// # Errors
/// `Inconsistent` when its columns disagree; see [`super::StoreError`].
pub async fn find(conn: &mut Connection, id: TokenRequestId) -> Result<Option<TokenRequest>> {
    sqlx::query(select!("WHERE r.id = $1"))
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// A company's newest request.
///
/// # Errors
/// As [`find`].
pub async fn newest_of(conn: &mut Connection, company: CompanyId) -> Result<Option<TokenRequest>> {
    sqlx::query(select!(
        "WHERE r.company_id = $1 ORDER BY r.requested_at DESC, r.id DESC LIMIT 1"
    ))
    .bind(company.to_string())
    .fetch_optional(conn)
    .await?
    .map(|row| read(&row))
    .transpose()
}

/// How many are open, of whichever company.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn count_open(conn: &mut Connection) -> Result<u64> {
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM token_request WHERE state = $1")
        .bind(OPEN)
        .fetch_one(conn)
        .await?;
    counted(count)
}

/// A page of the open ones, the oldest first. A place that this order cannot have
/// is taken for the first page.
///
/// # Errors
/// As [`find`].
pub async fn open_page(conn: &mut Connection, request: &PageRequest) -> Result<Page<TokenRequest>> {
    let total = count_open(conn).await?;
    let request = PageRequest {
        place: possible(&request.place),
        ..request.clone()
    };
    page::fetch(OpenRequests { conn }, &request, total).await
}

fn possible(place: &Place) -> Place {
    match place {
        Place::After(cursor) | Place::Before(cursor)
            if cursor.key.parse::<i64>().is_err() || cursor.id.contains('\0') =>
        {
            Place::First
        }
        place => place.clone(),
    }
}

struct OpenRequests<'c> {
    conn: &'c mut Connection,
}

impl page::List for OpenRequests<'_> {
    type Row = TokenRequest;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, TokenRequest)>> {
        let mut statement = Statement::new(select!("WHERE r.state = $1").to_owned());
        let from = walk.from.as_ref().and_then(|cursor| {
            let key = cursor.key.parse().ok().map(Key::Number)?;
            Some((key, Key::Text(cursor.id.clone())))
        });
        statement.walk("r.requested_at", "r.id", Direction::Ascending, walk, from);
        let rows = statement.fetch(self.conn, OPEN, walk.limit()).await?;
        rows.iter()
            .map(|row| {
                let request = read(row)?;
                let cursor = Cursor {
                    key: request.requested_at.as_micros().to_string(),
                    id: request.id.to_string(),
                };
                Ok((cursor, request))
            })
            .collect()
    }
}

/// A state as the columns hold it.
struct Columns {
    state: &'static str,
    settled_at: Option<i64>,
    granted: Option<i64>,
    reason: Option<String>,
}

impl Columns {
    fn of(state: &TokenRequestState) -> Self {
        let (state, settled_at, granted, reason) = match state {
            TokenRequestState::Open => (OPEN, None, None, None),
            TokenRequestState::Granted { tokens, at } => {
                ("granted", Some(*at), Some(i64::from(*tokens)), None)
            }
            TokenRequestState::Declined { reason, at } => {
                ("declined", Some(*at), None, Some(storable(reason)))
            }
            TokenRequestState::Withdrawn { at } => ("withdrawn", Some(*at), None, None),
        };
        Self {
            state,
            settled_at: settled_at.map(|at| at.as_micros()),
            granted,
            reason,
        }
    }
}

fn read(row: &AnyRow) -> Result<TokenRequest> {
    let fields = Fields::of("token_request", row);
    let state: String = fields.get("state")?;
    let state = match (
        state.as_str(),
        fields.time_or_null("settled_at")?,
        fields.number_or_null("granted")?,
        fields.get("reason")?,
    ) {
        (OPEN, None, None, None) => TokenRequestState::Open,
        ("granted", Some(at), Some(tokens), None) => TokenRequestState::Granted { tokens, at },
        ("declined", Some(at), None, Some(reason)) => TokenRequestState::Declined { reason, at },
        ("withdrawn", Some(at), None, None) => TokenRequestState::Withdrawn { at },
        _ => return Err(fields.inconsistent()),
    };
    Ok(TokenRequest {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        requested_by: fields.parsed("requested_by")?,
        tokens: fields.number("tokens")?,
        note: fields.get("note")?,
        state,
        requested_at: fields.time("requested_at")?,
        version: fields.get("version")?,
    })
}
