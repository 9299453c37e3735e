//! One-time codes: RFC 6238 with HMAC-SHA-256, 6 digits, steps of 30 s.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::domain::time::Timestamp;

/// How long a code is shown (RFC 6238 §5.2's recommendation).
pub const STEP_SECONDS: i64 = 30;

const DIGITS: u32 = 6;

/// A code and how long it is still shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneTimeCode {
    /// Its six digits.
    pub digits: String,
    /// Seconds until the next one.
    pub seconds_left: i64,
}

/// The code that `secret` gives at `now`.
pub fn one_time_code(secret: &[u8], now: Timestamp) -> OneTimeCode {
    let seconds = now.as_seconds();
    OneTimeCode {
        digits: digits(hmac_sha256(secret, step_at(now)).as_slice(), DIGITS),
        seconds_left: STEP_SECONDS - seconds.rem_euclid(STEP_SECONDS),
    }
}

/// The time step whose code `text` is, if it is one that may be accepted at
/// `now`: at most one step of drift either way (RFC 6238 §5.2), and after
/// `last_accepted`, so that no code works twice.
pub fn accepted_step(
    secret: &[u8],
    text: &str,
    now: Timestamp,
    last_accepted: Option<u64>,
) -> Option<u64> {
    let current = step_at(now);
    let mut accepted = None;
    // Every candidate is computed and compared whole: the time it takes says
    // nothing about the code.
    for step in [
        current.saturating_sub(1),
        current,
        current.saturating_add(1),
    ] {
        let code = digits(hmac_sha256(secret, step).as_slice(), DIGITS);
        let fresh = last_accepted.is_none_or(|last| step > last);
        if same_text(&code, text) && fresh && accepted.is_none() {
            accepted = Some(step);
        }
    }
    accepted
}

fn step_at(now: Timestamp) -> u64 {
    u64::try_from(now.as_seconds().div_euclid(STEP_SECONDS)).unwrap_or(0)
}

fn same_text(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && left
            .bytes()
            .zip(right.bytes())
            .fold(0, |differ, (a, b)| differ | (a ^ b))
            == 0
}

fn hmac_sha256(secret: &[u8], step: u64) -> Vec<u8> {
    // HMAC takes a key of any length, so there is always a MAC.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        return Vec::new();
    };
    mac.update(&step.to_be_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// RFC 4226 §5.3: dynamic truncation.
fn digits(mac: &[u8], count: u32) -> String {
    let offset = usize::from(mac.last().copied().unwrap_or(0) & 0x0f);
    let word = mac
        .iter()
        .skip(offset)
        .take(4)
        .fold(0_u32, |word, byte| (word << 8) | u32::from(*byte));
    let code = (word & 0x7fff_ffff) % 10_u32.pow(count);
    format!("{code:0width$}", width = count as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238 Appendix B, the SHA-256 column: eight digits.
    #[test]
    fn the_vectors_of_rfc_6238_hold() {
        let secret = b"12345678901234567890123456789012";
        for (seconds, code) in [
            (59, "46119246"),
            (1_111_111_109, "68084774"),
            (1_111_111_111, "67062674"),
            (1_234_567_890, "91819424"),
            (2_000_000_000, "90698825"),
            (20_000_000_000, "77737706"),
        ] {
            let step = step_at(Timestamp::from_seconds(seconds));
            assert_eq!(digits(&hmac_sha256(secret, step), 8), code);
        }
    }

    /// RFC 4226 Appendix D gives the HMAC-SHA-1 values and the codes that
    /// truncation makes of them.
    #[test]
    fn the_truncation_of_rfc_4226_holds() {
        for (mac, code) in [
            ("cc93cf18508d94934c64b65d8ba7667fb7cde4b0", "755224"),
            ("75a48a19d4cbe100644e8ac1397eea747a2d33ab", "287082"),
            ("0bacb7fa082fef30782211938bc1c5e70416ff44", "359152"),
            ("66c28227d03a2d5529262ff016a1e6ef76557ece", "969429"),
            ("a904c900a64b35909874b33e61c5938a8e15ed1c", "338314"),
            ("a37e783d7b7233c083d4f62926c7a25f238d0316", "254676"),
            ("bc9cd28561042c83f219324d3c607256c03272ae", "287922"),
            ("a4fb960c0bc06e1eabb804e5b397cdc4b45596fa", "162583"),
            ("1b3c89f65e6c9e883012052823443f048b4332db", "399871"),
            ("1637409809a679dc698207310c8c7fc07290d9e5", "520489"),
        ] {
            let mac = data_encoding::HEXLOWER.decode(mac.as_bytes()).unwrap();
            assert_eq!(digits(&mac, 6), code);
        }
    }

    #[test]
    fn a_code_is_accepted_one_step_early_or_late_and_never_twice() {
        let secret = [7; 32];
        let now = Timestamp::from_seconds(1_800_000_000);
        let code = one_time_code(&secret, now).digits;
        let step = accepted_step(&secret, &code, now, None).unwrap();
        for drift in [-30, 0, 30] {
            let at = Timestamp::from_seconds(1_800_000_000 + drift);
            assert_eq!(accepted_step(&secret, &code, at, None), Some(step));
        }
        assert_eq!(
            accepted_step(&secret, &code, Timestamp::from_seconds(1_800_000_060), None),
            None
        );
        assert_eq!(accepted_step(&secret, &code, now, Some(step)), None);
    }

    #[test]
    fn what_is_not_a_code_is_not_accepted() {
        let now = Timestamp::from_seconds(1_800_000_000);
        for text in ["", "12345", "abcdef", "1234567"] {
            assert_eq!(accepted_step(&[7; 32], text, now, None), None);
        }
    }

    #[test]
    fn the_countdown_ends_with_the_step() {
        assert_eq!(
            one_time_code(&[7; 32], Timestamp::from_seconds(60)).seconds_left,
            30
        );
        assert_eq!(
            one_time_code(&[7; 32], Timestamp::from_seconds(89)).seconds_left,
            1
        );
    }
}
