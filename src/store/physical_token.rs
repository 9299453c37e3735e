//! Physical tokens, which virtual ones replace.

use sqlx::any::AnyRow;

use super::row::{Fields, found};
use super::{Connection, Result, token};
use crate::domain::id::{CompanyId, TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::token::{PhysicalState, PhysicalToken, TokenStatus};

/// Adds a physical token.
///
/// # Errors
/// `Duplicate(Serial)` when the bank has a token with that serial.
pub async fn insert(conn: &mut Connection, token: &PhysicalToken) -> Result<()> {
    sqlx::query(
        "INSERT INTO physical_token (id, company_id, serial, status, holder_id, replacement_id,
                                     updated_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(token.id.to_string())
    .bind(token.company.to_string())
    .bind(i64::from(token.serial.number()))
    .bind(token.state.status().code())
    .bind(token.holder().to_string())
    .bind(replacement(token.state))
    .bind(token.updated_at.as_micros())
    .bind(token.version)
    .execute(conn)
    .await?;
    Ok(())
}

/// The physical tokens that a user holds, by serial.
///
/// # Errors
/// `Inconsistent` when a row's columns disagree; see [`super::StoreError`].
pub async fn of_holder(
    conn: &mut Connection,
    company: CompanyId,
    holder: UserId,
) -> Result<Vec<PhysicalToken>> {
    sqlx::query(
        "SELECT id, company_id, serial, status, holder_id, replacement_id, updated_at, version
         FROM physical_token WHERE holder_id = $1 AND company_id = $2 ORDER BY serial",
    )
    .bind(holder.to_string())
    .bind(company.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// The physical token with this serial, of whichever company: for the bank's
/// operators.
///
/// # Errors
/// As [`of_holder`].
pub async fn find_by_serial_at_the_bank(
    conn: &mut Connection,
    serial: Serial,
) -> Result<Option<PhysicalToken>> {
    sqlx::query(
        "SELECT id, company_id, serial, status, holder_id, replacement_id, updated_at, version
         FROM physical_token WHERE serial = $1",
    )
    .bind(i64::from(serial.number()))
    .fetch_optional(conn)
    .await?
    .map(|row| read(&row))
    .transpose()
}

/// Writes a changed physical token, whose version becomes
/// `expected_version + 1`.
///
/// # Errors
/// `VersionConflict` when the stored version is not `expected_version`.
pub async fn save(
    conn: &mut Connection,
    token: &PhysicalToken,
    expected_version: i64,
) -> Result<()> {
    let written = sqlx::query(
        "UPDATE physical_token
         SET status = $1, holder_id = $2, replacement_id = $3, updated_at = $4,
             version = version + 1
         WHERE id = $5 AND company_id = $6 AND version = $7",
    )
    .bind(token.state.status().code())
    .bind(token.holder().to_string())
    .bind(replacement(token.state))
    .bind(token.updated_at.as_micros())
    .bind(token.id.to_string())
    .bind(token.company.to_string())
    .bind(expected_version)
    .execute(conn)
    .await?;
    found(&written)
}

fn replacement(state: PhysicalState) -> Option<String> {
    match state {
        PhysicalState::InUse { .. } => None,
        PhysicalState::Disabled { replacement, .. } => Some(replacement.to_string()),
    }
}

pub(super) fn read(row: &AnyRow) -> Result<PhysicalToken> {
    let fields = Fields::of("physical_token", row);
    let holder: UserId = fields.parsed("holder_id")?;
    let replacement: Option<TokenId> = fields.parsed_or_null("replacement_id")?;
    let status = fields.coded("status", TokenStatus::from_code)?;
    let state = match (status, replacement) {
        (TokenStatus::Active, None) => PhysicalState::InUse { holder },
        (TokenStatus::Disabled, Some(replacement)) => PhysicalState::Disabled {
            holder,
            replacement,
        },
        _ => return Err(fields.inconsistent()),
    };
    Ok(PhysicalToken {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        serial: token::serial(&fields)?,
        state,
        updated_at: fields.time("updated_at")?,
        version: fields.get("version")?,
    })
}
