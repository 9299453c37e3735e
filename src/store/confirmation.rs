//! Devices' confirmations of operations.

use sqlx::any::AnyRow;

use super::row::{Fields, counted, found};
use super::{Connection, Result, StoreError};
use crate::domain::id::{CompanyId, ConfirmationId, DeviceId, OperationId};
use crate::domain::operation::WRONG_NUMBERS_ALLOWED;
use crate::domain::protocol::Decision;
use crate::domain::time::Timestamp;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.operation_id, c.company_id, c.device_id, c.challenge, c.number,
                    c.wrong_numbers, c.issued_at, c.expires_at, c.decision, c.decided_at,
                    c.evidence_payload, c.evidence_signature
             FROM confirmation c ",
            $rest
        )
    };
}

/// What one device was asked about an operation, and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmationRecord {
    /// Its name inside Llavero.
    pub id: ConfirmationId,
    /// The operation.
    pub operation: OperationId,
    /// The company of the operation.
    pub company: CompanyId,
    /// The device that was asked.
    pub device: DeviceId,
    /// The exact bytes that it was shown.
    pub challenge: Vec<u8>,
    /// The number that the console shows.
    pub number: String,
    /// How often another number was typed.
    pub wrong_numbers: u8,
    /// When it was asked.
    pub issued_at: Timestamp,
    /// Until when it can answer.
    pub expires_at: Timestamp,
    /// Its answer.
    pub decision: Option<Decision>,
    /// When it answered.
    pub decided_at: Option<Timestamp>,
    /// The bytes that it signed.
    pub evidence_payload: Option<Vec<u8>>,
    /// Its signature over them.
    pub evidence_signature: Option<Vec<u8>>,
}

impl ConfirmationRecord {
    /// Whether the device can still answer at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.decision.is_none()
            && self.wrong_numbers < WRONG_NUMBERS_ALLOWED
            && now < self.expires_at
    }
}

/// Adds a question that has no answer yet.
///
/// # Errors
/// `Duplicate(ConfirmationOfDevice)` when the device was asked before.
pub async fn insert(conn: &mut Connection, confirmation: &ConfirmationRecord) -> Result<()> {
    sqlx::query(
        "INSERT INTO confirmation (id, operation_id, company_id, device_id, challenge, number,
                                   wrong_numbers, issued_at, expires_at, decision, decided_at,
                                   evidence_payload, evidence_signature)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(confirmation.id.to_string())
    .bind(confirmation.operation.to_string())
    .bind(confirmation.company.to_string())
    .bind(confirmation.device.to_string())
    .bind(confirmation.challenge.as_slice())
    .bind(confirmation.number.as_str())
    .bind(i64::from(confirmation.wrong_numbers))
    .bind(confirmation.issued_at.as_micros())
    .bind(confirmation.expires_at.as_micros())
    .bind(confirmation.decision.map(Decision::code))
    .bind(super::row::micros_or_null(confirmation.decided_at))
    .bind(confirmation.evidence_payload.as_deref())
    .bind(confirmation.evidence_signature.as_deref())
    .execute(conn)
    .await?;
    Ok(())
}

/// The confirmation with this name.
///
/// # Errors
/// `Inconsistent` when its columns disagree; see [`StoreError`].
pub async fn find(conn: &mut Connection, id: ConfirmationId) -> Result<Option<ConfirmationRecord>> {
    sqlx::query(select!("WHERE c.id = $1"))
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// An operation's confirmations, in the order in which devices were asked.
///
/// # Errors
/// As [`find`].
pub async fn of_operation(
    conn: &mut Connection,
    operation: OperationId,
) -> Result<Vec<ConfirmationRecord>> {
    sqlx::query(select!(
        "WHERE c.operation_id = $1 ORDER BY c.issued_at, c.id"
    ))
    .bind(operation.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// What a device was asked about an operation.
///
/// # Errors
/// As [`find`].
pub async fn of_device(
    conn: &mut Connection,
    operation: OperationId,
    device: DeviceId,
) -> Result<Option<ConfirmationRecord>> {
    sqlx::query(select!("WHERE c.operation_id = $1 AND c.device_id = $2"))
        .bind(operation.to_string())
        .bind(device.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// Forgets a question that was never answered, so that the device can be asked
/// anew.
///
/// # Errors
/// `VersionConflict` when it was answered, or is not there.
pub async fn forget_unanswered(conn: &mut Connection, id: ConfirmationId) -> Result<()> {
    let written = sqlx::query("DELETE FROM confirmation WHERE id = $1 AND decision IS NULL")
        .bind(id.to_string())
        .execute(conn)
        .await?;
    found(&written)
}

/// What waits for a device's answer at `now`, oldest first.
///
/// # Errors
/// As [`find`].
pub async fn waiting_for(
    conn: &mut Connection,
    device: DeviceId,
    now: Timestamp,
) -> Result<Vec<ConfirmationRecord>> {
    sqlx::query(select!(
        "JOIN operation o ON o.id = c.operation_id
         WHERE c.device_id = $1 AND c.decision IS NULL AND c.expires_at > $2
           AND c.wrong_numbers < $3 AND o.state IN ('pending', 'awaiting_second_approval')
         ORDER BY c.issued_at, c.id"
    ))
    .bind(device.to_string())
    .bind(now.as_micros())
    .bind(i64::from(WRONG_NUMBERS_ALLOWED))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// Counts a wrong number, and says how many there were.
///
/// # Errors
/// `VersionConflict` when there is no such confirmation.
pub async fn record_wrong_number(conn: &mut Connection, id: ConfirmationId) -> Result<u8> {
    let count: Option<i64> = sqlx::query_scalar(
        "UPDATE confirmation
         SET wrong_numbers = CASE WHEN wrong_numbers < 255 THEN wrong_numbers + 1 ELSE 255 END
         WHERE id = $1 RETURNING wrong_numbers",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    counted(count.ok_or(StoreError::VersionConflict)?)
}

/// Keeps the device's answer and what it signed; `false` when it answered
/// before.
///
/// # Errors
/// See [`StoreError`].
pub async fn settle(
    conn: &mut Connection,
    id: ConfirmationId,
    decision: Decision,
    at: Timestamp,
    payload: &[u8],
    signature: &[u8],
) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE confirmation
         SET decision = $1, decided_at = $2, evidence_payload = $3, evidence_signature = $4
         WHERE id = $5 AND decision IS NULL",
    )
    .bind(decision.code())
    .bind(at.as_micros())
    .bind(payload)
    .bind(signature)
    .bind(id.to_string())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

fn read(row: &AnyRow) -> Result<ConfirmationRecord> {
    let fields = Fields::of("confirmation", row);
    let decision = fields.coded_or_null("decision", decision_from_code)?;
    let decided_at = fields.time_or_null("decided_at")?;
    let evidence_payload: Option<Vec<u8>> = fields.get("evidence_payload")?;
    let evidence_signature: Option<Vec<u8>> = fields.get("evidence_signature")?;
    let settled = decision.is_some();
    if [
        decided_at.is_some(),
        evidence_payload.is_some(),
        evidence_signature.is_some(),
    ] != [settled; 3]
    {
        return Err(fields.inconsistent());
    }
    Ok(ConfirmationRecord {
        id: fields.parsed("id")?,
        operation: fields.parsed("operation_id")?,
        company: fields.parsed("company_id")?,
        device: fields.parsed("device_id")?,
        challenge: fields.get("challenge")?,
        number: fields.get("number")?,
        wrong_numbers: fields.number("wrong_numbers")?,
        issued_at: fields.time("issued_at")?,
        expires_at: fields.time("expires_at")?,
        decision,
        decided_at,
        evidence_payload,
        evidence_signature,
    })
}

fn decision_from_code(code: &str) -> Option<Decision> {
    [Decision::Approve, Decision::Reject]
        .into_iter()
        .find(|decision| decision.code() == code)
}
