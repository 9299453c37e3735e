//! How many tokens the bank grants at once, and companies ask for.

use serde::{Deserialize, Serialize};

use super::error::{FieldError, FieldName, FieldProblem};
use super::id::CompanyId;
use super::serial::Serial;

/// The most tokens of one grant, and of one request for more.
pub const MOST_GRANTED: u32 = 1_000;

/// Reads how many tokens somebody typed.
///
/// # Errors
/// What is wrong with it.
pub fn check_count(text: &str) -> Result<u32, FieldError> {
    let problem = match text.trim() {
        "" => FieldProblem::Missing,
        text => match text.parse() {
            Ok(count) if (1..=MOST_GRANTED).contains(&count) => return Ok(count),
            Ok(_) | Err(_) => FieldProblem::Malformed,
        },
    };
    Err(FieldError {
        field: FieldName::TokenCount,
        problem,
    })
}

/// So many tokens for a company that was seen with so many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantOrder {
    /// Which company.
    pub company: CompanyId,
    /// How many, as it was typed.
    pub count: String,
    /// How many tokens the company ever got, as the operator saw it: an order
    /// that comes twice, or after another operator's, is refused.
    pub seen_granted: u64,
}

/// What was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    /// How many.
    pub count: u32,
    /// The lowest serial.
    pub first: Serial,
    /// The highest.
    pub last: Serial,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_has_one_token_at_least_and_a_thousand_at_most() {
        for (text, count) in [("1", Some(1)), (" 1000 ", Some(1_000))] {
            assert_eq!(check_count(text).ok(), count);
        }
        for text in ["", "0", "1001", "-3", "2.5", "diez", "99999999999"] {
            assert!(check_count(text).is_err(), "{text:?}");
        }
    }
}
