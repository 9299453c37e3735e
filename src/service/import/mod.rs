//! What a file would do, row by row: asked by the dry run and, in the
//! transaction that writes, again (ADR 22).

mod lists;
mod physical;
mod users;
mod write;

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::import::{ImportColumn, ImportKind, ImportReport, ReportRow, SheetRow, read};
use crate::domain::time::Timestamp;
use crate::domain::token::PhysicalToken;
use crate::domain::user::User;
use crate::store::Connection;

pub(super) use write::write;

/// As much of a cell as a report tells back.
const LONGEST_TOLD: usize = 100;

/// What a row would write.
pub(super) enum Write {
    /// A new user.
    Create(Box<User>),
    /// Other data of a user who is there.
    Update {
        /// As they are.
        before: Box<User>,
        /// As they would be.
        after: Box<User>,
    },
    /// A physical token, and who holds it.
    Register(Box<(PhysicalToken, User)>),
}

/// A row of the dry run, and what it would write.
pub(super) struct Planned {
    /// The row.
    pub row: ReportRow,
    /// Nothing for a row that is refused, that changes nothing, or that leads to
    /// a request of its own.
    pub write: Option<Write>,
}

/// The dry run, and what it would write.
pub(super) struct Plan {
    /// What is shown.
    pub report: ImportReport,
    /// What would be written, in the order of the file.
    pub writes: Vec<Write>,
}

/// Plans what `text` would do now.
///
/// # Errors
/// [`RequestError::Sheet`] for a file that cannot be read as a table; those of
/// the store.
pub(super) async fn plan(
    context: &Context,
    connection: &mut Connection,
    caller: &Caller,
    kind: ImportKind,
    text: &str,
    at: Timestamp,
) -> Result<Plan, ServiceError> {
    let sheet = read(kind, text).map_err(RequestError::Sheet)?;
    let planned = match kind {
        ImportKind::Users => users::plan(context, connection, caller, &sheet.rows, at).await?,
        ImportKind::PhysicalTokens => {
            physical::plan(context, connection, caller, &sheet.rows, at).await?
        }
        ImportKind::Assign => lists::plan_assign(connection, caller, &sheet.rows, at).await?,
        ImportKind::Activate | ImportKind::Block => {
            lists::plan_change(connection, caller, kind, &sheet.rows).await?
        }
    };
    let (rows, writes): (Vec<_>, Vec<_>) = planned
        .into_iter()
        .map(|planned| (planned.row, planned.write))
        .unzip();
    Ok(Plan {
        report: ImportReport::new(kind, sheet.ignored, rows, text)?,
        writes: writes.into_iter().flatten().collect(),
    })
}

/// The username of each row, as it stands there.
fn usernames(rows: &[SheetRow]) -> Vec<&str> {
    rows.iter()
        .map(|row| row.cell(ImportColumn::Username))
        .collect()
}

/// A cell as a report tells it back.
fn told(row: &SheetRow, column: ImportColumn) -> String {
    row.cell(column).chars().take(LONGEST_TOLD).collect()
}
