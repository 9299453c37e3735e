use serde::{Deserialize, Serialize};

use super::operation::SubjectView;
use crate::domain::approval::ApprovalRefusal;
use crate::domain::company::Approvals;
use crate::domain::id::{OperationId, UserId};
use crate::domain::operation::{OperationKind, OperationState};
use crate::domain::table::Cursor;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// An operation as the lists of *Aprobaciones* show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalRow {
    /// Its name inside Llavero.
    pub id: OperationId,
    /// What it will do, or did.
    pub kind: OperationKind,
    /// To what.
    pub subject: SubjectView,
    /// Where it stands.
    pub state: OperationState,
    /// Who asked.
    pub requested_by: UserId,
    /// The name the one who asked signs in with.
    pub requester_username: String,
    /// Their own name.
    pub requester_full_name: String,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
    /// When it reached its last state, if it has.
    pub settled_at: Option<Timestamp>,
    /// The second administrator, who approved or rejected it.
    pub second_username: Option<String>,
    /// Whether it is about a token of the reader's own.
    pub is_about_reader: bool,
    /// Whether all of the company who look at the console see it.
    pub is_shared: bool,
}

/// A piece of one of the lists of *Aprobaciones*, with what stands over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalPage {
    /// The operations.
    pub rows: Vec<ApprovalRow>,
    /// Where the next piece begins, if there is one.
    pub next: Option<Cursor>,
    /// The company's setting.
    pub approvals: Approvals,
    /// How many other administrators could approve what the reader asks for.
    pub others: u64,
}

/// The question to a second administrator's device that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalQuestion {
    /// The number to type in the AppMovil.
    pub number: String,
    /// How many more wrong numbers it bears.
    pub numbers_left: u8,
    /// Until when it can be answered.
    pub expires_at: Timestamp,
}

/// One operation as a second administrator sees it before they answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalView {
    /// The operation.
    pub row: ApprovalRow,
    /// Where its token stands now; `None` for a list of tokens.
    pub status: Option<TokenStatus>,
    /// Why the reader may not approve it; `None` when they may.
    pub why_not: Option<ApprovalRefusal>,
    /// The question that waits in the reader's own AppMovil.
    pub question: Option<ApprovalQuestion>,
    /// The server's clock.
    pub server_time: Timestamp,
}
