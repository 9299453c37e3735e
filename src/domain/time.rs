//! Instants and calendar days, as values: nothing here reads a clock.

use std::fmt;
use std::time::Duration;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// Bogotá's offset from UTC in hours; Colombia has no summer time.
const BOGOTA_OFFSET_HOURS: i8 = -5;
const MICROS_PER_SECOND: i64 = 1_000_000;
const MICROS_PER_DAY: i64 = 86_400 * MICROS_PER_SECOND;
const BOGOTA_OFFSET_MICROS: i64 = BOGOTA_OFFSET_HOURS as i64 * 3_600 * MICROS_PER_SECOND;

/// An instant, in microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From microseconds since the Unix epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// From whole seconds since the Unix epoch.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(MICROS_PER_SECOND))
    }

    /// Microseconds since the Unix epoch.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch, rounded down.
    pub const fn as_seconds(self) -> i64 {
        self.0.div_euclid(MICROS_PER_SECOND)
    }

    /// This instant moved forward.
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(micros(duration)))
    }

    /// This instant moved back.
    pub fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(micros(duration)))
    }

    /// How long it is from `earlier` to this; zero when `earlier` is later.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// The calendar day in Bogotá.
    pub const fn day(self) -> Day {
        Day(self
            .0
            .saturating_add(BOGOTA_OFFSET_MICROS)
            .div_euclid(MICROS_PER_DAY))
    }

    /// Bogotá's wall clock as `2023/12/21 14:05`.
    pub fn to_minute_text(self) -> String {
        self.in_bogota()
            .map(|at| {
                let day = written(at.date(), '/');
                format!("{day} {:02}:{:02}", at.hour(), at.minute())
            })
            .unwrap_or_default()
    }

    /// Bogotá's wall clock as `2023/12/21 14:05:09`.
    pub fn to_second_text(self) -> String {
        self.in_bogota()
            .map(|at| {
                let day = written(at.date(), '/');
                format!(
                    "{day} {:02}:{:02}:{:02}",
                    at.hour(),
                    at.minute(),
                    at.second()
                )
            })
            .unwrap_or_default()
    }

    /// Bogotá's weekday (Monday is 1) and minute of the day.
    pub fn weekday_and_minute(self) -> Option<(i8, u16)> {
        let at = self.in_bogota()?;
        let minute =
            u16::from(at.hour().unsigned_abs()) * 60 + u16::from(at.minute().unsigned_abs());
        Some((at.weekday().to_monday_one_offset(), minute))
    }

    fn in_bogota(self) -> Option<DateTime> {
        let at = jiff::Timestamp::from_microsecond(self.0).ok()?;
        Some(Offset::constant(BOGOTA_OFFSET_HOURS).to_datetime(at))
    }
}

/// A date as year, month and day.
fn written(date: Date, separator: char) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{year:04}{separator}{month:02}{separator}{day:02}")
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

/// A calendar day in Bogotá, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i64);

impl Day {
    /// From the count of days since 1970-01-01.
    pub const fn from_count(count: i64) -> Self {
        Self(count)
    }

    /// The count of days since 1970-01-01.
    pub const fn count(self) -> i64 {
        self.0
    }

    /// Midnight in Bogotá, the first instant of this day.
    pub const fn start(self) -> Timestamp {
        Timestamp(
            self.0
                .saturating_mul(MICROS_PER_DAY)
                .saturating_sub(BOGOTA_OFFSET_MICROS),
        )
    }

    /// The day after this.
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// Reads `2023-12-21` (a date field's value) or `2023/12/21` (the screen's).
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, ['-', '/']);
        let year: i16 = parts.next()?.parse().ok()?;
        let month: i8 = parts.next()?.parse().ok()?;
        let day: i8 = parts.next()?.parse().ok()?;
        if !(1970..=9999).contains(&year) {
            return None;
        }
        let date = Date::new(year, month, day).ok()?;
        let midnight = Offset::UTC
            .to_timestamp(date.to_datetime(Time::midnight()))
            .ok()?;
        Some(Self(midnight.as_second().div_euclid(86_400)))
    }

    /// `2023-12-21`, the form a date field and the URL take.
    pub fn to_iso(self) -> String {
        self.date()
            .map(|date| written(date, '-'))
            .unwrap_or_default()
    }

    fn date(self) -> Option<Date> {
        let at = jiff::Timestamp::from_second(self.0.checked_mul(86_400)?).ok()?;
        Some(Offset::UTC.to_datetime(at).date())
    }
}

/// `2023/12/21`, as the bank writes a date.
impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => formatter.write_str(&written(date, '/')),
            None => formatter.write_str("—"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_day_is_written_as_the_bank_writes_it() {
        let day = Day::parse("2023-12-21").unwrap();
        assert_eq!(day.to_string(), "2023/12/21");
        assert_eq!(Day::parse("2023/12/21"), Some(day));
        assert_eq!(day.to_iso(), "2023-12-21");
    }

    #[test]
    fn the_day_changes_at_midnight_in_bogota_not_in_greenwich() {
        let midnight = Day::parse("2024-01-15").unwrap().start();
        assert_eq!(midnight.day().to_string(), "2024/01/15");
        assert_eq!(
            Timestamp::from_micros(midnight.as_micros() - 1)
                .day()
                .to_string(),
            "2024/01/14"
        );
        assert_eq!(midnight.to_minute_text(), "2024/01/15 00:00");
    }

    #[test]
    fn nonsense_is_not_a_day() {
        for text in [
            "",
            "2024",
            "2024-13-01",
            "2024-02-30",
            "0000-00-00",
            "ayer",
            "2024-1-1-1",
            "99999-01-01",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_instant_lies_within_its_own_day(micros in 0_i64..4_000_000_000_000_000) {
            let at = Timestamp::from_micros(micros);
            prop_assert!(at.day().start() <= at && at < at.day().next().start());
        }

        #[test]
        fn a_day_survives_being_written_and_read(count in 0_i64..2_000_000) {
            let day = Day::from_count(count);
            prop_assert_eq!(Day::parse(&day.to_iso()), Some(day));
        }
    }
}
