//! The nonces of devices' requests, so that none is answered twice.

use super::{Connection, Result};
use crate::domain::id::DeviceId;
use crate::domain::time::Timestamp;

/// Remembers a nonce until `expires_at`; `false` when the device used it before.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn use_once(
    conn: &mut Connection,
    device: DeviceId,
    nonce: &[u8],
    expires_at: Timestamp,
) -> Result<bool> {
    let written = sqlx::query(
        "INSERT INTO device_nonce (device_id, nonce, expires_at) VALUES ($1, $2, $3)
         ON CONFLICT (device_id, nonce) DO NOTHING",
    )
    .bind(device.to_string())
    .bind(nonce)
    .bind(expires_at.as_micros())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Forgets the nonces that expired before `now`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn forget_before(conn: &mut Connection, now: Timestamp) -> Result<u64> {
    let written = sqlx::query("DELETE FROM device_nonce WHERE expires_at < $1")
        .bind(now.as_micros())
        .execute(conn)
        .await?;
    Ok(written.rows_affected())
}
