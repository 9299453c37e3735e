//! Virtual tokens.

use sqlx::any::AnyRow;

use super::row::{Fields, found, text_or_null};
use super::{Connection, Result, many};
use crate::domain::id::{CompanyId, TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::token::{ActivationRule, BlockReason, Token, TokenState, TokenStatus};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.company_id, t.serial, t.status, t.holder_id, t.device_id,
                    t.activation, t.block_reason, t.updated_at, t.version
             FROM virtual_token t ",
            $rest
        )
    };
}

/// A state as the columns hold it.
struct Columns {
    status: &'static str,
    holder: Option<String>,
    device: Option<String>,
    activation: Option<&'static str>,
    block_reason: Option<&'static str>,
}

impl Columns {
    fn of(state: &TokenState) -> Self {
        Self {
            status: state.status().code(),
            holder: text_or_null(state.holder()),
            device: text_or_null(state.device()),
            activation: match state {
                TokenState::Assigned { activation, .. } => Some(activation_code(*activation)),
                _ => None,
            },
            block_reason: match state {
                TokenState::Blocked { reason, .. } => Some(reason.code()),
                _ => None,
            },
        }
    }
}

/// Adds a token.
///
/// # Errors
/// `Duplicate(Serial)` when the bank has one with that serial;
/// `Duplicate(LiveTokenOfUser)`.
pub async fn insert(conn: &mut Connection, token: &Token) -> Result<()> {
    let columns = Columns::of(&token.state);
    sqlx::query(
        "INSERT INTO virtual_token (id, company_id, serial, status, holder_id, device_id,
             activation, block_reason, updated_at, version,
             holder_username, holder_key, holder_name, holder_role, assigned_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
             (SELECT username FROM app_user WHERE id = $5),
             (SELECT username_key FROM app_user WHERE id = $5),
             (SELECT full_name FROM app_user WHERE id = $5),
             (SELECT role FROM app_user WHERE id = $5),
             CASE WHEN $5 IS NULL THEN NULL ELSE $9 END)",
    )
    .bind(token.id.to_string())
    .bind(token.company.to_string())
    .bind(i64::from(token.serial.number()))
    .bind(columns.status)
    .bind(columns.holder)
    .bind(columns.device)
    .bind(columns.activation)
    .bind(columns.block_reason)
    .bind(token.updated_at.as_micros())
    .bind(token.version)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes a changed token, whose version becomes `expected_version + 1`. What
/// the table of tokens shows of its holder is written with it.
///
/// # Errors
/// `VersionConflict` when the stored version is not `expected_version`;
/// `Duplicate(LiveTokenOfUser)` when its holder has another live token.
pub async fn save(conn: &mut Connection, token: &Token, expected_version: i64) -> Result<()> {
    let columns = Columns::of(&token.state);
    let written = sqlx::query(
        "UPDATE virtual_token
         SET status = $1, holder_id = $2, device_id = $3, activation = $4, block_reason = $5,
             updated_at = $6, version = version + 1,
             holder_username = (SELECT username FROM app_user WHERE id = $2),
             holder_key = (SELECT username_key FROM app_user WHERE id = $2),
             holder_name = (SELECT full_name FROM app_user WHERE id = $2),
             holder_role = (SELECT role FROM app_user WHERE id = $2),
             assigned_at = CASE WHEN $2 IS NULL THEN NULL
                                WHEN holder_id = $2 THEN assigned_at
                                ELSE $6 END
         WHERE id = $7 AND company_id = $8 AND version = $9",
    )
    .bind(columns.status)
    .bind(columns.holder)
    .bind(columns.device)
    .bind(columns.activation)
    .bind(columns.block_reason)
    .bind(token.updated_at.as_micros())
    .bind(token.id.to_string())
    .bind(token.company.to_string())
    .bind(expected_version)
    .execute(conn)
    .await?;
    found(&written)
}

/// The token of that company with this name inside Llavero.
///
/// # Errors
/// `Inconsistent` when its columns disagree; see [`super::StoreError`].
pub async fn find(conn: &mut Connection, company: CompanyId, id: TokenId) -> Result<Option<Token>> {
    sqlx::query(select!("WHERE t.id = $1 AND t.company_id = $2"))
        .bind(id.to_string())
        .bind(company.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// Those of `tokens` that are the company's; in no order.
///
/// # Errors
/// As [`find`].
pub async fn find_many(
    conn: &mut Connection,
    company: CompanyId,
    tokens: &[TokenId],
) -> Result<Vec<Token>> {
    let select = select!("WHERE t.company_id = $1 AND t.id");
    let rows = many::fetch(conn, select, company, tokens).await?;
    rows.iter().map(read).collect()
}

/// The token of that company with this serial.
///
/// # Errors
/// As [`find`].
pub async fn find_by_serial(
    conn: &mut Connection,
    company: CompanyId,
    serial: Serial,
) -> Result<Option<Token>> {
    sqlx::query(select!("WHERE t.serial = $1 AND t.company_id = $2"))
        .bind(i64::from(serial.number()))
        .bind(company.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The token with this name, of whichever company: for the bank's operators.
///
/// # Errors
/// As [`find`].
pub async fn find_at_the_bank(conn: &mut Connection, id: TokenId) -> Result<Option<Token>> {
    sqlx::query(select!("WHERE t.id = $1"))
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The token with this serial, of whichever company: for the bank's operators.
///
/// # Errors
/// As [`find`].
pub async fn find_by_serial_at_the_bank(
    conn: &mut Connection,
    serial: Serial,
) -> Result<Option<Token>> {
    sqlx::query(select!("WHERE t.serial = $1"))
        .bind(i64::from(serial.number()))
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The live token that a user holds.
///
/// # Errors
/// As [`find`].
pub async fn find_live_of(conn: &mut Connection, holder: UserId) -> Result<Option<Token>> {
    sqlx::query(select!("WHERE t.holder_id = $1"))
        .bind(holder.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The available token with the lowest serial that no open operation waits for.
///
/// # Errors
/// As [`find`].
pub async fn next_available(conn: &mut Connection, company: CompanyId) -> Result<Option<Token>> {
    Ok(next_available_many(conn, company, 1).await?.pop())
}

/// So many of those, by serial; fewer when there are fewer.
///
/// # Errors
/// As [`find`].
pub async fn next_available_many(
    conn: &mut Connection,
    company: CompanyId,
    count: u32,
) -> Result<Vec<Token>> {
    sqlx::query(select!(
        "WHERE t.company_id = $1 AND t.status = 'available'
           AND NOT EXISTS (SELECT 1 FROM operation_item o
                           WHERE o.token_id = t.id AND o.settled_at IS NULL)
         ORDER BY t.serial LIMIT $2"
    ))
    .bind(company.to_string())
    .bind(i64::from(count))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// How many available tokens no open operation waits for. How many are
/// available at all is in [`super::stock`].
///
/// # Errors
/// See [`super::StoreError`].
pub async fn count_free(conn: &mut Connection, company: CompanyId) -> Result<u64> {
    let free: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE((SELECT SUM(s.tokens) FROM token_stock s
                               WHERE s.company_id = $1 AND s.status = 'available'), 0)
              - (SELECT COUNT(*) FROM operation_item o JOIN virtual_token t ON t.id = o.token_id
                 WHERE o.company_id = $1 AND o.settled_at IS NULL
                   AND t.status = 'available') AS BIGINT)",
    )
    .bind(company.to_string())
    .fetch_one(conn)
    .await?;
    super::row::counted(free)
}

/// Reads a state from its columns; a combination that no state has is an error.
pub(super) fn read(row: &AnyRow) -> Result<Token> {
    let fields = Fields::of("virtual_token", row);
    let status = fields.coded("status", TokenStatus::from_code)?;
    let state = match (
        status,
        fields.parsed_or_null("holder_id")?,
        fields.parsed_or_null("device_id")?,
        fields.coded_or_null("activation", activation_from_code)?,
        fields.coded_or_null("block_reason", BlockReason::from_code)?,
    ) {
        (TokenStatus::Available, None, None, None, None) => TokenState::Available,
        (TokenStatus::Retired, None, None, None, None) => TokenState::Retired,
        (TokenStatus::Assigned, Some(holder), None, Some(activation), None) => {
            TokenState::Assigned { holder, activation }
        }
        (TokenStatus::PendingActivation, Some(holder), Some(device), None, None) => {
            TokenState::PendingActivation { holder, device }
        }
        (TokenStatus::Active, Some(holder), Some(device), None, None) => {
            TokenState::Active { holder, device }
        }
        (TokenStatus::Blocked, Some(holder), Some(device), None, Some(reason)) => {
            TokenState::Blocked {
                holder,
                device,
                reason,
            }
        }
        _ => return Err(fields.inconsistent()),
    };
    Ok(Token {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        serial: serial(&fields)?,
        state,
        updated_at: fields.time("updated_at")?,
        version: fields.get("version")?,
    })
}

/// The column `serial`.
pub(super) fn serial(fields: &Fields<'_>) -> Result<Serial> {
    fields
        .number("serial")
        .ok()
        .and_then(Serial::from_number)
        .ok_or_else(|| fields.inconsistent())
}

const fn activation_code(rule: ActivationRule) -> &'static str {
    match rule {
        ActivationRule::ByAdministrator => "by_administrator",
        ActivationRule::OnEnrolment => "on_enrolment",
    }
}

fn activation_from_code(code: &str) -> Option<ActivationRule> {
    [ActivationRule::ByAdministrator, ActivationRule::OnEnrolment]
        .into_iter()
        .find(|rule| activation_code(*rule) == code)
}
