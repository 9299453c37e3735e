//! From rows to a file that a spreadsheet opens.

/// What a cell begins with that a spreadsheet may take for a formula (OWASP,
/// *CSV Injection*).
pub(super) const FORMULA_STARTS: [char; 4] = ['=', '+', '-', '@'];

/// Writes rows with semicolons, which Excel in Colombia opens as columns, and a
/// byte order mark, by which it knows the accents. A cell that looks like a
/// formula gets an apostrophe before it, which reading takes off again.
pub fn write(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Into memory nothing can fail.
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn guarded(cell: &str) -> String {
    if cell.starts_with(FORMULA_STARTS) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The file that a person begins with: the columns by their `names`. It has no
/// example row, which somebody would one day leave in.
pub fn template(names: &[String]) -> String {
    write(&[names.to_vec()])
}

#[cfg(test)]
mod tests {
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
}
