use serde::{Deserialize, Serialize};

use crate::domain::time::Timestamp;

/// For whom a link to choose a password is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordLinkView {
    /// Their own name.
    pub full_name: String,
    /// The name they sign in with.
    pub username: String,
    /// Their company's name.
    pub company_name: String,
    /// The word their company signs in with.
    pub company: String,
    /// Until when it can be used.
    pub expires_at: Timestamp,
}

/// How far somebody is with their first password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordStanding {
    /// No link waits: they have chosen one, or had one from the beginning.
    Chosen,
    /// A link waits to be used.
    Invited {
        /// Until when it can be.
        until: Timestamp,
    },
    /// The link was not used in time.
    Expired,
}
