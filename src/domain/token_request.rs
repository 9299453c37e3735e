//! A company's request for more tokens (*Solicitar más tokens*), and what the bank
//! answers.

use serde::{Deserialize, Serialize};

use super::error::{FieldError, FieldName, FieldProblem};
use super::grant::check_count;
use super::id::{CompanyId, TokenRequestId, UserId};
use super::time::Timestamp;

/// The most characters of what is said with a request, and of why it is declined.
pub const LONGEST_NOTE: usize = 300;

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenRequestState {
    /// It waits for the bank.
    Open,
    /// The bank granted tokens.
    Granted {
        /// How many, which need not be those that were asked for.
        tokens: u32,
        /// When.
        at: Timestamp,
    },
    /// The bank declined it.
    Declined {
        /// Why, in the operator's words.
        reason: String,
        /// When.
        at: Timestamp,
    },
    /// The company took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    /// Its name inside Llavero.
    pub id: TokenRequestId,
    /// Whose.
    pub company: CompanyId,
    /// The administrator who asked.
    pub requested_by: UserId,
    /// How many tokens they asked for.
    pub tokens: u32,
    /// What they said with it; may be empty.
    pub note: String,
    /// Where it stands.
    pub state: TokenRequestState,
    /// When it was made.
    pub requested_at: Timestamp,
    /// Grows by one with each change.
    pub version: i64,
}

/// The request is settled already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the request is settled already")]
pub struct RequestSettled;

impl TokenRequest {
    /// The request settled so; an open one only.
    ///
    /// # Errors
    /// [`RequestSettled`] when it is not open.
    pub fn settle(self, state: TokenRequestState) -> Result<Self, RequestSettled> {
        match self.state {
            TokenRequestState::Open => Ok(Self {
                state,
                version: self.version + 1,
                ..self
            }),
            _ => Err(RequestSettled),
        }
    }
}

/// A request as the form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TokenRequestDraft {
    /// How many tokens, as it was typed.
    pub tokens: String,
    /// What is said with it.
    pub note: String,
}

impl TokenRequestDraft {
    /// How many tokens, and what is said.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn check(&self) -> Result<(u32, String), Vec<FieldError>> {
        match (check_count(&self.tokens), check_text(&self.note)) {
            (Ok(tokens), Ok(note)) => Ok((tokens, note)),
            (tokens, note) => {
                let note = note.err().map(|problem| FieldError {
                    field: FieldName::Note,
                    problem,
                });
                Err(tokens.err().into_iter().chain(note).collect())
            }
        }
    }
}

/// Why a request is declined, which the company reads.
///
/// # Errors
/// What is wrong with it.
pub fn check_reason(text: &str) -> Result<String, FieldError> {
    let wrong = |problem| FieldError {
        field: FieldName::DeclineReason,
        problem,
    };
    match check_text(text) {
        Ok(reason) if reason.is_empty() => Err(wrong(FieldProblem::Missing)),
        Ok(reason) => Ok(reason),
        Err(problem) => Err(wrong(problem)),
    }
}

/// Words in one line, with single spaces.
fn check_text(text: &str) -> Result<String, FieldProblem> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST_NOTE {
        return Err(FieldProblem::TooLong);
    }
    if text.chars().any(char::is_control) {
        return Err(FieldProblem::Malformed);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn open() -> TokenRequest {
        TokenRequest {
            id: TokenRequestId::new(NOW, [1; 10]),
            company: CompanyId::new(NOW, [2; 10]),
            requested_by: UserId::new(NOW, [3; 10]),
            tokens: 10,
            note: String::new(),
            state: TokenRequestState::Open,
            requested_at: NOW,
            version: 1,
        }
    }

    #[test]
    fn a_request_is_settled_once() {
        let withdrawn = open()
            .settle(TokenRequestState::Withdrawn { at: NOW })
            .unwrap();
        assert_eq!(withdrawn.version, 2);
        let granted = TokenRequestState::Granted {
            tokens: 10,
            at: NOW,
        };
        assert_eq!(withdrawn.settle(granted), Err(RequestSettled));
    }

    #[test]
    fn a_note_may_be_missing_and_a_reason_may_not() {
        let draft = TokenRequestDraft {
            tokens: "10".to_owned(),
            note: "  ".to_owned(),
        };
        assert_eq!(draft.check(), Ok((10, String::new())));
        assert!(check_reason(" ").is_err());
        assert_eq!(
            check_reason(" Falta  el contrato "),
            Ok("Falta el contrato".to_owned())
        );
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let draft = TokenRequestDraft {
            tokens: "0".to_owned(),
            note: "x".repeat(301),
        };
        assert_eq!(draft.check().unwrap_err().len(), 2);
    }
}
