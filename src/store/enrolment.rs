//! Invitations to bind a device to a token.

use sqlx::any::AnyRow;

use super::row::{Fields, counted};
use super::{Connection, Result, message};
use crate::domain::id::{CompanyId, DeviceId, EnrolmentId, TokenId, UserId};
use crate::domain::time::Timestamp;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, company_id, token_id, holder_id, code_hash, state, issued_at, expires_at,
                    offer_device_id, offer_nonce, offer_server_key
             FROM enrolment ",
            $rest
        )
    };
}

/// An invitation to bind a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentRecord {
    /// Its name inside Llavero.
    pub id: EnrolmentId,
    /// The company of the token.
    pub company: CompanyId,
    /// The token that the device will speak for.
    pub token: TokenId,
    /// Who is invited.
    pub holder: UserId,
    /// The SHA-256 of the invitation's code; the code itself is kept nowhere.
    pub code_hash: [u8; 32],
    /// Whether the code works.
    pub state: EnrolmentState,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Until when the code works.
    pub expires_at: Timestamp,
    /// What the server offered to the device that opened it last; gone once the
    /// invitation is used or void.
    pub offer: Option<Offer>,
}

/// Whether an invitation's code works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnrolmentState {
    /// It does until it expires.
    Open,
    /// A device was bound with it.
    Used,
    /// Another took its place, or the token was taken back.
    Void,
}

/// The server's half of an enrolment.
#[derive(Clone, PartialEq, Eq)]
pub struct Offer {
    /// The name that the device will have.
    pub device: DeviceId,
    /// What the device must sign.
    pub nonce: Vec<u8>,
    /// The server's private key of the agreement, sealed.
    pub server_key: Vec<u8>,
}

/// Tells the offer without its key.
impl std::fmt::Debug for Offer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Offer")
            .field("device", &self.device)
            .finish_non_exhaustive()
    }
}

/// Adds an invitation.
///
/// # Errors
/// `Duplicate(OpenEnrolmentOfToken)` when the token has an open one: see
/// [`void_open_of_token`].
pub async fn insert(conn: &mut Connection, enrolment: &EnrolmentRecord) -> Result<()> {
    let offer = enrolment.offer.as_ref();
    sqlx::query(
        "INSERT INTO enrolment (id, company_id, token_id, holder_id, code_hash, state, issued_at,
                                expires_at, offer_device_id, offer_nonce, offer_server_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(enrolment.id.to_string())
    .bind(enrolment.company.to_string())
    .bind(enrolment.token.to_string())
    .bind(enrolment.holder.to_string())
    .bind(enrolment.code_hash.as_slice())
    .bind(state_code(enrolment.state))
    .bind(enrolment.issued_at.as_micros())
    .bind(enrolment.expires_at.as_micros())
    .bind(offer.map(|offer| offer.device.to_string()))
    .bind(offer.map(|offer| offer.nonce.as_slice()))
    .bind(offer.map(|offer| offer.server_key.as_slice()))
    .execute(conn)
    .await?;
    Ok(())
}

/// The invitation whose code has this hash, whatever its state.
///
/// # Errors
/// `Inconsistent` when its columns disagree; see [`super::StoreError`].
pub async fn find_by_code_hash(
    conn: &mut Connection,
    code_hash: &[u8; 32],
) -> Result<Option<EnrolmentRecord>> {
    sqlx::query(select!("WHERE code_hash = $1"))
        .bind(code_hash.as_slice())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The invitation of a token whose code still works, or did until it expired.
///
/// # Errors
/// As [`find_by_code_hash`].
pub async fn open_of_token(
    conn: &mut Connection,
    token: TokenId,
) -> Result<Option<EnrolmentRecord>> {
    sqlx::query(select!("WHERE token_id = $1 AND state = 'open'"))
        .bind(token.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// How many open invitations of a company end after `from`, until `until`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn open_until(
    conn: &mut Connection,
    company: CompanyId,
    from: Timestamp,
    until: Timestamp,
) -> Result<u64> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM enrolment
         WHERE state = 'open' AND expires_at > $1 AND expires_at <= $2 AND company_id = $3",
    )
    .bind(from.as_micros())
    .bind(until.as_micros())
    .bind(company.to_string())
    .fetch_one(conn)
    .await?;
    counted(count)
}

/// Invitations that nobody used and that expired before `at`, oldest first: of
/// tokens that wait for enrolment and then for an administrator, in companies that
/// are not suspended.
///
/// # Errors
/// As [`find_by_code_hash`].
pub async fn unused_expired_before(
    conn: &mut Connection,
    at: Timestamp,
    limit: u32,
) -> Result<Vec<EnrolmentRecord>> {
    sqlx::query(select!(
        "WHERE state = 'open' AND expires_at < $1
           AND EXISTS (SELECT 1 FROM virtual_token t
                       WHERE t.id = token_id AND t.status = 'assigned'
                         AND t.activation = 'by_administrator')
           AND EXISTS (SELECT 1 FROM company c
                       WHERE c.id = company_id AND c.status = 'active')
         ORDER BY expires_at LIMIT $2"
    ))
    .bind(at.as_micros())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// Gives the open invitations of a company until `until` at least.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn prolong(conn: &mut Connection, company: CompanyId, until: Timestamp) -> Result<u64> {
    let written = sqlx::query(
        "UPDATE enrolment SET expires_at = $1
         WHERE company_id = $2 AND state = 'open' AND expires_at < $1",
    )
    .bind(until.as_micros())
    .bind(company.to_string())
    .execute(conn)
    .await?;
    Ok(written.rows_affected())
}

/// Keeps the server's offer, in place of an earlier one; `false` when the
/// invitation is not open any more.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn set_offer(conn: &mut Connection, id: EnrolmentId, offer: &Offer) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE enrolment SET offer_device_id = $1, offer_nonce = $2, offer_server_key = $3
         WHERE id = $4 AND state = 'open'",
    )
    .bind(offer.device.to_string())
    .bind(offer.nonce.as_slice())
    .bind(offer.server_key.as_slice())
    .bind(id.to_string())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Uses the invitation up and destroys the offer, and with it what was not yet
/// delivered of it; `false` when it is not open any more, or expired at `at`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn use_up(conn: &mut Connection, id: EnrolmentId, at: Timestamp) -> Result<bool> {
    let written = sqlx::query(
        "UPDATE enrolment
         SET state = 'used', offer_device_id = NULL, offer_nonce = NULL, offer_server_key = NULL
         WHERE id = $1 AND state = 'open' AND expires_at > $2",
    )
    .bind(id.to_string())
    .bind(at.as_micros())
    .execute(&mut *conn)
    .await?;
    let used = written.rows_affected() == 1;
    if used {
        message::void_secret(conn, &id.to_string(), at).await?;
    }
    Ok(used)
}

/// Makes a token's open invitation void and destroys its offer, and with it what
/// was not yet delivered of it; `false` when there is none.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn void_open_of_token(
    conn: &mut Connection,
    token: TokenId,
    at: Timestamp,
) -> Result<bool> {
    message::void_of_open_enrolment(conn, token, at).await?;
    let written = sqlx::query(
        "UPDATE enrolment
         SET state = 'void', offer_device_id = NULL, offer_nonce = NULL, offer_server_key = NULL
         WHERE token_id = $1 AND state = 'open'",
    )
    .bind(token.to_string())
    .execute(conn)
    .await?;
    Ok(written.rows_affected() > 0)
}

fn read(row: &AnyRow) -> Result<EnrolmentRecord> {
    let fields = Fields::of("enrolment", row);
    let state = fields.coded("state", state_from_code)?;
    let offer = match (
        fields.parsed_or_null("offer_device_id")?,
        fields.get("offer_nonce")?,
        fields.get("offer_server_key")?,
    ) {
        (None, None, None) => None,
        (Some(device), Some(nonce), Some(server_key)) if state == EnrolmentState::Open => {
            Some(Offer {
                device,
                nonce,
                server_key,
            })
        }
        _ => return Err(fields.inconsistent()),
    };
    Ok(EnrolmentRecord {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        token: fields.parsed("token_id")?,
        holder: fields.parsed("holder_id")?,
        code_hash: fields.hash("code_hash")?,
        state,
        issued_at: fields.time("issued_at")?,
        expires_at: fields.time("expires_at")?,
        offer,
    })
}

const fn state_code(state: EnrolmentState) -> &'static str {
    match state {
        EnrolmentState::Open => "open",
        EnrolmentState::Used => "used",
        EnrolmentState::Void => "void",
    }
}

fn state_from_code(code: &str) -> Option<EnrolmentState> {
    [
        EnrolmentState::Open,
        EnrolmentState::Used,
        EnrolmentState::Void,
    ]
    .into_iter()
    .find(|state| state_code(*state) == code)
}
