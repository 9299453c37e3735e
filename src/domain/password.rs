//! What a password that a person chooses has to be, and the link with which they
//! choose it.

use std::fmt;
use std::str::FromStr;

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::FieldProblem;
use super::text::in_lower_case;

/// The fewest characters of a password: what NIST SP 800-63B-4 §3.1.1.2 asks for
/// with some room.
pub const SHORTEST_PASSWORD: usize = 12;
/// The most.
pub const LONGEST_PASSWORD: usize = 128;

/// How many different characters a password has at least.
const FEWEST_DIFFERENT: usize = 5;

/// Whether a person may choose this password. Length is what counts; no kind of
/// character is asked for.
///
/// # Errors
/// What is wrong with it: too short, too long, or too easy, which is one that
/// repeats few characters or holds one of `names`, such as the person's own.
pub fn check_password(password: &str, names: &[&str]) -> Result<(), FieldProblem> {
    match password.chars().count() {
        0 => return Err(FieldProblem::Missing),
        length if length < SHORTEST_PASSWORD => return Err(FieldProblem::TooShort),
        length if length > LONGEST_PASSWORD => return Err(FieldProblem::TooLong),
        _ => {}
    }
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    let lower = in_lower_case(password);
    let holds = |name: &&str| name.chars().count() > 2 && lower.contains(&in_lower_case(name));
    let is_row = is_row(&lower);
    if different.len() < FEWEST_DIFFERENT || is_row || names.iter().any(holds) {
        return Err(FieldProblem::TooEasy);
    }
    Ok(())
}

/// Whether each character follows the one before it, as in `123456789012`.
fn is_row(text: &str) -> bool {
    let codes: Vec<u32> = text.chars().map(u32::from).collect();
    let steps = |by: fn(u32) -> u32| {
        let follows = codes
            .windows(2)
            .filter(|pair| by(pair[0]) == pair[1])
            .count();
        // A row may begin anew once or twice.
        follows + 3 >= codes.len()
    };
    steps(|code| code + 1) || steps(|code| code.wrapping_sub(1))
}

/// The secret of a link with which one person chooses their password once: 128
/// bits.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordCode([u8; 16]);

/// The text is not the code of such a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the code of a link")]
pub struct NotAPasswordCode;

impl PasswordCode {
    /// The code with these random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// SHA-256 of its bytes after a word of its own: all that is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"llavero password link v1")
            .chain_update(self.0)
            .finalize()
            .into()
    }
}

impl fmt::Display for PasswordCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Base64UrlUnpadded::encode_string(&self.0))
    }
}

/// Hides the secret from logs.
impl fmt::Debug for PasswordCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PasswordCode(…)")
    }
}

impl FromStr for PasswordCode {
    type Err = NotAPasswordCode;

    fn from_str(text: &str) -> Result<Self, NotAPasswordCode> {
        let bytes = Base64UrlUnpadded::decode_vec(text.trim()).map_err(|_| NotAPasswordCode)?;
        bytes.try_into().map(Self).map_err(|_| NotAPasswordCode)
    }
}

/// Why a link to choose a password cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkFault {
    /// It is none, was used, or another was sent since: which is not said.
    Unusable,
    /// Its time ran out.
    Expired,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_password_of_any_kind_is_good() {
        for password in ["caballo grapa pila", "Tq8-mm2#xLp0", "ñandú corre lejos"] {
            assert_eq!(check_password(password, &["LauraG", "andina"]), Ok(()));
        }
    }

    #[test]
    fn a_password_that_is_guessed_first_is_refused() {
        for (password, problem) in [
            ("", FieldProblem::Missing),
            ("corta", FieldProblem::TooShort),
            ("aaaaaaaaaaaaaaa", FieldProblem::TooEasy),
            ("abababababababab", FieldProblem::TooEasy),
            ("123456789012", FieldProblem::TooEasy),
            ("abcdefghijklmn", FieldProblem::TooEasy),
            ("LAURAG-2027-x!", FieldProblem::TooEasy),
            ("la de andina es", FieldProblem::TooEasy),
        ] {
            let checked = check_password(password, &["LauraG", "andina"]);
            assert_eq!(checked, Err(problem), "{password:?}");
        }
        let long = "x1y2z".repeat(26);
        assert_eq!(check_password(&long, &[]), Err(FieldProblem::TooLong));
    }

    proptest! {
        #[test]
        fn a_code_survives_being_written_and_read(bytes in any::<[u8; 16]>()) {
            let code = PasswordCode::from_bytes(bytes);
            prop_assert_eq!(code.to_string().parse(), Ok(code));
        }

        #[test]
        fn no_text_makes_the_checks_panic(text in "\\PC{0,160}") {
            let _ = (check_password(&text, &[&text]), text.parse::<PasswordCode>());
        }
    }
}
