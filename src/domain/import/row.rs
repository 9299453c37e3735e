//! One row of a file, with its cells by column.

use std::collections::HashMap;

use super::ImportColumn;
use super::report::RowProblem;
use crate::domain::text::folded;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The line of the file that it begins on, from 1.
    pub line: u32,
    /// What is wrong with the row as such, before its cells are looked at.
    pub problem: Option<RowProblem>,
    pub(super) cells: Vec<(ImportColumn, String)>,
}

impl SheetRow {
    /// What stands in a column; nothing where the file has no such column.
    pub fn cell(&self, column: ImportColumn) -> &str {
        self.cells
            .iter()
            .find(|(of, _)| *of == column)
            .map_or("", |(_, text)| text.as_str())
    }
}

/// The rows whose cell in `column` is that of an earlier row but for case and
/// accents, each with the line of the first. Empty cells repeat nothing.
pub fn repeated(rows: &[SheetRow], column: ImportColumn) -> HashMap<u32, u32> {
    let mut first: HashMap<String, u32> = HashMap::with_capacity(rows.len());
    let mut again = HashMap::new();
    for row in rows {
        let key = folded(row.cell(column));
        if key.is_empty() {
            continue;
        }
        match first.get(&key) {
            Some(line) => {
                again.insert(row.line, *line);
            }
            None => {
                first.insert(key, row.line);
            }
        }
    }
    again
}
