//! One operation on many tokens: how many at most, how far it has come, and
//! what became of each.

use serde::{Deserialize, Serialize};

use super::error::RequestError;

/// As many as one operation changes at most: every user of a large company.
pub const LARGEST_BATCH: usize = 10_000;

/// As many as one request changes at once, without a confirmation; a browser
/// that has more goes piece by piece and shows how far it has come.
pub const LARGEST_PIECE: usize = 100;

/// What became of one token of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemOutcome {
    /// It was changed.
    Done,
    /// It was not; this is why.
    Failed(RequestError),
}

impl ItemOutcome {
    /// The word that stands for it in the store.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed(_) => "failed",
        }
    }

    /// Why it failed, as the store keeps it.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Done => None,
            Self::Failed(error) => serde_json::to_string(error).ok(),
        }
    }

    /// The outcome that these stand for.
    pub fn from_parts(code: &str, reason: Option<&str>) -> Option<Self> {
        match (code, reason) {
            ("done", None) => Some(Self::Done),
            ("failed", Some(reason)) => serde_json::from_str(reason).ok().map(Self::Failed),
            _ => None,
        }
    }
}

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BatchProgress {
    /// How many tokens it is about.
    pub items: u32,
    /// How many were changed.
    pub done: u32,
    /// How many could not be.
    pub failed: u32,
}

impl BatchProgress {
    /// How many have been looked at.
    pub const fn settled(self) -> u32 {
        self.done.saturating_add(self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::error::Conflict;

    #[test]
    fn an_outcome_survives_being_stored() {
        for outcome in [
            ItemOutcome::Done,
            ItemOutcome::Failed(RequestError::NotFound),
            ItemOutcome::Failed(Conflict::ChangedMeanwhile.into()),
        ] {
            let reason = outcome.reason();
            let read = ItemOutcome::from_parts(outcome.code(), reason.as_deref());
            assert_eq!(read, Some(outcome));
        }
    }

    #[test]
    fn an_outcome_without_its_reason_is_none() {
        assert_eq!(ItemOutcome::from_parts("failed", None), None);
        assert_eq!(ItemOutcome::from_parts("done", Some("x")), None);
        assert_eq!(ItemOutcome::from_parts("", None), None);
    }
}
