//! From a file's text to its rows.

use serde::{Deserialize, Serialize};

use super::encoding::is_no_text;
use super::headings::heading;
use super::report::RowProblem;
use super::row::SheetRow;
use super::{ImportColumn, ImportKind, LARGEST_FILE, MOST_ROWS};

/// What may stand between two cells. Excel writes a semicolon where the comma is
/// the decimal mark, as in Colombia.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// As much of a heading, and as many of them, as are told back.
const LONGEST_TOLD: usize = 40;
const MOST_TOLD: usize = 12;

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum SheetProblem {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It has headings and no rows.
    #[error("the file has headings only")]
    OnlyHeadings,
    /// It has more than [`LARGEST_FILE`] bytes.
    #[error("the file is too large")]
    TooLarge,
    /// It has more than [`MOST_ROWS`] rows.
    #[error("the file has {rows} rows")]
    TooManyRows {
        /// How many.
        rows: u32,
    },
    /// It is a workbook, not a CSV.
    #[error("the file is a workbook")]
    Workbook,
    /// It is no text.
    #[error("the file is no text")]
    NotText,
    /// Its first row does not name what is needed.
    #[error("columns are missing: {missing:?}")]
    MissingColumns {
        /// What is needed and not named.
        missing: Vec<ImportColumn>,
        /// What the first row says.
        found: Vec<String>,
    },
    /// Two headings name the same.
    #[error("two columns are {0:?}")]
    RepeatedColumn(ImportColumn),
    /// The browser could not read the file.
    #[error("the file could not be opened")]
    Unreadable,
}

/// A file as rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its rows, without those that hold nothing.
    pub rows: Vec<SheetRow>,
    /// The headings that name nothing known: their columns are passed over.
    pub ignored: Vec<String>,
}

struct Record {
    line: u32,
    cells: Vec<String>,
}

/// Reads a file's text. The first row names the columns, in any order and by
/// Spanish or English names.
///
/// # Errors
/// The first [`SheetProblem`] that holds.
pub fn read(kind: ImportKind, text: &str) -> Result<Sheet, SheetProblem> {
    if text.len() > LARGEST_FILE {
        return Err(SheetProblem::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.chars().any(is_no_text) {
        return Err(SheetProblem::NotText);
    }
    // Separators alone say nothing.
    if !text.chars().any(char::is_alphanumeric) {
        return Err(SheetProblem::Empty);
    }
    let mut records = separated(text);
    let first = records.next().ok_or(SheetProblem::Empty)?;
    let found: Vec<_> = first.cells.iter().map(|cell| heading(cell)).collect();
    let known = |column: &ImportColumn| kind.columns().any(|known| known == *column);
    let columns: Vec<_> = found.iter().map(|column| column.filter(known)).collect();
    if kind.may_be_bare() && first.cells.len() == 1 && columns == [None] {
        return bare(first, records);
    }
    let named: Vec<_> = columns.iter().copied().flatten().collect();
    let missing = kind.missing(&named);
    if !missing.is_empty() {
        return Err(SheetProblem::MissingColumns {
            missing,
            found: told(&first.cells),
        });
    }
    if let Some(column) = twice(&named) {
        return Err(SheetProblem::RepeatedColumn(column));
    }
    let ignored = first
        .cells
        .iter()
        .zip(&columns)
        .filter(|(cell, column)| column.is_none() && !cell.is_empty())
        .map(|(cell, _)| cell.clone())
        .collect::<Vec<_>>();
    let rows = rows(records, &columns)?;
    Ok(Sheet {
        rows,
        ignored: told(&ignored),
    })
}

/// A list without a heading: each line is a name.
fn bare(first: Record, records: impl Iterator<Item = Record>) -> Result<Sheet, SheetProblem> {
    let columns = [Some(ImportColumn::Username)];
    Ok(Sheet {
        rows: rows(std::iter::once(first).chain(records), &columns)?,
        ignored: Vec::new(),
    })
}

fn rows(
    records: impl Iterator<Item = Record>,
    columns: &[Option<ImportColumn>],
) -> Result<Vec<SheetRow>, SheetProblem> {
    let rows: Vec<_> = records.map(|record| row(record, columns)).collect();
    match rows.len() {
        0 => Err(SheetProblem::OnlyHeadings),
        count if count > MOST_ROWS => Err(SheetProblem::TooManyRows {
            rows: u32::try_from(count).unwrap_or(u32::MAX),
        }),
        _ => Ok(rows),
    }
}

fn row(record: Record, columns: &[Option<ImportColumn>]) -> SheetRow {
    let beyond = record.cells.iter().skip(columns.len());
    let too_many = beyond.into_iter().any(|cell| !cell.is_empty());
    let has_break = record.cells.iter().any(|cell| cell.contains(['\n', '\r']));
    let problem = if has_break {
        Some(RowProblem::LineBreak)
    } else {
        too_many.then(|| RowProblem::TooManyCells {
            found: count(record.cells.len()),
            expected: count(columns.len()),
        })
    };
    let cells = record
        .cells
        .into_iter()
        .zip(columns)
        .filter_map(|(cell, column)| column.map(|column| (column, cell)))
        .collect();
    SheetRow {
        line: record.line,
        problem,
        cells,
    }
}

fn count(cells: usize) -> u32 {
    u32::try_from(cells).unwrap_or(u32::MAX)
}

/// The records of a text that hold anything, cut at the separator that its
/// first line speaks for. A first line `sep=;`, which Excel understands, says it
/// outright.
fn separated(text: &str) -> impl Iterator<Item = Record> {
    let first = text.lines().next().unwrap_or_default();
    let said = SEPARATORS
        .into_iter()
        .find(|separator| first.trim_end().as_bytes() == [b"sep=", &[*separator][..]].concat());
    let separator = said.unwrap_or_else(|| likeliest(text));
    let skipped = usize::from(said.is_some());
    records(text, separator).skip(skipped)
}

/// The separator with which the headings name most; of those, the one that cuts
/// most often.
fn likeliest(text: &str) -> u8 {
    let worth = |separator: &u8| {
        let first = records(text, *separator).next();
        let cells = first.map(|first| first.cells).unwrap_or_default();
        let known = cells.iter().filter(|cell| heading(cell).is_some()).count();
        (known, cells.len())
    };
    // Of equals the last is taken: the semicolon.
    SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(worth)
        .unwrap_or(SEPARATORS[0])
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = Record> {
    let mut lines = Lines {
        bytes: text.as_bytes(),
        at: 0,
        line: 1,
    };
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        // From a text in memory nothing can fail.
        .map_while(Result::ok)
        .map(move |record| Record {
            line: lines.of(record.position().map_or(0, csv::Position::byte)),
            cells: record.iter().map(cleaned).collect(),
        })
        .filter(|record| record.cells.iter().any(|cell| !cell.is_empty()))
}

/// Tells the lines of records, whose places only grow. The reader's own count
/// stands before the empty lines that it passes over.
struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the first byte at `place` or later that ends no line.
    fn of(&mut self, place: u64) -> u32 {
        let rest = self.bytes.len();
        let from = usize::try_from(place).unwrap_or(rest).clamp(self.at, rest);
        let ends = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = from + self.bytes[from..].iter().take_while(ends).count();
        for at in self.at..start {
            let is_end = match self.bytes[at] {
                b'\n' => true,
                b'\r' => self.bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line = self.line.saturating_add(u32::from(is_end));
        }
        self.at = start;
        self.line
    }
}

/// The cell without spaces around it, and without the apostrophe that keeps a
/// spreadsheet from taking it for a formula.
fn cleaned(cell: &str) -> String {
    let cell = cell.trim();
    let guarded = cell
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(super::writing::FORMULA_STARTS));
    guarded.unwrap_or(cell).to_owned()
}

fn twice(columns: &[ImportColumn]) -> Option<ImportColumn> {
    columns
        .iter()
        .enumerate()
        .find(|(at, column)| columns[..*at].contains(column))
        .map(|(_, column)| *column)
}

fn told(cells: &[String]) -> Vec<String> {
    cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .take(MOST_TOLD)
        .map(|cell| cell.chars().take(LONGEST_TOLD).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::import::write;

    const HEAD: &str = "usuario;nombre;correo;celular";

    fn users(text: &str) -> Result<Sheet, SheetProblem> {
        read(ImportKind::Users, text)
    }

    fn cells(row: &SheetRow) -> [&str; 2] {
        [
            row.cell(ImportColumn::Username),
            row.cell(ImportColumn::FullName),
        ]
    }

    #[test]
    fn each_separator_is_recognised_and_the_order_is_free() {
        for text in [
            "usuario;nombre;correo;celular\r\nANA1;Ana Ruiz;a@b.co;300",
            "Mobile,E-mail,Full name,Username\n300,a@b.co,\"Ana Ruiz\",ANA1\n",
            "celular\tusuario\tcorreo\tnombre\n300\tANA1\ta@b.co\tAna Ruiz",
            "sep=,\nusuario,nombre,correo,celular\nANA1,Ana Ruiz,a@b.co,300",
            "\u{feff}usuario;nombre;correo;celular;\n\n;;;;\nANA1;Ana Ruiz;a@b.co;300;",
        ] {
            let sheet = users(text).unwrap();
            assert_eq!(sheet.rows.len(), 1, "{text}");
            assert_eq!(cells(&sheet.rows[0]), ["ANA1", "Ana Ruiz"], "{text}");
            assert_eq!(sheet.rows[0].problem, None, "{text}");
        }
    }

    #[test]
    fn a_separator_inside_quotation_marks_separates_nothing() {
        let text = format!("{HEAD}\nANA1;\"Ruiz; \"\"la Ana\"\"\";a@b.co;300");
        let sheet = users(&text).unwrap();
        assert_eq!(cells(&sheet.rows[0]), ["ANA1", "Ruiz; \"la Ana\""]);
    }

    #[test]
    fn rows_are_named_by_their_line_of_the_file() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = [
                HEAD,
                "",
                "ANA1;Ana;a@b.co;300",
                ";;;",
                "LEO2;Leo;l@b.co;301",
            ];
            let sheet = users(&lines.join(end)).unwrap();
            let lines: Vec<_> = sheet.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [3, 5], "{end:?}");
        }
    }

    #[test]
    fn a_row_after_one_with_a_line_break_has_its_own_line() {
        let text = format!("{HEAD}\nA;\"B\nC\";D;E\nLEO2;Leo;l@b.co;301");
        let lines: Vec<_> = users(&text)
            .unwrap()
            .rows
            .iter()
            .map(|row| row.line)
            .collect();
        assert_eq!(lines, [2, 4]);
    }

    #[test]
    fn what_no_row_can_be_made_of_is_told_row_by_row() {
        let text = format!("{HEAD}\nA;B;C;D;E\nA;\"B\nC\";D;E\nA");
        let problems: Vec<_> = users(&text)
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row.problem)
            .collect();
        let too_many = RowProblem::TooManyCells {
            found: 5,
            expected: 4,
        };
        assert_eq!(
            problems,
            [Some(too_many), Some(RowProblem::LineBreak), None]
        );
    }

    #[test]
    fn headings_that_are_missing_double_or_unknown_are_named() {
        assert_eq!(
            users("usuario;cargo;correo\nA;B;C"),
            Err(SheetProblem::MissingColumns {
                missing: vec![ImportColumn::FullName, ImportColumn::Mobile],
                found: vec!["usuario".into(), "cargo".into(), "correo".into()],
            })
        );
        assert_eq!(
            users("usuario;nombre;correo;celular;e-mail\nA;B;C;D;E"),
            Err(SheetProblem::RepeatedColumn(ImportColumn::Email))
        );
        let sheet = users("cargo;usuario;nombre;correo;celular\nX;A;B;C;D").unwrap();
        assert_eq!(sheet.ignored, ["cargo"]);
        assert_eq!(cells(&sheet.rows[0]), ["A", "B"]);
    }

    #[test]
    fn nothing_headings_alone_and_too_much_are_refused() {
        let too_many = format!("{HEAD}\n{}", "a;b;c;d\n".repeat(MOST_ROWS + 1));
        for (text, problem) in [
            (String::new(), SheetProblem::Empty),
            ("\n;;\n".to_owned(), SheetProblem::Empty),
            (HEAD.to_owned(), SheetProblem::OnlyHeadings),
            (too_many, SheetProblem::TooManyRows { rows: 5_001 }),
            ("a".repeat(LARGEST_FILE + 1), SheetProblem::TooLarge),
            ("a\0b".to_owned(), SheetProblem::NotText),
        ] {
            assert_eq!(users(&text), Err(problem));
        }
    }

    #[test]
    fn a_bare_list_of_names_is_understood_where_one_name_is_enough() {
        let sheet = read(ImportKind::Assign, "ANA1\r\nLEO2\r\n").unwrap();
        let names: Vec<_> = sheet.rows.iter().map(|row| cells(row)[0]).collect();
        assert_eq!(names, ["ANA1", "LEO2"]);
        assert!(users("ANA1\nLEO2").is_err());
    }

    #[test]
    fn the_apostrophe_that_guards_a_formula_is_taken_off() {
        let text = format!("{HEAD}\n'-ana;O'Neil;'=x@b.co;'+573001234567");
        let row = &users(&text).unwrap().rows[0];
        assert_eq!(cells(row), ["-ana", "O'Neil"]);
        assert_eq!(row.cell(ImportColumn::Mobile), "+573001234567");
        assert_eq!(row.cell(ImportColumn::Email), "=x@b.co");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\PC\r\n\t;,\"']{0,200}") {
            for kind in ImportKind::ALL {
                let _ = read(kind, &text);
                let _ = read(kind, &format!("usuario;nombre;correo;celular;serie\n{text}"));
            }
        }

        #[test]
        fn what_is_written_is_read_again(cells in prop::collection::vec("[a-zñ;,\"'=+@ -]{1,20}", 4)) {
            let trimmed: Vec<String> = cells.iter().map(|cell| cleaned(cell)).collect();
            prop_assume!(trimmed.iter().all(|cell| !cell.is_empty() && cleaned(cell) == *cell));
            let head = ["usuario", "nombre", "correo", "celular"].map(str::to_owned).to_vec();
            let sheet = users(&write(&[head, trimmed.clone()])).unwrap();
            let row = &sheet.rows[0];
            let read = [ImportColumn::Username, ImportColumn::FullName, ImportColumn::Email, ImportColumn::Mobile]
                .map(|column| row.cell(column).to_owned());
            prop_assert_eq!(read.to_vec(), trimmed);
        }
    }
}
