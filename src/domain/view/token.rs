use serde::{Deserialize, Serialize};

use crate::domain::error::RequestError;
use crate::domain::id::{DeviceId, TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::table::Page;
use crate::domain::time::Timestamp;
use crate::domain::token::{ActionKind, BlockReason, Circumstances, TokenFacts, TokenStatus};

/// How many virtual tokens a company has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stock {
    /// All but the retired ones: *Cantidad Tokens Virtuales Empresa*.
    pub total: u64,
    /// Held by nobody: *Cantidad Tokens Virtuales Disponibles*.
    pub available: u64,
    /// The number of each status that has any, retired ones too.
    pub by_status: Vec<(TokenStatus, u64)>,
}

impl Stock {
    /// How many tokens the company ever got: all of every status.
    pub fn granted(&self) -> u64 {
        self.by_status.iter().map(|(_, count)| count).sum()
    }
}

/// A row of the table of virtual tokens: one that a secondary user holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRow {
    /// Its name inside Llavero.
    pub id: TokenId,
    /// *Número de Serie*.
    pub serial: Serial,
    /// Who holds it.
    pub holder: UserId,
    /// *Nombre Usuario*.
    pub username: String,
    /// The holder's own name.
    pub full_name: String,
    /// *Estados*.
    pub status: TokenStatus,
    /// *Última Actualización*.
    pub updated_at: Timestamp,
    /// The version to name when changing it.
    pub version: i64,
    /// What decides, besides the state, what can be done with it now.
    pub circumstances: Circumstances,
    /// Whether a request on it waits for a second administrator.
    pub awaits_approval: bool,
}

impl TokenRow {
    /// What the rule of a token's life is asked about.
    pub fn facts(&self) -> TokenFacts {
        TokenFacts {
            status: self.status,
            holder: Some(self.holder),
            circumstances: self.circumstances.clone(),
        }
    }

    /// What names it, to the server, as it was seen.
    pub const fn seen(&self) -> SeenToken {
        SeenToken {
            token: self.id,
            version: self.version,
        }
    }
}

/// A token at the version that a person saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenToken {
    /// Which.
    pub token: TokenId,
    /// The version.
    pub version: i64,
}

/// A token that a change can be made of, as it was seen, with what a person tells
/// it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedToken {
    /// Which.
    pub token: TokenId,
    /// The version.
    pub version: i64,
    /// *Número de Serie*.
    pub serial: Serial,
    /// *Nombre Usuario*.
    pub username: String,
    /// The holder's own name.
    pub full_name: String,
}

impl NamedToken {
    /// What names it, to the server.
    pub const fn seen(&self) -> SeenToken {
        SeenToken {
            token: self.token,
            version: self.version,
        }
    }
}

impl From<TokenRow> for NamedToken {
    fn from(row: TokenRow) -> Self {
        Self {
            token: row.id,
            version: row.version,
            serial: row.serial,
            username: row.username,
            full_name: row.full_name,
        }
    }
}

/// Which of the tokens that a filter lets through a change can be made of now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchingTokens {
    /// They, as many as one request takes at most.
    pub tokens: Vec<NamedToken>,
    /// How many match, whether it can be made of them or not.
    pub matching: u64,
    /// How many are in the right state but more than one request takes.
    pub beyond: u64,
}

impl MatchingTokens {
    /// How many match but cannot be changed so now.
    pub fn left_out(&self) -> u64 {
        self.matching
            .saturating_sub(self.tokens.len() as u64)
            .saturating_sub(self.beyond)
    }
}

/// What became of one of several tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenOutcome {
    /// Which.
    pub token: TokenId,
    /// Why nothing was done to it; `None` when it was done.
    pub error: Option<RequestError>,
}

/// A page of the table of virtual tokens, and the two counters over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenPage {
    /// The rows.
    pub page: Page<TokenRow>,
    /// The company's counters.
    pub stock: Stock,
    /// The number of rows without any filter: tells an empty table from an
    /// empty answer.
    pub unfiltered_total: u64,
}

/// A physical token beside the virtual one that replaced it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhysicalTokenRow {
    /// *Número de Serie*.
    pub serial: Serial,
    /// *Activo* or *Inhabilitado*.
    pub status: TokenStatus,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Whether it works again when the virtual token is taken back so.
    pub restorable: bool,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimelineActor {
    /// A person, by the name they sign in with.
    Person(String),
    /// A device, by what it calls itself.
    Device(String),
    /// Llavero itself.
    System,
}

/// Something that happened to a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor: TimelineActor,
    /// What; `None` for its grant, which began its life.
    pub action: Option<ActionKind>,
    /// The status before, if there was one.
    pub from: Option<TokenStatus>,
    /// The status after.
    pub to: Option<TokenStatus>,
    /// The name of the user it was about.
    pub username: Option<String>,
}

/// A token's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenDetail {
    /// Its name inside Llavero.
    pub id: TokenId,
    /// Its serial.
    pub serial: Serial,
    /// Where it stands.
    pub status: TokenStatus,
    /// Why it is blocked, if it is.
    pub block_reason: Option<BlockReason>,
    /// Its holder's names: the one they sign in with and their own.
    pub holder: Option<(UserId, String, String)>,
    /// The device bound to it and what that calls itself.
    pub device: Option<(DeviceId, String)>,
    /// Until when its invitation can be used, if it waits for enrolment.
    pub invitation_expires_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// The version to name when changing it.
    pub version: i64,
    /// What decides, besides the state, what can be done with it now.
    pub circumstances: Circumstances,
    /// The holder's physical tokens.
    pub physical: Vec<PhysicalTokenRow>,
    /// What happened to it, newest first.
    pub timeline: Vec<TimelineEntry>,
}

impl TokenDetail {
    /// The row that a table would have for it; none while nobody holds it.
    pub fn row(&self) -> Option<TokenRow> {
        let (holder, username, full_name) = self.holder.clone()?;
        Some(TokenRow {
            id: self.id,
            serial: self.serial,
            holder,
            username,
            full_name,
            status: self.status,
            updated_at: self.updated_at,
            version: self.version,
            circumstances: self.circumstances.clone(),
            awaits_approval: false,
        })
    }
}
