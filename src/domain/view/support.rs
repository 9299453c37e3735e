use serde::{Deserialize, Serialize};

use crate::domain::time::Timestamp;

/// By what a support line is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportLineKind {
    /// A telephone.
    Telephone,
    /// WhatsApp.
    Whatsapp,
}

/// A way to reach the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportLine {
    /// By what.
    pub kind: SupportLineKind,
    /// The number as it is read aloud.
    pub number: String,
    /// The link that dials it.
    pub link: String,
    /// What to do there, if anything must be said.
    pub instruction: Option<String>,
}

/// When the lines are open, on working days, in minutes of Bogotá's day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportHours {
    /// The first weekday, Monday is 1.
    pub first_weekday: i8,
    /// The last weekday.
    pub last_weekday: i8,
    /// Each span of the day, from (included) and until (excluded).
    pub spans: Vec<(u16, u16)>,
}

impl SupportHours {
    /// Whether a line is open at `at`.
    pub fn is_open(&self, at: Timestamp) -> bool {
        at.weekday_and_minute().is_some_and(|(weekday, minute)| {
            (self.first_weekday..=self.last_weekday).contains(&weekday)
                && self
                    .spans
                    .iter()
                    .any(|(from, until)| (*from..*until).contains(&minute))
        })
    }
}

/// The support block (DESIGN §1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportView {
    /// The lines.
    pub lines: Vec<SupportLine>,
    /// When they are open.
    pub hours: SupportHours,
    /// Whether they are open now.
    pub open_now: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Day;

    fn hours() -> SupportHours {
        SupportHours {
            first_weekday: 1,
            last_weekday: 5,
            spans: vec![(8 * 60, 12 * 60), (13 * 60, 18 * 60)],
        }
    }

    fn at(day: &str, minute: i64) -> Timestamp {
        Timestamp::from_micros(Day::parse(day).unwrap().start().as_micros() + minute * 60_000_000)
    }

    #[test]
    fn support_is_open_on_working_days_but_not_at_lunch() {
        // 2024-01-15 was a Monday.
        for (minute, open) in [
            (479, false),
            (480, true),
            (719, true),
            (720, false),
            (780, true),
            (1079, true),
            (1080, false),
        ] {
            assert_eq!(
                hours().is_open(at("2024-01-15", minute)),
                open,
                "minute {minute}"
            );
        }
    }

    #[test]
    fn support_is_closed_on_sunday() {
        assert!(!hours().is_open(at("2024-01-14", 600)));
    }
}
