//! What the dry run says of every row, and what became of it once it was
//! accepted.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{ImportColumn, ImportKind};
use crate::domain::error::FieldProblem;
use crate::domain::id::UserId;
use crate::domain::protocol::{Base64Bytes, NotCanonical, canonical_bytes};
use crate::domain::serial::Serial;
use crate::domain::token::Refusal;
use crate::domain::user::Ineligibility;
use crate::domain::user_change::UserRefusal;
use crate::domain::view::SeenToken;

/// Why a row is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowProblem {
    /// It has cells beyond the headings'.
    TooManyCells {
        /// How many it has.
        found: u32,
        /// How many headings there are.
        expected: u32,
    },
    /// A cell holds a line break: a quotation mark was not closed.
    LineBreak,
    /// A cell is wrong.
    Cell {
        /// Which.
        column: ImportColumn,
        /// What is wrong with it.
        problem: FieldProblem,
    },
    /// An earlier row says the same.
    Repeated {
        /// In which column.
        column: ImportColumn,
        /// The line of that row.
        line: u32,
    },
    /// The rule about users refuses it.
    User(UserRefusal),
    /// Only secondary users are changed by a file.
    NotSecondary,
    /// The company has no such user.
    NoSuchUser,
    /// The company has no such token.
    NoSuchToken,
    /// The user holds no virtual token.
    HoldsNone,
    /// The user may not have a virtual token.
    Ineligible(Vec<Ineligibility>),
    /// The rule of a token's life refuses it.
    Token(Refusal),
    /// The rows before it take the last available token.
    NoTokenLeft,
    /// Another token has that serial.
    SerialTaken,
    /// The user holds another physical token.
    HoldsPhysical(Serial),
}

/// What would happen with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowPlan {
    /// A user would be made.
    Create,
    /// These of a user's data would change.
    Update(Vec<ImportColumn>),
    /// It is so already.
    Unchanged,
    /// A physical token would be registered.
    Register {
        /// The virtual token that has replaced it already.
        replaced_by: Option<Serial>,
    },
    /// This user would get a virtual token.
    Assign(UserId),
    /// This token would be activated or blocked.
    Change(SeenToken),
    /// Nothing, for these reasons.
    Refused(Vec<RowProblem>),
}

/// One row of the dry run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    /// Its line in the file.
    pub line: u32,
    /// The username that it is about.
    pub username: String,
    /// That person's name, as far as it is known.
    pub full_name: String,
    /// The token's serial as the file or the company has it.
    pub serial: String,
    /// What would happen.
    pub plan: RowPlan,
}

impl ReportRow {
    /// Whether nothing would happen because something is wrong.
    pub const fn is_refused(&self) -> bool {
        matches!(self.plan, RowPlan::Refused(_))
    }
}

/// How many rows there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// All.
    pub rows: u32,
    /// Those by which something is made, registered, assigned or changed for
    /// the first time.
    pub created: u32,
    /// Those by which something that is there changes.
    pub updated: u32,
    /// Those that are so already.
    pub unchanged: u32,
    /// Those that are refused.
    pub refused: u32,
}

impl Tally {
    /// Counts `rows`.
    pub fn of(rows: &[ReportRow]) -> Self {
        let mut tally = Self::default();
        for row in rows {
            tally.rows += 1;
            let count = match row.plan {
                RowPlan::Create
                | RowPlan::Register { .. }
                | RowPlan::Assign(_)
                | RowPlan::Change(_) => &mut tally.created,
                RowPlan::Update(_) => &mut tally.updated,
                RowPlan::Unchanged => &mut tally.unchanged,
                RowPlan::Refused(_) => &mut tally.refused,
            };
            *count += 1;
        }
        tally
    }

    /// How many rows would have something done.
    pub const fn effective(self) -> u32 {
        self.created.saturating_add(self.updated)
    }
}

/// The dry run: what would happen, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// What the file is for.
    pub kind: ImportKind,
    /// The headings that name nothing known.
    pub ignored: Vec<String>,
    /// Every row, in the order of the file.
    pub rows: Vec<ReportRow>,
    /// The SHA-256 of all that: who accepts names it, so that what is written is
    /// what was shown.
    pub seal: Base64Bytes,
}

impl ImportReport {
    /// Seals `rows`.
    ///
    /// # Errors
    /// [`NotCanonical`]; no report has a value that JSON cannot hold.
    pub fn new(
        kind: ImportKind,
        ignored: Vec<String>,
        rows: Vec<ReportRow>,
        text: &str,
    ) -> Result<Self, NotCanonical> {
        let mut hasher = Sha256::new();
        hasher.update(canonical_bytes(&(kind, &rows))?);
        hasher.update(text.as_bytes());
        let seal: [u8; 32] = hasher.finalize().into();
        Ok(Self {
            kind,
            ignored,
            rows,
            seal: seal.into(),
        })
    }

    /// How many rows there are of each kind.
    pub fn tally(&self) -> Tally {
        Tally::of(&self.rows)
    }
}

/// What a person accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The seal of the dry run that they saw.
    pub seal: Base64Bytes,
    /// Whether they leave out the rows that it refuses. Unless they do, one such
    /// row keeps all the others back.
    pub leave_out_refused: bool,
}

/// What became of an accepted file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportOutcome {
    /// All of it was written.
    Done(Tally),
    /// Nothing was: this is not the dry run that was accepted, or it has
    /// refused rows that were not left out.
    Differs(Box<ImportReport>),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: u32, plan: RowPlan) -> ReportRow {
        ReportRow {
            line,
            username: "ANA1".to_owned(),
            full_name: String::new(),
            serial: String::new(),
            plan,
        }
    }

    fn report(rows: Vec<ReportRow>, text: &str) -> ImportReport {
        ImportReport::new(ImportKind::Users, Vec::new(), rows, text).unwrap()
    }

    #[test]
    fn another_text_or_another_plan_has_another_seal() {
        let first = report(vec![row(2, RowPlan::Create)], "a");
        assert_eq!(first.seal, report(vec![row(2, RowPlan::Create)], "a").seal);
        assert_ne!(first.seal, report(vec![row(2, RowPlan::Create)], "b").seal);
        assert_ne!(
            first.seal,
            report(vec![row(2, RowPlan::Unchanged)], "a").seal
        );
    }

    #[test]
    fn every_row_is_counted_once() {
        let tally = Tally::of(&[
            row(2, RowPlan::Create),
            row(3, RowPlan::Update(vec![ImportColumn::Email])),
            row(4, RowPlan::Unchanged),
            row(5, RowPlan::Refused(vec![RowProblem::LineBreak])),
        ]);
        assert_eq!(tally.rows, 4);
        assert_eq!(
            (tally.created, tally.updated, tally.unchanged, tally.refused),
            (1, 1, 1, 1)
        );
        assert_eq!(tally.effective(), 2);
    }
}
