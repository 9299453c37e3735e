//! From a file's bytes to its text.

use serde::{Deserialize, Serialize};

use super::LARGEST_FILE;
use super::sheet::SheetProblem;

/// How a file's letters were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, as Excel's "Unicode text".
    Utf16,
    /// Windows-1252, as older Excel saves a CSV. It is what is left when the
    /// bytes are nothing else, so that the person is told to look at the accents.
    Windows1252,
}

/// A file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// How it was written.
    pub encoding: TextEncoding,
}

/// The letters that Windows-1252 has at 0x80 to 0x9f (WHATWG Encoding §9.1); the
/// replacement character where it has none.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// Reads a file's bytes as text.
///
/// # Errors
/// [`SheetProblem::Empty`] for no bytes; [`SheetProblem::TooLarge`];
/// [`SheetProblem::Workbook`] for a workbook of Excel;
/// [`SheetProblem::NotText`] for anything else that is no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, SheetProblem> {
    if bytes.is_empty() {
        return Err(SheetProblem::Empty);
    }
    if bytes.len() > LARGEST_FILE {
        return Err(SheetProblem::TooLarge);
    }
    // A ZIP archive, as .xlsx and .ods are, and the older .xls.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(SheetProblem::Workbook);
    }
    let decoded = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => utf8_or_windows(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
    };
    if decoded.text.chars().any(is_no_text) {
        return Err(SheetProblem::NotText);
    }
    if decoded.text.trim().is_empty() {
        return Err(SheetProblem::Empty);
    }
    Ok(decoded)
}

/// A control character that no table has.
pub(super) fn is_no_text(character: char) -> bool {
    character == '\u{fffd}' || (character.is_control() && !"\t\r\n".contains(character))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Decoded, SheetProblem> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(SheetProblem::NotText);
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    Ok(Decoded {
        text: text.map_err(|_| SheetProblem::NotText)?,
        encoding: TextEncoding::Utf16,
    })
}

fn utf8_or_windows(bytes: &[u8]) -> Decoded {
    match str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: text.to_owned(),
            encoding: TextEncoding::Utf8,
        },
        Err(_) => Decoded {
            text: bytes.iter().copied().map(windows_letter).collect(),
            encoding: TextEncoding::Windows1252,
        },
    }
}

fn windows_letter(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_excel_saves_is_read_with_its_accents() {
        let peña = "Usuario;Peña";
        for (bytes, encoding) in [
            (peña.as_bytes().to_vec(), TextEncoding::Utf8),
            (
                [b"\xef\xbb\xbf", peña.as_bytes()].concat(),
                TextEncoding::Utf8,
            ),
            (b"Usuario;Pe\xf1a".to_vec(), TextEncoding::Windows1252),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (peña, encoding));
        }
        for (mark, write) in [
            ([0xff, 0xfe], u16::to_le_bytes as fn(u16) -> [u8; 2]),
            ([0xfe, 0xff], u16::to_be_bytes),
        ] {
            let mut bytes = mark.to_vec();
            bytes.extend(peña.encode_utf16().flat_map(write));
            assert_eq!(decode(&bytes).unwrap().text, peña);
        }
        assert_eq!(decode(b"\x80 10").unwrap().text, "€ 10");
    }

    #[test]
    fn what_is_no_text_is_told_apart() {
        for (bytes, problem) in [
            (b"".to_vec(), SheetProblem::Empty),
            (b" \r\n\t".to_vec(), SheetProblem::Empty),
            (b"PK\x03\x04...".to_vec(), SheetProblem::Workbook),
            (b"\x89PNG\r\n\x1a\n\0".to_vec(), SheetProblem::NotText),
            (b"a\x81b".to_vec(), SheetProblem::NotText),
            (vec![0xff, 0xfe, 0x41], SheetProblem::NotText),
            (vec![b'a'; LARGEST_FILE + 1], SheetProblem::TooLarge),
        ] {
            assert_eq!(decode(&bytes), Err(problem));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn every_text_is_read_as_it_was_written(text in "[ -~áéíóúñÑ€\n]{1,80}") {
            prop_assume!(!text.trim().is_empty() && !text.starts_with("PK"));
            prop_assert_eq!(decode(text.as_bytes()).unwrap().text, text);
        }
    }
}
