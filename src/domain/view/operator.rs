use serde::{Deserialize, Serialize};

/// What waits at the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorHomeView {
    /// Requests for more tokens that nobody answered.
    pub open_requests: u64,
    /// Messages that could not be sent.
    pub failed_messages: u64,
    /// Companies that work.
    pub active_companies: u64,
    /// Companies that are suspended.
    pub suspended_companies: u64,
}
