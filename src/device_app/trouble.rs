//! What can go wrong, and the words for it: each trouble has a sentence and a
//! next step of its own.

use super::keys::KeysFailed;
use super::vault::VaultFailed;
use crate::domain::protocol::DeviceFault;
use crate::domain::protocol::client::ClientError;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::i18n::{Locale, Message};

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The server was not reached.
    Offline,
    /// The server refused.
    Refused(DeviceFault),
    /// The browser's keys or storage failed.
    Browser,
    /// This browser has no such token.
    NotLinked,
}

impl From<DeviceFault> for Trouble {
    fn from(fault: DeviceFault) -> Self {
        Self::Refused(fault)
    }
}

impl From<KeysFailed> for Trouble {
    fn from(_: KeysFailed) -> Self {
        Self::Browser
    }
}

impl From<VaultFailed> for Trouble {
    fn from(_: VaultFailed) -> Self {
        Self::Browser
    }
}

impl From<ClientError<KeysFailed>> for Trouble {
    fn from(error: ClientError<KeysFailed>) -> Self {
        match error {
            ClientError::Keys(KeysFailed) => Self::Browser,
            ClientError::Malformed => Self::Refused(DeviceFault::Malformed),
        }
    }
}

impl Trouble {
    /// What happened, in one sentence.
    pub fn title(&self, locale: Locale) -> String {
        let (title, _) = self.words();
        self.fill(title, locale)
    }

    /// What can be done about it.
    pub fn next(&self, locale: Locale) -> String {
        let (_, next) = self.words();
        self.fill(next, locale)
    }

    /// Whether the operation that was being answered has ended, so that trying
    /// again cannot help.
    pub const fn ends_operation(&self) -> bool {
        match self {
            Self::Offline | Self::Browser => false,
            Self::NotLinked => true,
            Self::Refused(fault) => match fault {
                DeviceFault::Malformed
                | DeviceFault::ClockOff { .. }
                | DeviceFault::Replayed
                | DeviceFault::TooMany { .. }
                | DeviceFault::Unavailable => false,
                DeviceFault::WrongNumber { left } | DeviceFault::WrongPin { left } => *left == 0,
                DeviceFault::InvitationInvalid
                | DeviceFault::InvitationExpired
                | DeviceFault::NotRecognised
                | DeviceFault::Blocked
                | DeviceFault::Suspended
                | DeviceFault::NoSuchOperation
                | DeviceFault::WrongChallenge
                | DeviceFault::Expired
                | DeviceFault::AlreadySettled
                | DeviceFault::Superseded
                | DeviceFault::NotAllowed => true,
            },
        }
    }

    /// Whether the invitation that was being used is of no more use.
    pub const fn ends_enrolment(&self) -> bool {
        matches!(
            self,
            Self::Refused(DeviceFault::InvitationInvalid | DeviceFault::InvitationExpired)
        )
    }

    const fn words(&self) -> (Words, Words) {
        match self {
            Self::Offline => (Words::OfflineTitle, Words::OfflineNext),
            Self::Browser => (Words::BrowserTitle, Words::BrowserNext),
            Self::NotLinked => (Words::NotLinkedTitle, Words::NotLinkedNext),
            Self::Refused(fault) => fault_words(fault),
        }
    }

    fn fill(&self, words: Words, locale: Locale) -> String {
        let value = match self {
            Self::Refused(DeviceFault::WrongNumber { left } | DeviceFault::WrongPin { left }) => {
                left.to_string()
            }
            Self::Refused(DeviceFault::TooMany { retry_after }) => retry_after.to_string(),
            _ => String::new(),
        };
        words.fill(locale, &[("left", &value), ("seconds", &value)])
    }
}

const fn fault_words(fault: &DeviceFault) -> (Words, Words) {
    match fault {
        DeviceFault::Malformed => (Words::MalformedTitle, Words::MalformedNext),
        DeviceFault::InvitationInvalid => {
            (Words::InvitationInvalidTitle, Words::InvitationInvalidNext)
        }
        DeviceFault::InvitationExpired => {
            (Words::InvitationExpiredTitle, Words::InvitationExpiredNext)
        }
        DeviceFault::NotRecognised => (Words::NotRecognisedTitle, Words::NotRecognisedNext),
        DeviceFault::ClockOff { .. } => (Words::ClockOffTitle, Words::ClockOffNext),
        DeviceFault::Replayed => (Words::ReplayedTitle, Words::ReplayedNext),
        DeviceFault::Blocked => (Words::BlockedTitle, Words::BlockedNext),
        DeviceFault::Suspended => (Words::SuspendedTitle, Words::SuspendedNext),
        DeviceFault::NoSuchOperation => (Words::NoSuchOperationTitle, Words::NoSuchOperationNext),
        DeviceFault::WrongChallenge => (Words::WrongChallengeTitle, Words::WrongChallengeNext),
        DeviceFault::Expired => (Words::ExpiredTitle, Words::ExpiredNext),
        DeviceFault::AlreadySettled => (Words::AlreadySettledTitle, Words::AlreadySettledNext),
        DeviceFault::Superseded => (Words::SupersededTitle, Words::SupersededNext),
        DeviceFault::WrongNumber { left: 0 } => (Words::WrongNumberEnd, Words::WrongNumberEndNext),
        DeviceFault::WrongNumber { left: 1 } => (Words::WrongNumberOne, Words::WrongNumberNext),
        DeviceFault::WrongNumber { .. } => (Words::WrongNumberMany, Words::WrongNumberNext),
        DeviceFault::WrongPin { left: 0 } => (Words::WrongPinEnd, Words::WrongPinEndNext),
        DeviceFault::WrongPin { left: 1 } => (Words::WrongPinOne, Words::WrongPinNext),
        DeviceFault::WrongPin { .. } => (Words::WrongPinMany, Words::WrongPinNext),
        DeviceFault::NotAllowed => (Words::NotAllowedTitle, Words::NotAllowedNext),
        DeviceFault::TooMany { .. } => (Words::TooManyTitle, Words::TooManyNext),
        DeviceFault::Unavailable => (Words::UnavailableTitle, Words::UnavailableNext),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::time::Timestamp;

    fn all() -> Vec<Trouble> {
        let faults = [
            DeviceFault::Malformed,
            DeviceFault::InvitationInvalid,
            DeviceFault::InvitationExpired,
            DeviceFault::NotRecognised,
            DeviceFault::ClockOff {
                server_time: Timestamp::from_seconds(0),
            },
            DeviceFault::Replayed,
            DeviceFault::Blocked,
            DeviceFault::Suspended,
            DeviceFault::NoSuchOperation,
            DeviceFault::WrongChallenge,
            DeviceFault::Expired,
            DeviceFault::AlreadySettled,
            DeviceFault::Superseded,
            DeviceFault::WrongNumber { left: 2 },
            DeviceFault::WrongNumber { left: 1 },
            DeviceFault::WrongNumber { left: 0 },
            DeviceFault::WrongPin { left: 4 },
            DeviceFault::WrongPin { left: 1 },
            DeviceFault::WrongPin { left: 0 },
            DeviceFault::NotAllowed,
            DeviceFault::TooMany { retry_after: 30 },
            DeviceFault::Unavailable,
        ];
        faults
            .into_iter()
            .map(Trouble::Refused)
            .chain([Trouble::Offline, Trouble::Browser, Trouble::NotLinked])
            .collect()
    }

    #[test]
    fn every_trouble_has_words_of_its_own_and_a_next_step() {
        for locale in [Locale::Spanish, Locale::English] {
            let titles: HashSet<String> =
                all().iter().map(|trouble| trouble.title(locale)).collect();
            assert_eq!(titles.len(), all().len());
            assert!(all().iter().all(|trouble| !trouble.next(locale).is_empty()));
        }
    }

    #[test]
    fn no_place_is_left_unfilled() {
        for trouble in all() {
            for locale in [Locale::Spanish, Locale::English] {
                let text = trouble.title(locale) + &trouble.next(locale);
                assert!(!text.contains('{'), "{text}");
            }
        }
    }

    #[test]
    fn a_wrong_pin_says_how_many_tries_are_left() {
        let trouble = Trouble::from(DeviceFault::WrongPin { left: 4 });
        assert_eq!(
            trouble.title(Locale::Spanish),
            "PIN incorrecto. Le quedan 4 intentos."
        );
        assert!(!trouble.ends_operation());
        assert!(Trouble::from(DeviceFault::WrongPin { left: 0 }).ends_operation());
    }
}
