use serde::{Deserialize, Serialize};

use crate::domain::id::{TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// How many virtual tokens a company has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stock {
    /// *Cantidad Tokens Virtuales Empresa*: all that are not retired.
    pub total: u64,
    /// *Cantidad Tokens Virtuales Disponibles*.
    pub available: u64,
    /// Every status that a virtual token can have, in the order of its life.
    pub by_status: Vec<(TokenStatus, u64)>,
}

/// One row of the table of tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRow {
    /// The token.
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
    /// The token's version: what an action on this row is about.
    pub version: i64,
}
