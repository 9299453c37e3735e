//! Bound devices and what is counted about them.

use sqlx::any::AnyRow;

use super::row::{Fields, counted};
use super::{Connection, Result, StoreError};
use crate::domain::id::{CompanyId, DeviceId, TokenId, UserId};
use crate::domain::time::Timestamp;

/// A device that was bound to a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRecord {
    /// Its name inside Llavero.
    pub id: DeviceId,
    /// The company of its token.
    pub company: CompanyId,
    /// Its token.
    pub token: TokenId,
    /// Who held the token when it was bound.
    pub holder: UserId,
    /// What its owner calls it.
    pub name: String,
    /// Its public key to verify signatures, in SEC1 form.
    pub signing_key: Vec<u8>,
    /// Whether it may speak, and with which secrets.
    pub state: DeviceState,
    /// When it was bound.
    pub enrolled_at: Timestamp,
    /// How many wrong PINs came in a row.
    pub wrong_pins: u8,
    /// How many wrong codes came in a row.
    pub wrong_codes: u8,
    /// The last step whose one-time code was accepted.
    pub last_step: Option<u64>,
}

/// Whether a device may speak for its token.
#[derive(Clone, PartialEq, Eq)]
pub enum DeviceState {
    /// It may, with these secrets, which are sealed.
    Live {
        /// What one-time codes are made from.
        one_time_secret: Vec<u8>,
        /// What tells a right PIN from a wrong one.
        pin_secret: Vec<u8>,
    },
    /// Never again; its secrets are destroyed.
    Revoked {
        /// Since when.
        at: Timestamp,
    },
}

/// Tells the state without the secrets.
impl std::fmt::Debug for DeviceState {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Live { .. } => formatter.write_str("Live { .. }"),
            Self::Revoked { at } => formatter.debug_struct("Revoked").field("at", at).finish(),
        }
    }
}

impl DeviceRecord {
    /// Whether it may speak for its token.
    pub const fn is_live(&self) -> bool {
        matches!(self.state, DeviceState::Live { .. })
    }
}

/// Adds a device.
///
/// # Errors
/// `Duplicate(LiveDeviceOfToken)` when its token has a live one.
pub async fn insert(conn: &mut Connection, device: &DeviceRecord) -> Result<()> {
    let (one_time_secret, pin_secret, revoked_at) = match &device.state {
        DeviceState::Live {
            one_time_secret,
            pin_secret,
        } => (
            Some(one_time_secret.as_slice()),
            Some(pin_secret.as_slice()),
            None,
        ),
        DeviceState::Revoked { at } => (None, None, Some(at.as_micros())),
    };
    sqlx::query(
        "INSERT INTO device (id, company_id, token_id, holder_id, name, signing_key,
                             one_time_secret, pin_secret, revoked_at, enrolled_at,
                             wrong_pins, wrong_codes, last_step)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(device.id.to_string())
    .bind(device.company.to_string())
    .bind(device.token.to_string())
    .bind(device.holder.to_string())
    .bind(super::text::storable(&device.name))
    .bind(device.signing_key.as_slice())
    .bind(one_time_secret)
    .bind(pin_secret)
    .bind(revoked_at)
    .bind(device.enrolled_at.as_micros())
    .bind(i64::from(device.wrong_pins))
    .bind(i64::from(device.wrong_codes))
    .bind(device.last_step.map(step_number).transpose()?)
    .execute(conn)
    .await?;
    Ok(())
}

/// The device with this name.
///
/// # Errors
/// `Inconsistent` when its columns disagree; see [`StoreError`].
pub async fn find(conn: &mut Connection, id: DeviceId) -> Result<Option<DeviceRecord>> {
    sqlx::query(
        "SELECT id, company_id, token_id, holder_id, name, signing_key, one_time_secret,
                pin_secret, revoked_at, enrolled_at, wrong_pins, wrong_codes, last_step
         FROM device WHERE id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?
    .map(|row| read(&row))
    .transpose()
}

/// Takes a device's right to speak for good, and destroys its secrets; `false`
/// when that was done before.
///
/// # Errors
/// See [`StoreError`].
pub async fn revoke(conn: &mut Connection, id: DeviceId, at: Timestamp) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE device SET revoked_at = $1, one_time_secret = NULL, pin_secret = NULL
         WHERE id = $2 AND revoked_at IS NULL",
    )
    .bind(at.as_micros())
    .bind(id.to_string())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Counts a wrong PIN, and says how many came in a row.
///
/// # Errors
/// `VersionConflict` when there is no such device.
pub async fn record_wrong_pin(conn: &mut Connection, id: DeviceId) -> Result<u8> {
    let count: Option<i64> = sqlx::query_scalar(
        "UPDATE device SET wrong_pins = CASE WHEN wrong_pins < 255 THEN wrong_pins + 1 ELSE 255 END
         WHERE id = $1 RETURNING wrong_pins",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    counted(count.ok_or(StoreError::VersionConflict)?)
}

/// Begins to count wrong PINs from none, after a right one.
///
/// # Errors
/// See [`StoreError`].
pub async fn reset_wrong_pins(conn: &mut Connection, id: DeviceId) -> Result<()> {
    sqlx::query("UPDATE device SET wrong_pins = 0 WHERE id = $1")
        .bind(id.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Counts a wrong one-time code, and says how many came in a row.
///
/// # Errors
/// `VersionConflict` when there is no such device.
pub async fn record_wrong_code(conn: &mut Connection, id: DeviceId) -> Result<u8> {
    let count: Option<i64> = sqlx::query_scalar(
        "UPDATE device
         SET wrong_codes = CASE WHEN wrong_codes < 255 THEN wrong_codes + 1 ELSE 255 END
         WHERE id = $1 RETURNING wrong_codes",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    counted(count.ok_or(StoreError::VersionConflict)?)
}

/// Begins to count wrong PINs and codes from none, when a blocked token is let
/// work again.
///
/// # Errors
/// See [`StoreError`].
pub async fn forgive(conn: &mut Connection, id: DeviceId) -> Result<()> {
    sqlx::query("UPDATE device SET wrong_pins = 0, wrong_codes = 0 WHERE id = $1")
        .bind(id.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Uses up the code of `step`; `false` when that one or a later one was used
/// before, or the device is revoked. Wrong codes are then counted from none.
///
/// # Errors
/// See [`StoreError`].
pub async fn accept_step(conn: &mut Connection, id: DeviceId, step: u64) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE device SET last_step = $1, wrong_codes = 0
         WHERE id = $2 AND revoked_at IS NULL AND (last_step IS NULL OR last_step < $1)",
    )
    .bind(step_number(step)?)
    .bind(id.to_string())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

fn step_number(step: u64) -> Result<i64> {
    i64::try_from(step).map_err(|_| super::error::out_of_range())
}

fn read(row: &AnyRow) -> Result<DeviceRecord> {
    let fields = Fields::of("device", row);
    let state = match (
        fields.get("one_time_secret")?,
        fields.get("pin_secret")?,
        fields.time_or_null("revoked_at")?,
    ) {
        (Some(one_time_secret), Some(pin_secret), None) => DeviceState::Live {
            one_time_secret,
            pin_secret,
        },
        (None, None, Some(at)) => DeviceState::Revoked { at },
        _ => return Err(fields.inconsistent()),
    };
    Ok(DeviceRecord {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        token: fields.parsed("token_id")?,
        holder: fields.parsed("holder_id")?,
        name: fields.get("name")?,
        signing_key: fields.get("signing_key")?,
        state,
        enrolled_at: fields.time("enrolled_at")?,
        wrong_pins: fields.number("wrong_pins")?,
        wrong_codes: fields.number("wrong_codes")?,
        last_step: fields.number_or_null("last_step")?,
    })
}
