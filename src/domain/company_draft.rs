//! What the form of a company holds, and what is wrong with it: the same in the
//! browser, which marks the fields, and on the server, which decides.

use serde::{Deserialize, Serialize};

use super::company::Approvals;
use super::error::{FieldError, FieldName, FieldProblem};

/// The most characters of a company's name.
pub const LONGEST_COMPANY_NAME: usize = 100;
/// The most characters of the word that its people sign in with.
pub const LONGEST_SLUG: usize = 40;
/// The fewest.
pub const SHORTEST_SLUG: usize = 3;
/// The most days for which a confirmation of contact data may hold.
pub const LONGEST_CONTACT_PERIOD_DAYS: u32 = 3_650;

/// A new company as the form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyDraft {
    /// The word its people sign in with; it never changes after.
    pub slug: String,
    /// What can be changed later.
    pub settings: CompanySettings,
    /// How many administrators must confirm an operation.
    pub approvals: Approvals,
}

/// What the form of a company that is there holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanySettings {
    /// Its name on the screen.
    pub name: String,
    /// For how many days a confirmation of contact data holds, as it was typed.
    pub contact_period_days: String,
}

/// What of [`CompanySettings`] can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedSettings {
    /// The name, with single spaces.
    pub name: String,
    /// The days.
    pub contact_period_days: u32,
}

impl CompanySettings {
    /// What of it can be kept.
    ///
    /// # Errors
    /// Every field that is wrong, in the order of the form.
    pub fn check(&self) -> Result<CheckedSettings, Vec<FieldError>> {
        match (
            check_name(&self.name),
            check_period(&self.contact_period_days),
        ) {
            (Ok(name), Ok(contact_period_days)) => Ok(CheckedSettings {
                name,
                contact_period_days,
            }),
            (name, period) => Err([
                (FieldName::CompanyName, name.err()),
                (FieldName::ContactPeriod, period.err()),
            ]
            .into_iter()
            .filter_map(|(field, problem)| problem.map(|problem| FieldError { field, problem }))
            .collect()),
        }
    }
}

impl CompanyDraft {
    /// The word to sign in with, in lower case, and what else can be kept.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn check(&self) -> Result<(String, CheckedSettings), Vec<FieldError>> {
        match (check_slug(&self.slug), self.settings.check()) {
            (Ok(slug), Ok(settings)) => Ok((slug, settings)),
            (slug, settings) => {
                let slug = slug.err().map(|problem| FieldError {
                    field: FieldName::Company,
                    problem,
                });
                let others = settings.err().unwrap_or_default();
                Err(slug.into_iter().chain(others).collect())
            }
        }
    }
}

fn check_name(text: &str) -> Result<String, FieldProblem> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(FieldProblem::Missing),
        1..=LONGEST_COMPANY_NAME if name.chars().any(char::is_control) => {
            Err(FieldProblem::Malformed)
        }
        1..=LONGEST_COMPANY_NAME => Ok(name),
        _ => Err(FieldProblem::TooLong),
    }
}

/// Lower-case letters and digits with hyphens between them; people type it at
/// every sign-in.
///
/// # Errors
/// What is wrong with it.
pub fn check_slug(text: &str) -> Result<String, FieldProblem> {
    let slug = text.trim().to_ascii_lowercase();
    let plain = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit();
    match slug.chars().count() {
        0 => Err(FieldProblem::Missing),
        SHORTEST_SLUG..=LONGEST_SLUG
            if slug.starts_with(|first: char| first.is_ascii_lowercase())
                && slug.ends_with(plain)
                && slug
                    .chars()
                    .all(|character| plain(character) || character == '-') =>
        {
            Ok(slug)
        }
        length if length > LONGEST_SLUG => Err(FieldProblem::TooLong),
        _ => Err(FieldProblem::Malformed),
    }
}

fn check_period(text: &str) -> Result<u32, FieldProblem> {
    match text.trim() {
        "" => Err(FieldProblem::Missing),
        text => text
            .parse()
            .ok()
            .filter(|days| (1..=LONGEST_CONTACT_PERIOD_DAYS).contains(days))
            .ok_or(FieldProblem::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft() -> CompanyDraft {
        CompanyDraft {
            slug: " Aceros-del-Sur ".to_owned(),
            settings: CompanySettings {
                name: "  Aceros   del Sur ".to_owned(),
                contact_period_days: " 180 ".to_owned(),
            },
            approvals: Approvals::One,
        }
    }

    #[test]
    fn what_is_right_is_kept_in_one_form() {
        let (slug, settings) = draft().check().unwrap();
        assert_eq!(slug, "aceros-del-sur");
        assert_eq!(settings.name, "Aceros del Sur");
        assert_eq!(settings.contact_period_days, 180);
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let wrong = CompanyDraft {
            slug: "a b".to_owned(),
            settings: CompanySettings {
                name: " ".to_owned(),
                contact_period_days: "0".to_owned(),
            },
            ..draft()
        };
        let fields: Vec<_> = wrong
            .check()
            .unwrap_err()
            .into_iter()
            .map(|error| error.field)
            .collect();
        assert_eq!(
            fields,
            [
                FieldName::Company,
                FieldName::CompanyName,
                FieldName::ContactPeriod
            ]
        );
    }

    #[test]
    fn the_word_to_sign_in_with_is_one_plain_word() {
        for slug in [
            "",
            "ab",
            "1abc",
            "abc-",
            "peña",
            "a_b",
            "a b c",
            &"a".repeat(41),
        ] {
            assert!(check_slug(slug).is_err(), "{slug:?}");
        }
    }

    #[test]
    fn a_period_is_a_number_of_days() {
        for days in ["", "0", "-1", "1.5", "3651", "un año"] {
            assert!(check_period(days).is_err(), "{days:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_check_panic(text in "\\PC{0,120}") {
            let settings = CompanySettings { name: text.clone(), contact_period_days: text.clone() };
            let _ = CompanyDraft { slug: text, settings, ..draft() }.check();
        }

        #[test]
        fn a_word_that_is_kept_is_kept_again(text in "[a-z][a-z0-9-]{1,38}[a-z0-9]") {
            prop_assert_eq!(check_slug(&text), Ok(text));
        }
    }
}
