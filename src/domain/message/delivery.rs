//! How the delivery of a message goes on: by which channel, why it failed, when
//! it is tried again.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// By what a message travels: each is a row of its own in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// E-mail.
    Email,
    /// A short message to a mobile.
    Sms,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// It is to be sent, perhaps once more.
    Waiting,
    /// Whoever carries it on has accepted it.
    Delivered,
    /// It is not tried any more, unless an operator says so.
    Failed,
    /// It has nothing to say any more: its link was used, replaced or expired.
    Void,
}

/// Why a message was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryFailure {
    /// The person has no address of that kind, or none that can be one.
    NoAddress,
    /// The recipient or the message was refused for good.
    Refused,
    /// The server or the gateway refuses for now.
    RefusedForNow,
    /// It was not reached, or did not answer in time.
    Unreachable,
    /// It does not accept our credentials.
    Credentials,
    /// The folder of messages cannot be written.
    Folder,
    /// The stored body does not open or read.
    Unreadable,
    /// There is no way out for this channel any more.
    NoWayOut,
}

/// How long after the first attempt that failed the second one is made; each
/// later wait is twice as long.
pub const FIRST_RETRY: Duration = Duration::from_secs(5);

/// The longest wait between two attempts.
pub const LONGEST_RETRY: Duration = Duration::from_secs(3_600);

/// After so many attempts a message has failed: about a day after the first.
pub const MAX_ATTEMPTS: u32 = 32;

/// How long to wait after the `attempts`-th attempt failed; `None` when it was
/// the last.
pub fn retry_after(attempts: u32) -> Option<Duration> {
    if attempts >= MAX_ATTEMPTS {
        return None;
    }
    let doubled = 1_u32.checked_shl(attempts.saturating_sub(1));
    let wait = doubled.and_then(|times| FIRST_RETRY.checked_mul(times));
    Some(wait.unwrap_or(LONGEST_RETRY).min(LONGEST_RETRY))
}

impl Channel {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Email, Self::Sms];

    /// The word that stands for it in the store and in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// The channel that such a word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

impl MessageState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Delivered, Self::Failed, Self::Void];

    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
            Self::Void => "void",
        }
    }

    /// The state that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl DeliveryFailure {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::NoAddress,
        Self::Refused,
        Self::RefusedForNow,
        Self::Unreachable,
        Self::Credentials,
        Self::Folder,
        Self::Unreadable,
        Self::NoWayOut,
    ];

    /// The word that stands for it in the store and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoAddress => "no_address",
            Self::Refused => "refused",
            Self::RefusedForNow => "refused_for_now",
            Self::Unreachable => "unreachable",
            Self::Credentials => "credentials",
            Self::Folder => "folder",
            Self::Unreadable => "unreadable",
            Self::NoWayOut => "no_way_out",
        }
    }

    /// The failure that a stored word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|failure| failure.code() == code)
    }

    /// Whether trying again by itself cannot help.
    pub const fn is_permanent(self) -> bool {
        matches!(self, Self::NoAddress | Self::Refused | Self::Unreadable)
    }
}

/// An address or a number of which enough is left to tell whose it is, not to
/// write to it: `l•••@andina.co`, `•••4567`.
pub fn masked(recipient: &str) -> String {
    match recipient.rsplit_once('@') {
        Some((local, domain)) => {
            let first: String = local.chars().take(1).collect();
            format!("{first}•••@{domain}")
        }
        None => {
            let length = recipient.chars().count();
            let last: String = recipient.chars().skip(length.saturating_sub(4)).collect();
            // A number so short would be told whole.
            if length < 8 {
                "•••".to_owned()
            } else {
                format!("•••{last}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_waits_double() {
        let waits: Vec<_> = (1..=4)
            .map(|attempts| retry_after(attempts).map(|wait| wait.as_secs()))
            .collect();
        assert_eq!(waits, [Some(5), Some(10), Some(20), Some(40)]);
    }

    #[test]
    fn a_message_is_tried_for_about_a_day() {
        let all: Duration = (1..MAX_ATTEMPTS).filter_map(retry_after).sum();
        assert_eq!(retry_after(MAX_ATTEMPTS), None);
        assert!((20..28).contains(&(all.as_secs() / 3_600)), "{all:?}");
    }

    #[test]
    fn codes_survive_being_stored() {
        for failure in DeliveryFailure::ALL {
            assert_eq!(DeliveryFailure::from_code(failure.code()), Some(failure));
        }
        for state in MessageState::ALL {
            assert_eq!(MessageState::from_code(state.code()), Some(state));
        }
        for channel in Channel::ALL {
            assert_eq!(Channel::from_code(channel.code()), Some(channel));
        }
    }

    #[test]
    fn a_masked_recipient_tells_whose_it_is() {
        assert_eq!(masked("laurag@andina.co"), "l•••@andina.co");
        assert_eq!(masked("+573001234567"), "•••4567");
        assert_eq!(masked("1234"), "•••");
    }

    proptest! {
        #[test]
        fn waits_never_shrink_nor_pass_the_longest(attempts in 0_u32..200) {
            if let (Some(wait), Some(next)) = (retry_after(attempts), retry_after(attempts + 1)) {
                prop_assert!(wait <= next && next <= LONGEST_RETRY);
            }
        }

        #[test]
        fn a_local_part_is_never_told_whole(local in "[a-z]{2,20}") {
            let masked = masked(&format!("{local}@acme.co"));
            prop_assert!(!masked.contains(&local));
        }
    }
}
