//! The table of the audit log.

use serde::{Deserialize, Serialize};

use super::address::{QueryProblem, Reader, TableFilter, parameter};
use super::query::TableQuery;
use super::sort::{Direction, Sort, TableColumn};
use crate::domain::audit::{AuditGroup, OutcomeKind};
use crate::domain::id::OperationId;
use crate::domain::serial::Serial;
use crate::domain::time::Day;

/// A query of the audit log.
pub type AuditQuery = TableQuery<AuditFilter, AuditColumn>;

/// Which entries the log shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AuditFilter {
    /// Only those of this day or later.
    pub from: Option<Day>,
    /// Only those of this day or earlier.
    pub until: Option<Day>,
    /// Only what was done by this user, by their username, or by those whose
    /// username or name holds this; empty for all.
    pub who: String,
    /// Only what is of this kind.
    pub group: Option<AuditGroup>,
    /// Only what is about this token.
    pub serial: Option<Serial>,
    /// Only what is about this user, or about such as this; empty for all.
    pub user: String,
    /// Only what ended so.
    pub outcome: Option<OutcomeKind>,
    /// Only what was part of this operation.
    pub operation: Option<OperationId>,
}

impl AuditFilter {
    /// What is about one token.
    pub fn of_token(serial: Serial) -> Self {
        Self {
            serial: Some(serial),
            ..Self::default()
        }
    }

    /// What is about one user.
    pub fn of_user(username: &str) -> Self {
        Self {
            user: username.to_owned(),
            ..Self::default()
        }
    }

    /// What was part of one operation.
    pub fn of_operation(operation: OperationId) -> Self {
        Self {
            operation: Some(operation),
            ..Self::default()
        }
    }
}

impl TableFilter for AuditFilter {
    fn read(reader: &mut Reader<'_>) -> Self {
        let (from, until) = reader.days();
        Self {
            from,
            until,
            who: reader.search_in(parameter::WHO),
            group: reader.read(
                parameter::ACTION,
                QueryProblem::Action,
                AuditGroup::from_code,
            ),
            serial: reader.read(parameter::SERIAL, QueryProblem::Serial, |text| {
                text.to_ascii_uppercase().parse().ok()
            }),
            user: reader.search_in(parameter::USER),
            outcome: reader.read(
                parameter::OUTCOME,
                QueryProblem::Outcome,
                OutcomeKind::from_word,
            ),
            operation: reader.read(parameter::OPERATION, QueryProblem::Operation, |text| {
                text.parse().ok()
            }),
        }
    }

    fn write(&self) -> Vec<(&'static str, String)> {
        let search = |text: &String| (!text.is_empty()).then(|| text.clone());
        [
            (parameter::FROM, self.from.map(Day::to_iso)),
            (parameter::UNTIL, self.until.map(Day::to_iso)),
            (parameter::WHO, search(&self.who)),
            (
                parameter::ACTION,
                self.group.map(|group| group.code().to_owned()),
            ),
            (
                parameter::SERIAL,
                self.serial.map(|serial| serial.to_string()),
            ),
            (parameter::USER, search(&self.user)),
            (
                parameter::OUTCOME,
                self.outcome.map(|kind| kind.word().to_owned()),
            ),
            (
                parameter::OPERATION,
                self.operation.map(|operation| operation.to_string()),
            ),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}

/// A column by which the log can be sorted. There is one: a log is read along
/// the time, and any other order of a hundred thousand entries would need an
/// index for each, for a question that a filter answers better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditColumn {
    /// *Fecha y hora*: the log opens with the newest.
    HappenedAt,
}

impl TableColumn for AuditColumn {
    const COLUMNS: &'static [Self] = &[Self::HappenedAt];
    const OPENING: Sort<Self> = Sort {
        column: Self::HappenedAt,
        direction: Direction::Descending,
    };

    fn word(self) -> &'static str {
        match self {
            Self::HappenedAt => "fecha",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_filter() -> impl Strategy<Value = AuditFilter> {
        let text = || "[a-zñ&=%+@. ]{0,20}".prop_map(|text| text.trim().to_owned());
        let day = || prop::option::of((10_000_i64..30_000).prop_map(Day::from_count));
        (
            day(),
            day(),
            text(),
            prop::option::of(prop::sample::select(AuditGroup::ALL.to_vec())),
            prop::option::of((0..10_000_000_u32).prop_map(|n| Serial::from_number(n).unwrap())),
            text(),
            prop::option::of(prop::sample::select(OutcomeKind::ALL.to_vec())),
        )
            .prop_filter("a range runs forward", |(from, until, ..)| {
                from.zip(*until).is_none_or(|(a, b)| a <= b)
            })
            .prop_map(
                |(from, until, who, group, serial, user, outcome)| AuditFilter {
                    from,
                    until,
                    who,
                    group,
                    serial,
                    user,
                    outcome,
                    operation: None,
                },
            )
    }

    proptest! {
        #[test]
        fn a_link_shows_the_entries_it_was_copied_from(filter in any_filter()) {
            let query = AuditQuery { filter, ..AuditQuery::default() };
            let pairs = query.to_parameters();
            let (read, problems) = AuditQuery::parse(|name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
            });
            prop_assert_eq!(problems, []);
            prop_assert_eq!(read, query);
        }
    }

    #[test]
    fn a_serial_may_be_typed_in_small_letters() {
        let (query, problems) =
            AuditQuery::parse(|name| (name == parameter::SERIAL).then(|| "fef5100003".to_owned()));
        assert_eq!(problems, []);
        assert_eq!(query.filter.serial, Serial::from_number(5_100_003));
    }
}
