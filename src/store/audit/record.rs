use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;

use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome, AuditReason};
use crate::domain::id::{AuditId, CompanyId, OperationId, TokenId, UserId};
use crate::domain::protocol::canonical_bytes;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::store::error::out_of_range;
use crate::store::row::{Fields, text_or_null};
use crate::store::text::storable;
use crate::store::{Connection, Result};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its name inside Llavero.
    pub id: AuditId,
    /// The company it concerns.
    pub company: CompanyId,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: AuditActor,
    /// What was done, or tried.
    pub action: AuditAction,
    /// What became of it.
    pub outcome: AuditOutcome,
    /// To which token.
    pub token: Option<TokenId>,
    /// That token's serial.
    pub serial: Option<Serial>,
    /// Which user it is about.
    pub user: Option<UserId>,
    /// That user's name then.
    pub username: Option<String>,
    /// The token's status before.
    pub from: Option<TokenStatus>,
    /// The token's status after.
    pub to: Option<TokenStatus>,
    /// The operation that it was part of.
    pub operation: Option<OperationId>,
    /// More, as a word.
    pub detail: String,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditActor {
    /// What they are.
    pub kind: ActorKind,
    /// The person, or the holder of the device.
    pub user: Option<UserId>,
    /// Their name then.
    pub name: String,
    /// From where; `None` when nobody wrote it down, as in rows older than the
    /// column.
    pub origin: Option<AuditOrigin>,
}

impl AuditActor {
    /// A person, wherever they are.
    pub const fn person(user: UserId, name: String) -> Self {
        Self {
            kind: ActorKind::Person,
            user: Some(user),
            name,
            origin: None,
        }
    }

    /// A device of a person.
    pub fn device(holder: UserId, name: String) -> Self {
        Self {
            kind: ActorKind::Device,
            user: Some(holder),
            origin: Some(AuditOrigin::Device { name: name.clone() }),
            name,
        }
    }

    /// Llavero itself.
    pub const fn system() -> Self {
        Self {
            kind: ActorKind::System,
            user: None,
            name: String::new(),
            origin: Some(AuditOrigin::System),
        }
    }

    /// The same, from there.
    pub fn from(self, origin: AuditOrigin) -> Self {
        Self {
            origin: Some(origin),
            ..self
        }
    }
}

/// What somebody who did something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    /// A signed-in person.
    Person,
    /// A bound device.
    Device,
    /// Llavero itself.
    System,
}

impl ActorKind {
    const ALL: [Self; 3] = [Self::Person, Self::Device, Self::System];

    const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Device => "device",
            Self::System => "system",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An entry just as the columns hold it, which is what the chain binds: a row
/// that was tampered with need not be an entry at all.
#[derive(Serialize)]
pub(super) struct Stored {
    pub(super) id: String,
    company_id: String,
    // JSON's numbers are not exact above 2⁵³ (RFC 8785 §3.2.2.3).
    #[serde(serialize_with = "as_text")]
    happened_at: i64,
    actor_kind: String,
    actor_user_id: Option<String>,
    actor_name: String,
    action: String,
    token_id: Option<String>,
    serial: Option<i64>,
    user_id: Option<String>,
    username: Option<String>,
    from_status: Option<String>,
    to_status: Option<String>,
    operation_id: Option<String>,
    detail: String,
    // Later columns are bound only where they hold something, so that the rows
    // before them keep their hash.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin_kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin_client: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl From<&AuditEntry> for Stored {
    fn from(entry: &AuditEntry) -> Self {
        let origin = entry.actor.origin.as_ref();
        Self {
            id: entry.id.to_string(),
            company_id: entry.company.to_string(),
            happened_at: entry.at.as_micros(),
            actor_kind: entry.actor.kind.code().to_owned(),
            actor_user_id: text_or_null(entry.actor.user),
            actor_name: storable(&entry.actor.name),
            action: entry.action.code().to_owned(),
            token_id: text_or_null(entry.token),
            serial: entry.serial.map(|serial| i64::from(serial.number())),
            user_id: text_or_null(entry.user),
            username: entry.username.as_deref().map(storable),
            from_status: text_or_null(entry.from.map(TokenStatus::code)),
            to_status: text_or_null(entry.to.map(TokenStatus::code)),
            operation_id: text_or_null(entry.operation),
            detail: storable(&entry.detail),
            origin_kind: text_or_null(origin.map(AuditOrigin::code)),
            origin_address: origin.and_then(AuditOrigin::address).map(storable),
            origin_client: origin.and_then(AuditOrigin::client).map(storable),
            outcome: Some(entry.outcome.kind().code().to_owned()),
            reason: text_or_null(entry.outcome.reason().map(AuditReason::code)),
        }
    }
}

impl Stored {
    pub(super) fn read(row: &AnyRow) -> Result<Self> {
        let fields = Fields::of("audit_entry", row);
        Ok(Self {
            id: fields.get("id")?,
            company_id: fields.get("company_id")?,
            happened_at: fields.get("happened_at")?,
            actor_kind: fields.get("actor_kind")?,
            actor_user_id: fields.get("actor_user_id")?,
            actor_name: fields.get("actor_name")?,
            action: fields.get("action")?,
            token_id: fields.get("token_id")?,
            serial: fields.get("serial")?,
            user_id: fields.get("user_id")?,
            username: fields.get("username")?,
            from_status: fields.get("from_status")?,
            to_status: fields.get("to_status")?,
            operation_id: fields.get("operation_id")?,
            detail: fields.get("detail")?,
            origin_kind: fields.get("origin_kind")?,
            origin_address: fields.get("origin_address")?,
            origin_client: fields.get("origin_client")?,
            outcome: fields.get("outcome")?,
            reason: fields.get("reason")?,
        })
    }

    /// The hash that binds this row, its place in the chain and every row
    /// before it.
    pub(super) fn hash(&self, sequence: i64, previous: &[u8]) -> Result<Vec<u8>> {
        let row = canonical_bytes(self).map_err(|_| out_of_range())?;
        let mut hasher = Sha256::new();
        hasher.update(previous);
        hasher.update(sequence.to_be_bytes());
        hasher.update(row);
        Ok(hasher.finalize().to_vec())
    }
}

fn as_text<S: Serializer>(number: &i64, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

pub(super) async fn insert(
    conn: &mut Connection,
    stored: &Stored,
    sequence: i64,
    hash: &[u8],
) -> Result<()> {
    sqlx::query(
        "INSERT INTO audit_entry (id, company_id, sequence, hash, happened_at, actor_kind,
             actor_user_id, actor_name, action, token_id, serial, user_id, username,
             from_status, to_status, operation_id, detail, origin_kind, origin_address,
             origin_client, outcome, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19, $20, $21, $22)",
    )
    .bind(stored.id.as_str())
    .bind(stored.company_id.as_str())
    .bind(sequence)
    .bind(hash)
    .bind(stored.happened_at)
    .bind(stored.actor_kind.as_str())
    .bind(stored.actor_user_id.as_deref())
    .bind(stored.actor_name.as_str())
    .bind(stored.action.as_str())
    .bind(stored.token_id.as_deref())
    .bind(stored.serial)
    .bind(stored.user_id.as_deref())
    .bind(stored.username.as_deref())
    .bind(stored.from_status.as_deref())
    .bind(stored.to_status.as_deref())
    .bind(stored.operation_id.as_deref())
    .bind(stored.detail.as_str())
    .bind(stored.origin_kind.as_deref())
    .bind(stored.origin_address.as_deref())
    .bind(stored.origin_client.as_deref())
    .bind(stored.outcome.as_deref())
    .bind(stored.reason.as_deref())
    .execute(conn)
    .await?;
    Ok(())
}

/// The columns that [`read`] reads.
macro_rules! columns {
    () => {
        "a.id, a.company_id, a.happened_at, a.actor_kind, a.actor_user_id, a.actor_name, a.action,
         a.token_id, a.serial, a.user_id, a.username, a.from_status, a.to_status, a.operation_id,
         a.detail, a.origin_kind, a.origin_address, a.origin_client, a.outcome, a.reason"
    };
}
pub(in crate::store) use columns;

pub(super) async fn of_token(
    conn: &mut Connection,
    company: CompanyId,
    token: TokenId,
    limit: u32,
) -> Result<Vec<AuditEntry>> {
    sqlx::query(concat!(
        "SELECT ",
        columns!(),
        " FROM audit_entry a WHERE a.company_id = $1 AND a.token_id = $2
         ORDER BY a.sequence DESC LIMIT $3",
    ))
    .bind(company.to_string())
    .bind(token.to_string())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

pub(in crate::store) fn read(row: &AnyRow) -> Result<AuditEntry> {
    let fields = Fields::of("audit_entry", row);
    let serial: Option<u32> = fields.number_or_null("serial")?;
    Ok(AuditEntry {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        at: fields.time("happened_at")?,
        actor: AuditActor {
            kind: fields.coded("actor_kind", ActorKind::from_code)?,
            user: fields.parsed_or_null("actor_user_id")?,
            name: fields.get("actor_name")?,
            origin: origin(&fields)?,
        },
        action: fields.coded("action", AuditAction::from_code)?,
        outcome: outcome(&fields)?,
        token: fields.parsed_or_null("token_id")?,
        serial: serial
            .map(|number| Serial::from_number(number).ok_or_else(|| fields.inconsistent()))
            .transpose()?,
        user: fields.parsed_or_null("user_id")?,
        username: fields.get("username")?,
        from: fields.coded_or_null("from_status", TokenStatus::from_code)?,
        to: fields.coded_or_null("to_status", TokenStatus::from_code)?,
        operation: fields.parsed_or_null("operation_id")?,
        detail: fields.get("detail")?,
    })
}

fn origin(fields: &Fields<'_>) -> Result<Option<AuditOrigin>> {
    let address: Option<String> = fields.get("origin_address")?;
    let client: Option<String> = fields.get("origin_client")?;
    fields.coded_or_null("origin_kind", |code| {
        AuditOrigin::from_parts(code, address.clone(), client.clone())
    })
}

fn outcome(fields: &Fields<'_>) -> Result<AuditOutcome> {
    let outcome: Option<String> = fields.get("outcome")?;
    let reason: Option<String> = fields.get("reason")?;
    AuditOutcome::from_codes(outcome.as_deref(), reason.as_deref())
        .ok_or_else(|| fields.inconsistent())
}
