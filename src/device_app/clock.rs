//! The browser's clock and its randomness, read here and nowhere else.
//!
//! A phone's clock may be wrong, so what counts is the server's: each answer
//! tells it, and the difference is kept, also for the day without a network.

use super::keys::KeysFailed;
use crate::domain::time::Timestamp;

/// How long an answer may take, in microseconds, to still teach the clock.
const SLOW_ANSWER: i64 = 5_000_000;

/// The difference that an answer teaches: the server wrote its clock somewhere
/// between sending and receiving, taken as half way. `None` when that says too
/// little.
fn lesson(server: i64, sent: i64, received: i64) -> Option<i64> {
    let took = received.saturating_sub(sent);
    (0..=SLOW_ANSWER)
        .contains(&took)
        .then(|| server.saturating_sub(sent.saturating_add(took / 2)))
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::cell::Cell;

    use leptos::prelude::window;

    /// Where the difference is kept between visits.
    const KEPT: &str = "llavero.clock";

    thread_local! {
        static OFFSET: Cell<Option<i64>> = const { Cell::new(None) };
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the browser's clock"
    )]
    pub fn device_micros() -> i64 {
        (js_sys::Date::now() * 1_000.0) as i64
    }

    pub fn offset() -> i64 {
        OFFSET.get().unwrap_or_else(|| {
            let kept = storage()
                .and_then(|storage| storage.get_item(KEPT).ok().flatten())
                .and_then(|text| text.parse().ok())
                .unwrap_or(0);
            OFFSET.set(Some(kept));
            kept
        })
    }

    pub fn keep_offset(offset: i64) {
        OFFSET.set(Some(offset));
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEPT, &offset.to_string());
        }
    }

    fn storage() -> Option<web_sys::Storage> {
        window().local_storage().ok().flatten()
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the browser's randomness"
    )]
    pub fn fill(bytes: &mut [u8]) -> Option<()> {
        let crypto = window().crypto().ok()?;
        crypto.get_random_values_with_u8_array(bytes).ok()?;
        Some(())
    }
}

/// On the server there is no phone whose clock could be read.
#[cfg(not(feature = "hydrate"))]
mod browser {
    pub const fn device_micros() -> i64 {
        0
    }

    pub const fn offset() -> i64 {
        0
    }

    pub const fn keep_offset(_offset: i64) {}

    pub const fn fill(_bytes: &mut [u8]) -> Option<()> {
        None
    }
}

/// The phone's own clock, for measuring how long something took.
pub fn device_now() -> Timestamp {
    Timestamp::from_micros(browser::device_micros())
}

/// The best idea of the server's clock.
pub fn now() -> Timestamp {
    Timestamp::from_micros(browser::device_micros().saturating_add(browser::offset()))
}

/// Learns from an answer that said `server` and took from `sent` until now,
/// both on the phone's own clock.
pub fn learn(server: Timestamp, sent: Timestamp) {
    let received = browser::device_micros();
    if let Some(offset) = lesson(server.as_micros(), sent.as_micros(), received) {
        browser::keep_offset(offset);
    }
}

/// Takes the server's clock as it is, after it said that the phone's is off.
pub fn correct(server: Timestamp) {
    browser::keep_offset(server.as_micros().saturating_sub(browser::device_micros()));
}

/// Fresh random bytes.
///
/// # Errors
/// [`KeysFailed`] where the browser has none.
pub fn random<const N: usize>() -> Result<[u8; N], KeysFailed> {
    let mut bytes = [0; N];
    browser::fill(&mut bytes).ok_or(KeysFailed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_clock_is_taken_at_half_way() {
        assert_eq!(lesson(10_000_000, 1_000_000, 1_400_000), Some(8_800_000));
    }

    #[test]
    fn an_answer_that_took_too_long_teaches_nothing() {
        assert_eq!(lesson(10_000_000, 0, SLOW_ANSWER + 1), None);
        assert_eq!(lesson(10_000_000, 5, 0), None);
    }
}
