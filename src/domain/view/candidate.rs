use serde::{Deserialize, Serialize};

use crate::domain::id::UserId;
use crate::domain::user::Ineligibility;

/// A user in the search of the assignment wizard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Their name inside Llavero.
    pub user: UserId,
    /// The name they sign in with.
    pub username: String,
    /// Their own name.
    pub full_name: String,
    /// Their e-mail as the company keeps it.
    pub email: Option<String>,
    /// Their mobile as the company keeps it.
    pub mobile: Option<String>,
    /// Why they cannot be chosen; empty when they can.
    pub ineligibilities: Vec<Ineligibility>,
}
