//! The one place of the server and the command line that reads the clock and
//! asks for randomness; everybody else is handed a [`Clock`] and a [`Random`],
//! so that a test can choose both.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::domain::time::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// Gives bytes that nobody can guess.
pub trait Random: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// `N` random bytes: `random_bytes::<32>(&random)`.
pub fn random_bytes<const N: usize>(random: &(impl Random + ?Sized)) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads it")]
    fn now(&self) -> Timestamp {
        // A clock set before 1970 reads as 1970: nothing was issued then, so
        // everything that has a beginning is refused.
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp::from_micros(i64::try_from(since_epoch.as_micros()).unwrap_or(i64::MAX))
    }
}

/// The operating system's source of randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks for it")]
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            // Without randomness every nonce and key would be guessable: better
            // no service than that one.
            eprintln!("llavero: the operating system gives no random bytes: {error}");
            std::process::abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_stands_in_this_century() {
        let now = SystemClock.now();
        assert!(now > Timestamp::from_seconds(1_700_000_000));
        assert!(now < Timestamp::from_seconds(4_102_444_800));
    }

    #[test]
    fn two_draws_differ() {
        let random: &dyn Random = &OsRandom;
        assert_ne!(random_bytes::<32>(random), random_bytes::<32>(&OsRandom));
    }
}
