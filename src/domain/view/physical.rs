use serde::{Deserialize, Serialize};

use crate::domain::id::{TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::table::Page;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// A row of the table of physical tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldPhysicalToken {
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
    /// *Activo* or *Inhabilitado*.
    pub status: TokenStatus,
    /// The virtual token that disabled it.
    pub replacement: Option<Serial>,
    /// *Última Actualización*.
    pub updated_at: Timestamp,
}

/// A page of the table of physical tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhysicalPage {
    /// The rows.
    pub page: Page<HeldPhysicalToken>,
    /// The number of rows without any filter.
    pub unfiltered_total: u64,
}
