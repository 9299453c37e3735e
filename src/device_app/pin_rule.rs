//! Which PINs are too easy to guess.

use crate::domain::protocol::is_pin;
use crate::i18n::device_app::DeviceAppMessage;

/// Why a PIN is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinWeakness {
    /// It is not six digits.
    NotSixDigits,
    /// One digit six times.
    AllSame,
    /// Six digits in a row, up or down.
    Run,
}

impl PinWeakness {
    /// The words for it.
    pub const fn message(self) -> DeviceAppMessage {
        match self {
            Self::NotSixDigits => DeviceAppMessage::PinNotSixDigits,
            Self::AllSame => DeviceAppMessage::PinAllSame,
            Self::Run => DeviceAppMessage::PinRun,
        }
    }
}

/// What is wrong with a PIN, if anything is.
pub fn weakness(pin: &str) -> Option<PinWeakness> {
    if !is_pin(pin) {
        return Some(PinWeakness::NotSixDigits);
    }
    // On a keypad 0 follows 9, so 890123 is a run too.
    let goes_by = |step: u8| {
        pin.as_bytes()
            .windows(2)
            .all(|pair| (pair[0] - b'0' + step) % 10 == pair[1] - b'0')
    };
    if goes_by(0) {
        Some(PinWeakness::AllSame)
    } else if goes_by(1) || goes_by(9) {
        Some(PinWeakness::Run)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_six_times_is_too_easy() {
        for pin in ["000000", "111111", "999999"] {
            assert_eq!(weakness(pin), Some(PinWeakness::AllSame), "{pin}");
        }
    }

    #[test]
    fn digits_in_a_row_are_too_easy() {
        for pin in ["123456", "654321", "012345", "987654", "890123", "210987"] {
            assert_eq!(weakness(pin), Some(PinWeakness::Run), "{pin}");
        }
    }

    #[test]
    fn any_other_six_digits_will_do() {
        for pin in ["204816", "123457", "111112", "987653"] {
            assert_eq!(weakness(pin), None, "{pin}");
        }
    }

    #[test]
    fn what_is_not_six_digits_is_no_pin() {
        for pin in ["", "12345", "1234567", "12a456"] {
            assert_eq!(weakness(pin), Some(PinWeakness::NotSixDigits), "{pin}");
        }
    }
}
