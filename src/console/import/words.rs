//! What a file and its rows say, in words.

use crate::console::error_words::{explain, user_refusal_words};
use crate::console::words::ineligibility_message;
use crate::domain::error::{FieldProblem, RequestError};
use crate::domain::import::{
    ImportColumn, ImportKind, LARGEST_FILE, MOST_ROWS, RowPlan, RowProblem, SheetProblem,
};
use crate::i18n::console_import::ImportMessage as Words;
use crate::i18n::{Locale, Message};
use crate::ui::{IconName, Tone};

/// A column's name.
pub const fn column_message(column: ImportColumn) -> Words {
    match column {
        ImportColumn::Username => Words::Username,
        ImportColumn::FullName => Words::FullName,
        ImportColumn::Email => Words::Email,
        ImportColumn::Mobile => Words::Mobile,
        ImportColumn::Role => Words::Role,
        ImportColumn::Confirmed => Words::Confirmed,
        ImportColumn::Serial => Words::Serial,
    }
}

/// The names of several columns, in one line.
pub fn columns_text(columns: &[ImportColumn], locale: Locale) -> String {
    let names: Vec<_> = columns
        .iter()
        .map(|column| column_message(*column).text(locale))
        .collect();
    names.join(", ")
}

/// As many kilobytes as a file has at most.
pub fn size_text() -> String {
    (LARGEST_FILE / 1_000).to_string()
}

/// As many rows as a file has at most.
pub fn rows_text() -> String {
    MOST_ROWS.to_string()
}

/// Why a file cannot be read.
pub fn sheet_words(problem: &SheetProblem, locale: Locale) -> String {
    match problem {
        SheetProblem::Empty => Words::FileEmpty.text(locale).to_owned(),
        SheetProblem::OnlyHeadings => Words::FileOnlyHeadings.text(locale).to_owned(),
        SheetProblem::TooLarge => Words::FileTooLarge.fill(locale, &[("size", &size_text())]),
        SheetProblem::TooManyRows { rows } => Words::FileTooManyRows.fill(
            locale,
            &[("found", &rows.to_string()), ("rows", &rows_text())],
        ),
        SheetProblem::Workbook => Words::FileWorkbook.text(locale).to_owned(),
        SheetProblem::NotText => Words::FileNotText.text(locale).to_owned(),
        SheetProblem::MissingColumns { missing, found } => Words::FileMissingColumns.fill(
            locale,
            &[
                ("missing", &columns_text(missing, locale)),
                ("found", &found.join(", ")),
            ],
        ),
        SheetProblem::RepeatedColumn(column) => {
            let column = column_message(*column).text(locale);
            Words::FileRepeatedColumn.fill(locale, &[("column", column)])
        }
        SheetProblem::Unreadable => Words::FileUnreadable.text(locale).to_owned(),
    }
}

/// What would happen with a row: a word, its colour and its shape.
pub const fn plan_badge(kind: ImportKind, plan: &RowPlan) -> (Words, Tone, IconName) {
    match plan {
        RowPlan::Create => (Words::PlanCreate, Tone::Success, IconName::Plus),
        RowPlan::Update(_) => (Words::PlanUpdate, Tone::Info, IconName::Refresh),
        RowPlan::Unchanged => (Words::PlanUnchanged, Tone::Muted, IconName::MinusCircle),
        RowPlan::Register { replaced_by: None } => {
            (Words::PlanRegister, Tone::Success, IconName::Plus)
        }
        RowPlan::Register { .. } => (Words::PlanDisabled, Tone::Info, IconName::MinusCircle),
        RowPlan::Assign(_) => (Words::PlanAssign, Tone::Success, IconName::Smartphone),
        RowPlan::Change(_) => match kind {
            ImportKind::Block => (Words::PlanBlock, Tone::Warning, IconName::Lock),
            _ => (Words::PlanActivate, Tone::Success, IconName::Check),
        },
        RowPlan::Refused(_) => (Words::PlanRefused, Tone::Danger, IconName::Alert),
    }
}

/// Why, or what of it, each in words.
pub fn plan_reasons(plan: &RowPlan, locale: Locale) -> Vec<String> {
    match plan {
        RowPlan::Update(columns) => vec![columns_text(columns, locale)],
        RowPlan::Register {
            replaced_by: Some(serial),
        } => vec![Words::ReplacedBy.fill(locale, &[("serial", &serial.to_string())])],
        RowPlan::Refused(problems) => problems
            .iter()
            .map(|problem| problem_words(problem, locale))
            .collect(),
        _ => Vec::new(),
    }
}

/// What is wrong with a row.
pub fn problem_words(problem: &RowProblem, locale: Locale) -> String {
    match problem {
        RowProblem::TooManyCells { found, expected } => Words::TooManyCells.fill(
            locale,
            &[
                ("found", &found.to_string()),
                ("expected", &expected.to_string()),
            ],
        ),
        RowProblem::LineBreak => Words::LineBreak.text(locale).to_owned(),
        RowProblem::Cell { column, problem } => Words::CellProblem.fill(
            locale,
            &[
                ("column", column_message(*column).text(locale)),
                ("problem", cell_message(*column, *problem).text(locale)),
            ],
        ),
        RowProblem::Repeated { column, line } => Words::Repeated.fill(
            locale,
            &[
                ("line", &line.to_string()),
                ("column", column_message(*column).text(locale)),
            ],
        ),
        RowProblem::User(refusal) => user_refusal_words(refusal, locale),
        RowProblem::NotSecondary => Words::NotSecondary.text(locale).to_owned(),
        RowProblem::NoSuchUser => Words::NoSuchUser.text(locale).to_owned(),
        RowProblem::NoSuchToken => Words::NoSuchToken.text(locale).to_owned(),
        RowProblem::HoldsNone => Words::HoldsNone.text(locale).to_owned(),
        RowProblem::Ineligible(reasons) => {
            let reasons: Vec<_> = reasons
                .iter()
                .map(|reason| ineligibility_message(*reason).text(locale))
                .collect();
            reasons.join(". ")
        }
        RowProblem::Token(refusal) => {
            let explained = explain(&RequestError::Refused(refusal.clone()), locale);
            let details = explained.details.join(", ");
            format!("{} {details}", explained.lead).trim().to_owned()
        }
        RowProblem::NoTokenLeft => Words::NoTokenLeft.text(locale).to_owned(),
        RowProblem::SerialTaken => Words::SerialTaken.text(locale).to_owned(),
        RowProblem::HoldsPhysical(serial) => {
            Words::HoldsPhysical.fill(locale, &[("serial", &serial.to_string())])
        }
    }
}

const fn cell_message(column: ImportColumn, problem: FieldProblem) -> Words {
    match (column, problem) {
        (_, FieldProblem::Missing) => Words::CellMissing,
        (_, FieldProblem::TooLong) => Words::CellTooLong,
        (ImportColumn::Username, FieldProblem::Malformed) => Words::UsernameMalformed,
        (ImportColumn::Email, FieldProblem::Malformed) => Words::EmailMalformed,
        (ImportColumn::Mobile, FieldProblem::Malformed) => Words::MobileMalformed,
        (ImportColumn::Role, FieldProblem::Malformed) => Words::RoleMalformed,
        (ImportColumn::Role, FieldProblem::Wrong) => Words::RoleWrong,
        (ImportColumn::Confirmed, FieldProblem::Malformed) => Words::ConfirmedMalformed,
        (ImportColumn::Serial, FieldProblem::Malformed) => Words::SerialMalformed,
        _ => Words::CellMalformed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::token::Refusal;
    use crate::domain::user::Ineligibility;

    #[test]
    fn a_problem_names_its_column_in_words() {
        let problem = RowProblem::Cell {
            column: ImportColumn::Email,
            problem: FieldProblem::Malformed,
        };
        assert_eq!(
            problem_words(&problem, Locale::Spanish),
            "Correo: no es una dirección de correo"
        );
    }

    #[test]
    fn no_place_for_a_value_is_left_unfilled() {
        let problems = [
            RowProblem::TooManyCells {
                found: 5,
                expected: 4,
            },
            RowProblem::Repeated {
                column: ImportColumn::Username,
                line: 2,
            },
            RowProblem::Ineligible(vec![Ineligibility::Inactive, Ineligibility::HasToken]),
            RowProblem::Token(Refusal::OperationOpen),
        ];
        for problem in problems {
            assert!(!problem_words(&problem, Locale::Spanish).contains('{'));
        }
        let missing = SheetProblem::MissingColumns {
            missing: vec![ImportColumn::Serial],
            found: vec!["cargo".to_owned()],
        };
        for problem in [
            missing,
            SheetProblem::TooLarge,
            SheetProblem::TooManyRows { rows: 9_000 },
            SheetProblem::RepeatedColumn(ImportColumn::Email),
        ] {
            assert!(!sheet_words(&problem, Locale::Spanish).contains('{'));
        }
    }
}
