use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// Crockford's base 32: no I, L, O or U, so that nothing is read wrong aloud.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS: usize = 26;
const GROUP: usize = 5;

/// The secret that invites one device to enrol: 128 bits, used once.
///
/// Its text is 26 symbols in groups of five; reading it forgives lower case,
/// spaces, hyphens, and O, I and L for 0 and 1.
#[derive(Clone, PartialEq, Eq)]
pub struct InvitationCode([u8; 16]);

/// The text is not an invitation's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an invitation code")]
pub struct NotAnInvitationCode;

impl InvitationCode {
    /// The code with these random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// SHA-256 of the code's 16 bytes: all that is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl fmt::Display for InvitationCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = u128::from_be_bytes(self.0);
        for index in 0..SYMBOLS {
            if index > 0 && index % GROUP == 0 {
                formatter.write_str("-")?;
            }
            let shift = 5 * (SYMBOLS - 1 - index);
            let symbol = usize::try_from((value >> shift) & 31).unwrap_or(0);
            write!(formatter, "{}", char::from(ALPHABET[symbol]))?;
        }
        Ok(())
    }
}

/// Hides the secret from logs.
impl fmt::Debug for InvitationCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("InvitationCode(…)")
    }
}

impl FromStr for InvitationCode {
    type Err = NotAnInvitationCode;

    fn from_str(text: &str) -> Result<Self, NotAnInvitationCode> {
        let mut value = 0_u128;
        let mut count = 0_usize;
        for character in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let symbol = match character.to_ascii_uppercase() {
                'O' => b'0',
                'I' | 'L' => b'1',
                other => u8::try_from(other).map_err(|_| NotAnInvitationCode)?,
            };
            let digit = ALPHABET
                .iter()
                .position(|known| *known == symbol)
                .ok_or(NotAnInvitationCode)?;
            // 26 symbols hold 130 bits: the first may only use its last three.
            if count == SYMBOLS || (count == 0 && digit > 7) {
                return Err(NotAnInvitationCode);
            }
            value = (value << 5) | digit as u128;
            count += 1;
        }
        if count == SYMBOLS {
            Ok(Self(value.to_be_bytes()))
        } else {
            Err(NotAnInvitationCode)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_survives_being_written_and_typed(bytes in any::<[u8; 16]>()) {
            let code = InvitationCode::from_bytes(bytes);
            let text = code.to_string();
            prop_assert_eq!(text.len(), 31);
            prop_assert_eq!(&text.parse::<InvitationCode>().unwrap(), &code);
            let sloppy = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(&sloppy.parse::<InvitationCode>().unwrap(), &code);
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,60}") {
            let _ = text.parse::<InvitationCode>();
        }
    }

    #[test]
    fn a_code_too_short_too_long_or_too_large_is_refused() {
        for text in [
            "",
            "00000",
            &"0".repeat(25),
            &"0".repeat(27),
            &"Z".repeat(26),
            &"U".repeat(26),
        ] {
            assert_eq!(
                text.parse::<InvitationCode>(),
                Err(NotAnInvitationCode),
                "{text}"
            );
        }
    }
}
