//! What an operation will do and what it did, each in one sentence, told from
//! the signed bytes alone.

use crate::domain::operation::OperationKind;
use crate::domain::protocol::{Challenge, ChallengeBatch, ChallengeSubject, ChallengeToken};
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::i18n::{Locale, Message};

/// What approving will do.
pub fn future(challenge: &Challenge, locale: Locale) -> String {
    let subject = match &challenge.subject {
        ChallengeSubject::Token(subject) => subject,
        ChallengeSubject::Batch(batch) => {
            let words = match challenge.kind {
                OperationKind::Assign => Words::WillAssignMany,
                OperationKind::Activate => Words::WillActivateMany,
                _ => Words::WillChangeMany,
            };
            return fill_many(words, challenge, batch, locale);
        }
    };
    let words = match challenge.kind {
        OperationKind::Assign => Words::WillAssign,
        OperationKind::Cancel => Words::WillCancel,
        OperationKind::Activate => Words::WillActivate,
        OperationKind::Unblock => Words::WillUnblock,
        OperationKind::ReplaceDevice => Words::WillReplaceDevice,
        OperationKind::Unassign => Words::WillUnassign,
        OperationKind::UnassignRestoringPhysical => Words::WillUnassignRestoring,
    };
    fill(words, challenge, subject, locale)
}

/// What approving did.
pub fn past(challenge: &Challenge, locale: Locale) -> String {
    let subject = match &challenge.subject {
        ChallengeSubject::Token(subject) => subject,
        ChallengeSubject::Batch(batch) => {
            return fill_many(Words::DidStartMany, challenge, batch, locale);
        }
    };
    let words = match challenge.kind {
        OperationKind::Assign => Words::DidAssign,
        OperationKind::Cancel => Words::DidCancel,
        OperationKind::Activate => Words::DidActivate,
        OperationKind::Unblock => Words::DidUnblock,
        OperationKind::ReplaceDevice => Words::DidReplaceDevice,
        OperationKind::Unassign => Words::DidUnassign,
        OperationKind::UnassignRestoringPhysical => Words::DidUnassignRestoring,
    };
    fill(words, challenge, subject, locale)
}

fn fill_many(
    words: Words,
    challenge: &Challenge,
    batch: &ChallengeBatch,
    locale: Locale,
) -> String {
    let count = batch.items.to_string();
    words.fill(
        locale,
        &[("count", &count), ("company", &challenge.company_name)],
    )
}

fn fill(words: Words, challenge: &Challenge, subject: &ChallengeToken, locale: Locale) -> String {
    let serial = subject.serial.to_string();
    words.fill(
        locale,
        &[
            ("serial", &serial),
            ("company", &challenge.company_name),
            ("person", &person(subject)),
        ],
    )
}

/// The user it is about: `VictorP1 (Víctor Pérez)`.
pub fn person(challenge: &ChallengeToken) -> String {
    if challenge.holder_full_name.is_empty() {
        challenge.holder_username.clone()
    } else {
        format!(
            "{} ({})",
            challenge.holder_username, challenge.holder_full_name
        )
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::id::{CompanyId, ConfirmationId, DeviceId, OperationId, UserId};
    use crate::domain::serial::Serial;
    use crate::domain::time::Timestamp;

    pub fn challenge(kind: OperationKind) -> Challenge {
        let at = Timestamp::from_seconds(1_800_000_000);
        Challenge {
            v: 1,
            purpose: Challenge::PURPOSE.to_owned(),
            audience: "https://llavero.example".to_owned(),
            confirmation: ConfirmationId::new(at, [1; 10]),
            operation: OperationId::new(at, [2; 10]),
            kind,
            company: CompanyId::new(at, [3; 10]),
            company_name: "Entelgy".to_owned(),
            subject: ChallengeSubject::Token(ChallengeToken {
                serial: Serial::from_number(4_900_035).unwrap(),
                token_version: 1,
                holder: UserId::new(at, [4; 10]),
                holder_username: "VictorP1".to_owned(),
                holder_full_name: "Víctor Pérez".to_owned(),
            }),
            requested_by: UserId::new(at, [5; 10]),
            requested_by_username: "EntelgyAdmin".to_owned(),
            first_approval: None,
            device: DeviceId::new(at, [6; 10]),
            nonce: [7; 32].into(),
            issued_at: at,
            expires_at: at.plus(std::time::Duration::from_secs(120)),
        }
    }

    #[test]
    fn an_assignment_is_told_in_one_sentence() {
        assert_eq!(
            future(&challenge(OperationKind::Assign), Locale::Spanish),
            "Asignar el token FEF4900035 a VictorP1 (Víctor Pérez) de Entelgy"
        );
    }

    #[test]
    fn every_kind_names_the_token_and_the_person_before_and_after() {
        for kind in OperationKind::ALL {
            for locale in [Locale::Spanish, Locale::English] {
                let challenge = challenge(kind);
                for sentence in [future(&challenge, locale), past(&challenge, locale)] {
                    assert!(sentence.contains("FEF4900035"), "{sentence}");
                    assert!(sentence.contains("VictorP1 (Víctor Pérez)"), "{sentence}");
                    assert!(!sentence.contains('{'), "{sentence}");
                }
            }
        }
    }

    #[test]
    fn a_batch_is_told_with_its_count_and_its_company() {
        let batch = |kind| Challenge {
            subject: ChallengeSubject::Batch(ChallengeBatch {
                items: 40,
                list_hash: [8; 32].into(),
            }),
            ..challenge(kind)
        };
        for kind in [OperationKind::Assign, OperationKind::Activate] {
            for locale in [Locale::Spanish, Locale::English] {
                for sentence in [future(&batch(kind), locale), past(&batch(kind), locale)] {
                    assert!(sentence.contains("40"), "{sentence}");
                    assert!(!sentence.contains('{'), "{sentence}");
                }
                assert!(future(&batch(kind), locale).contains("Entelgy"));
            }
        }
    }

    #[test]
    fn no_two_kinds_sound_alike() {
        let sentences: std::collections::HashSet<String> = OperationKind::ALL
            .into_iter()
            .map(|kind| future(&challenge(kind), Locale::Spanish))
            .collect();
        assert_eq!(sentences.len(), OperationKind::ALL.len());
    }
}
