//! Text made ready to be stored and searched.

pub(super) use crate::domain::text::folded;

/// What a person typed, without the one character that PostgreSQL's text cannot
/// hold.
pub(super) fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A pattern for `LIKE … ESCAPE '\'` that finds the text anywhere.
pub(super) fn pattern(search: &str) -> String {
    let mut out = String::from("%");
    for character in folded(search).chars() {
        if matches!(character, '%' | '_' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('%');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wildcard_in_a_search_stands_for_itself() {
        assert_eq!(pattern(r"50%_\x"), r"%50\%\_\\x%");
        assert_eq!(pattern("  "), "%%");
    }
}
