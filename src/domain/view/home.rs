use serde::{Deserialize, Serialize};

use super::token::Stock;

/// What waits in a company, and how many tokens it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    /// Operations that wait for the reader's own approval.
    pub approvals: u64,
    /// Tokens of secondary users that wait to be activated.
    pub pending_activation: u64,
    /// Tokens of secondary users that are blocked.
    pub blocked: u64,
    /// Invitations that expire within a day.
    pub expiring_invitations: u64,
    /// Active secondary users whose contact data were confirmed too long ago, or
    /// never.
    pub stale_users: u64,
    /// The company's tokens.
    pub stock: Stock,
    /// Whether e-mails reach people; otherwise they land in a folder of the
    /// server.
    pub mail_goes_out: bool,
}

impl HomeView {
    /// Whether nothing waits.
    pub const fn is_quiet(&self) -> bool {
        self.approvals == 0
            && self.pending_activation == 0
            && self.blocked == 0
            && self.expiring_invitations == 0
            && self.stale_users == 0
    }
}
