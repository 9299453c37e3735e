use serde::{Deserialize, Serialize};

use super::bank_token::OwningCompany;
use crate::domain::id::TokenRequestId;
use crate::domain::time::Timestamp;
use crate::domain::token_request::TokenRequestState;

/// A company's own request for more tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRequestView {
    /// What names it, to the server, as it was seen.
    pub seen: SeenTokenRequest,
    /// How many tokens were asked for.
    pub tokens: u32,
    /// What was said with it.
    pub note: String,
    /// The name of who asked.
    pub requested_by: String,
    /// When.
    pub requested_at: Timestamp,
    /// Where it stands.
    pub state: TokenRequestState,
}

/// An open request, as the bank sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingTokenRequest {
    /// The request.
    pub request: TokenRequestView,
    /// Who asks.
    pub company: OwningCompany,
    /// How many tokens the company has now.
    pub total: u64,
    /// How many of them nobody holds.
    pub available: u64,
}

/// A request at the version that a person saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenTokenRequest {
    /// Which.
    pub request: TokenRequestId,
    /// The version.
    pub version: i64,
}
