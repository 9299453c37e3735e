//! Text made ready to be compared.

/// The text in lower case, without accents, with single spaces: two texts that
/// a person takes for the same become the same.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for character in word.chars().flat_map(char::to_lowercase) {
            match unaccented(character) {
                Some(base) => out.push_str(base),
                // A combining accent, as a text in decomposed form has.
                None if ('\u{300}'..='\u{36f}').contains(&character) => {}
                // PostgreSQL's text cannot hold it.
                None if character == '\0' => {}
                None => out.push(character),
            }
        }
    }
    out
}

/// The text with its letters of ASCII and Latin-1 in lower case. That is enough for
/// names in Spanish, and costs the browser nothing; all of Unicode's letters
/// would cost it 23 kB of tables (ADR 24).
pub fn in_lower_case(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            // They stand 32 places before their small ones.
            'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
            _ => letter.to_ascii_lowercase(),
        })
        .collect()
}

/// The plain letter under a Latin one with an accent.
const fn unaccented(character: char) -> Option<&'static str> {
    Some(match character {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_spaces_make_no_difference() {
        assert_eq!(folded("  JOSÉ  Peña\tÑuñez "), "jose pena nunez");
        assert_eq!(folded("Jose\u{301}"), folded("José"));
        assert_eq!(folded("İstanbul"), "istanbul");
    }

    proptest! {
        #[test]
        fn names_in_spanish_have_the_small_letters_of_unicode(text in "[A-Za-zÀ-ÿ0-9 .-]{0,30}") {
            prop_assert_eq!(in_lower_case(&text), text.to_lowercase());
        }

        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,30}") {
            prop_assert_eq!(folded(&folded(&text)), folded(&text));
        }
    }
}
