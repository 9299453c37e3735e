//! From rows to a file that a spreadsheet opens.

/// What a cell begins with that a spreadsheet may take for a formula (OWASP,
/// *CSV Injection*).
pub(super) const FORMULA_STARTS: [char; 4] = ['=', '+', '-', '@'];

/// Writes rows with semicolons, which Excel in Colombia opens as columns, and a
/// byte order mark, by which it knows the accents. A cell that looks like a
/// formula gets an apostrophe before it, which reading takes off again.
///
/// By hand (RFC 4180): the crate's writer tells numbers from words by tables of
/// powers of five, which the browser would have to fetch (ADR 24).
pub fn write(rows: &[Vec<String>]) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(guarded(cell))).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

fn guarded(cell: &str) -> String {
    if cell.starts_with(FORMULA_STARTS) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn quoted(cell: String) -> String {
    if cell.contains([';', ',', '\t', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// The file that a person begins with: the columns by their `names`. It has no
/// example row, which somebody would one day leave in.
pub fn template(names: &[String]) -> String {
    write(&[names.to_vec()])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::import::{ImportKind, SheetProblem, name, read};

    #[test]
    fn what_looks_like_a_formula_is_guarded() {
        let rows = [vec!["=1+1".to_owned(), "a;b".to_owned(), "+57".to_owned()]];
        assert_eq!(write(&rows), "\u{feff}'=1+1;\"a;b\";'+57\r\n");
    }

    #[test]
    fn a_template_has_every_column_and_no_row() {
        for kind in ImportKind::ALL {
            let names: Vec<String> = kind
                .columns()
                .map(|column| name(column).to_owned())
                .collect();
            assert_eq!(
                read(kind, &template(&names)),
                Err(SheetProblem::OnlyHeadings)
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            rows in prop::collection::vec(prop::collection::vec("[a-z\";,'=\r\n\tñ ]{1,8}", 2..4), 1..5),
        ) {
            let text = write(&rows);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(false)
                .flexible(true)
                .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let guarded: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|cell| guarded(cell)).collect())
                .collect();
            prop_assert_eq!(read, guarded);
        }
    }
}
