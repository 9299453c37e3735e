use serde::{Deserialize, Serialize};

use super::AuditReason;

/// What became of what was tried (*Resultado*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditOutcome {
    /// It was done. Rows older than this column were all of things done.
    #[default]
    Done,
    /// A rule or a person said no.
    Refused(AuditReason),
    /// It came to nothing.
    Failed(AuditReason),
}

/// An outcome without its reason, as far as the log filters by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// See [`AuditOutcome::Done`].
    Done,
    /// See [`AuditOutcome::Refused`].
    Refused,
    /// See [`AuditOutcome::Failed`].
    Failed,
}

impl OutcomeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Done, Self::Refused, Self::Failed];

    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// The word that stands for it in the URL.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "hecho",
            Self::Refused => "rechazado",
            Self::Failed => "fallido",
        }
    }

    /// The kind that a URL's word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl AuditOutcome {
    /// It without its reason.
    pub const fn kind(self) -> OutcomeKind {
        match self {
            Self::Done => OutcomeKind::Done,
            Self::Refused(_) => OutcomeKind::Refused,
            Self::Failed(_) => OutcomeKind::Failed,
        }
    }

    /// Why it was not done.
    pub const fn reason(self) -> Option<AuditReason> {
        match self {
            Self::Done => None,
            Self::Refused(reason) | Self::Failed(reason) => Some(reason),
        }
    }

    /// From what the store has.
    pub fn from_codes(outcome: Option<&str>, reason: Option<&str>) -> Option<Self> {
        let reason = reason.map(AuditReason::from_code);
        match (outcome, reason) {
            (None | Some("done"), None) => Some(Self::Done),
            (Some("refused"), Some(reason)) => reason.map(Self::Refused),
            (Some("failed"), Some(reason)) => reason.map(Self::Failed),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_survives_being_stored() {
        let outcomes = AuditReason::ALL
            .iter()
            .flat_map(|reason| {
                [
                    AuditOutcome::Refused(*reason),
                    AuditOutcome::Failed(*reason),
                ]
            })
            .chain([AuditOutcome::Done]);
        for outcome in outcomes {
            let reason = outcome.reason().map(AuditReason::code);
            let read = AuditOutcome::from_codes(Some(outcome.kind().code()), reason);
            assert_eq!(read, Some(outcome));
        }
    }

    #[test]
    fn codes_that_disagree_are_no_outcome() {
        assert_eq!(
            AuditOutcome::from_codes(Some("done"), Some("wrong_pin")),
            None
        );
        assert_eq!(AuditOutcome::from_codes(Some("refused"), None), None);
    }
}
