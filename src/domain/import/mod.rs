//! Lists that come as a file: what each kind asks for, how a file is read, and
//! what the dry run says of every row. Nothing is written by looking (ADR 22).

mod encoding;
mod headings;
mod report;
mod row;
mod sheet;
mod user_row;
mod writing;

use serde::{Deserialize, Serialize};

pub use encoding::{Decoded, TextEncoding, decode};
pub use headings::{heading, name};
pub use report::{Acceptance, ImportOutcome, ImportReport, ReportRow, RowPlan, RowProblem, Tally};
pub use row::{SheetRow, repeated};
pub use sheet::{Sheet, SheetProblem, read};
pub use user_row::{UserRowDraft, read_user};
pub use writing::{template, write};

/// As many rows as one file has at most.
pub const MOST_ROWS: usize = 5_000;

/// As many bytes as a file has at most. Written as JSON, with every cell between
/// quotation marks, it still fits into the longest request.
pub const LARGEST_FILE: usize = 450_000;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// New users of the company, and other data of those who are there.
    Users,
    /// The physical tokens that users hold.
    PhysicalTokens,
    /// The users who get a virtual token.
    Assign,
    /// The tokens to put to work.
    Activate,
    /// The tokens to block.
    Block,
}

impl ImportKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Users,
        Self::PhysicalTokens,
        Self::Assign,
        Self::Activate,
        Self::Block,
    ];

    /// The word that stands for it in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::PhysicalTokens => "physical_tokens",
            Self::Assign => "assign",
            Self::Activate => "activate",
            Self::Block => "block",
        }
    }

    /// The columns that a file of this kind must have.
    pub const fn required(self) -> &'static [ImportColumn] {
        match self {
            Self::Users => &[
                ImportColumn::Username,
                ImportColumn::FullName,
                ImportColumn::Email,
                ImportColumn::Mobile,
            ],
            Self::PhysicalTokens => &[ImportColumn::Serial, ImportColumn::Username],
            Self::Assign => &[ImportColumn::Username],
            // One of the two is enough.
            Self::Activate | Self::Block => &[],
        }
    }

    /// The columns that it may have besides.
    pub const fn optional(self) -> &'static [ImportColumn] {
        match self {
            Self::Users => &[ImportColumn::Role, ImportColumn::Confirmed],
            Self::PhysicalTokens | Self::Assign => &[],
            Self::Activate | Self::Block => &[ImportColumn::Username, ImportColumn::Serial],
        }
    }

    /// Every column that it knows, in the order of its template.
    pub fn columns(self) -> impl Iterator<Item = ImportColumn> {
        self.required().iter().chain(self.optional()).copied()
    }

    /// Whether its rows are written when the dry run is accepted. The others
    /// lead to a request or an action that has its own question.
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Users | Self::PhysicalTokens)
    }

    /// Whether a bare list, one name a line and no heading, is understood.
    pub const fn may_be_bare(self) -> bool {
        matches!(self, Self::Assign | Self::Activate | Self::Block)
    }

    /// Which of the columns that it must have are not among `found`.
    pub fn missing(self, found: &[ImportColumn]) -> Vec<ImportColumn> {
        let missing: Vec<_> = self
            .required()
            .iter()
            .copied()
            .filter(|column| !found.contains(column))
            .collect();
        let nothing_named = self.required().is_empty()
            && !self.optional().iter().any(|column| found.contains(column));
        if nothing_named {
            self.optional().to_vec()
        } else {
            missing
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportColumn {
    /// The name somebody signs in with.
    Username,
    /// Their own name.
    FullName,
    /// Their e-mail.
    Email,
    /// Their mobile.
    Mobile,
    /// What they may do.
    Role,
    /// Whether e-mail and mobile were checked with them.
    Confirmed,
    /// A token's serial.
    Serial,
}

impl ImportColumn {
    /// Every column.
    pub const ALL: [Self; 7] = [
        Self::Username,
        Self::FullName,
        Self::Email,
        Self::Mobile,
        Self::Role,
        Self::Confirmed,
        Self::Serial,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_of_two_columns_is_enough_where_none_is_a_must() {
        let kind = ImportKind::Block;
        assert_eq!(kind.missing(&[ImportColumn::Serial]), []);
        assert_eq!(kind.missing(&[ImportColumn::Username]), []);
        assert_eq!(kind.missing(&[]).len(), 2);
    }

    #[test]
    fn every_column_that_must_be_there_is_named() {
        assert_eq!(
            ImportKind::Users.missing(&[ImportColumn::Email, ImportColumn::Username]),
            [ImportColumn::FullName, ImportColumn::Mobile]
        );
    }
}
