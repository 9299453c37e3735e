//! Files for spreadsheets: CSV that opens in columns, keeps its accents and runs
//! nothing (ADR 21).

use std::borrow::Cow;

use crate::i18n::Locale;

/// Tells a spreadsheet that the file is UTF-8. Without it Excel takes a CSV for
/// the code page of its Windows, and *Bitácora* for *BitÃ¡cora*.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Rows of a file, as they are written.
pub(super) struct Sheet {
    writer: csv::Writer<Vec<u8>>,
    separator: u8,
}

impl Sheet {
    /// An empty piece of a file for readers of that language.
    pub(super) fn new(locale: Locale) -> Self {
        let separator = separator(locale);
        Self {
            writer: writer(separator),
            separator,
        }
    }

    /// Adds a row. What a spreadsheet would run is made plain text.
    ///
    /// # Errors
    /// Those of writing, which memory does not have.
    pub(super) fn row<'c>(
        &mut self,
        cells: impl IntoIterator<Item = &'c str>,
    ) -> Result<(), csv::Error> {
        for cell in cells {
            self.writer.write_field(harmless(cell).as_bytes())?;
        }
        self.writer.write_record(None::<&[u8]>)
    }

    /// What was written since it was last taken.
    ///
    /// # Errors
    /// Those of writing, which memory does not have.
    pub(super) fn take(&mut self) -> Result<Vec<u8>, csv::Error> {
        let written = std::mem::replace(&mut self.writer, writer(self.separator));
        written
            .into_inner()
            .map_err(|error| csv::Error::from(error.into_error()))
    }
}

fn writer(separator: u8) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new())
}

/// What stands between two cells. Where the comma is the decimal mark, as in
/// Colombia, a spreadsheet parts cells by the semicolon.
const fn separator(locale: Locale) -> u8 {
    match locale {
        Locale::Spanish => b';',
        Locale::English => b',',
    }
}

/// A cell that a spreadsheet takes for text, whatever somebody typed (OWASP, *CSV
/// Injection*): an apostrophe stands before what would begin a formula.
pub(super) fn harmless(cell: &str) -> Cow<'_, str> {
    if begins_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

fn begins_formula(cell: &str) -> bool {
    // Some spreadsheets pass over blanks, and take the wide forms for the others.
    let begins = |cell: &str| cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    cell.starts_with(['\t', '\r', '\n']) || begins(cell.trim_start())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
        csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes)
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn what_begins_a_formula_is_made_text() {
        for cell in [
            "=1+1",
            "+57300",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =cmd|' /C calc'!A0",
            "＝1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "Ana", "FEF5100003", "a=b", "2024/01/15 10:00:00"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_a_formula_and_none_loses_a_letter(
            cells in prop::collection::vec("[=+@\\-\t\r\n;,\"' a-zñ]{0,12}", 1..6),
            locale in prop::sample::select(vec![Locale::Spanish, Locale::English]),
        ) {
            let mut sheet = Sheet::new(locale);
            sheet.row(cells.iter().map(String::as_str)).unwrap();
            let bytes = sheet.take().unwrap();
            let rows = read(&bytes, separator(locale));
            prop_assert_eq!(rows.len(), 1);
            for (cell, written) in cells.iter().zip(&rows[0]) {
                prop_assert!(!begins_formula(written), "{:?}", written);
                let kept = written.strip_prefix('\'').unwrap_or(written);
                prop_assert!(kept == cell || written == cell);
            }
        }
    }
}
