//! The serial number printed on a token.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

const PREFIX: &str = "FEF";
/// The largest number that a serial can have.
pub const LARGEST: u32 = 9_999_999;

/// A token's serial: `FEF` and seven digits, unique across the bank
/// (DESIGN §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Serial(u32);

/// The text is not a serial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a serial is FEF and seven digits")]
pub struct NotASerial;

impl Serial {
    /// The serial with this number; `None` above 9,999,999.
    pub const fn from_number(number: u32) -> Option<Self> {
        if number > LARGEST {
            None
        } else {
            Some(Self(number))
        }
    }

    /// The serial that a person typed: in whichever case, with spaces or hyphens,
    /// with its prefix or without.
    pub fn typed(text: &str) -> Option<Self> {
        let text: String = text
            .chars()
            .filter(|character| !character.is_whitespace() && *character != '-')
            .map(|character| character.to_ascii_uppercase())
            .collect();
        let digits = text.strip_prefix(PREFIX).unwrap_or(&text);
        format!("{PREFIX}{digits}").parse().ok()
    }

    /// The serial's number without its prefix.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{PREFIX}{:07}", self.0)
    }
}

impl FromStr for Serial {
    type Err = NotASerial;

    fn from_str(text: &str) -> Result<Self, NotASerial> {
        let digits = text.strip_prefix(PREFIX).ok_or(NotASerial)?;
        if digits.len() != 7 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotASerial);
        }
        digits.parse().map(Self).map_err(|_| NotASerial)
    }
}

impl TryFrom<String> for Serial {
    type Error = NotASerial;

    fn try_from(text: String) -> Result<Self, NotASerial> {
        text.parse()
    }
}

impl From<Serial> for String {
    fn from(serial: Serial) -> Self {
        serial.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_serial_is_written_with_its_prefix_and_seven_digits() {
        assert_eq!(
            Serial::from_number(4_900_032).unwrap().to_string(),
            "FEF4900032"
        );
        assert_eq!(Serial::from_number(7).unwrap().to_string(), "FEF0000007");
        assert_eq!(Serial::from_number(10_000_000), None);
    }

    #[test]
    fn a_serial_is_read_however_it_was_typed() {
        for text in ["FEF4900032", " fef 490 0032 ", "4900032", "FEF-4900032"] {
            assert_eq!(
                Serial::typed(text),
                Serial::from_number(4_900_032),
                "{text}"
            );
        }
        for text in ["", "FEF", "49000", "FEFFEF4900032", "FEF49000321"] {
            assert_eq!(Serial::typed(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_serial_is_refused() {
        for text in [
            "",
            "FEF",
            "FEF490003",
            "FEF49000321",
            "fef4900032",
            "ABC4900032",
            "FEF49000x2",
            "FEF+900032",
        ] {
            assert_eq!(text.parse::<Serial>(), Err(NotASerial), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_serial_survives_being_written_and_read(number in 0_u32..=LARGEST) {
            let serial = Serial::from_number(number).unwrap();
            prop_assert_eq!(serial.to_string().parse(), Ok(serial));
        }
    }
}
