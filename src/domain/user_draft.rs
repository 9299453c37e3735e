//! What the form of a user holds, and what is wrong with it: the same in the
//! browser, which marks the fields, and on the server, which decides.

use serde::{Deserialize, Serialize};

use super::contact::{Email, Mobile};
use super::error::{FieldError, FieldName, FieldProblem};
use super::user::Role;

/// The most characters of a username.
pub const LONGEST_USERNAME: usize = 40;
/// The fewest.
pub const SHORTEST_USERNAME: usize = 3;
/// The most characters of a person's name.
pub const LONGEST_NAME: usize = 100;

/// A user as the form holds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDraft {
    /// The name they sign in with; it never changes after.
    pub username: String,
    /// The person's own name.
    pub full_name: String,
    /// Their e-mail.
    pub email: String,
    /// Their mobile.
    pub mobile: String,
    /// What they may do.
    pub role: Role,
    /// Whether e-mail and mobile were checked with the person.
    pub contact_confirmed: bool,
}

/// What of a form can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedUser {
    /// The person's own name, with single spaces.
    pub full_name: String,
    /// Their e-mail.
    pub email: Email,
    /// Their mobile.
    pub mobile: Mobile,
}

/// The role of the users that a company's administrator makes; administrators
/// and auditors are the bank's to make (DESIGN §3).
pub const GIVEN_ROLE: Role = Role::Member;

/// The roles of the people whom the bank makes in a company.
pub const BANK_GIVEN_ROLES: [Role; 2] = [Role::Admin, Role::Auditor];

impl UserDraft {
    /// Everything but the username, which only a new user has to choose.
    /// `mobile` reads a number: the server's knows every country's rules.
    ///
    /// # Errors
    /// Every field that is wrong, in the order of the form.
    pub fn check(
        &self,
        mobile: impl Fn(&str) -> Option<Mobile>,
    ) -> Result<CheckedUser, Vec<FieldError>> {
        let full_name = check_name(&self.full_name);
        let email =
            present(&self.email).and_then(|text| Email::parse(text).ok_or(FieldProblem::Malformed));
        let mobile =
            present(&self.mobile).and_then(|text| mobile(text).ok_or(FieldProblem::Malformed));
        match (full_name, email, mobile) {
            (Ok(full_name), Ok(email), Ok(mobile)) => Ok(CheckedUser {
                full_name,
                email,
                mobile,
            }),
            (full_name, email, mobile) => Err([
                (FieldName::FullName, full_name.err()),
                (FieldName::Email, email.err()),
                (FieldName::Mobile, mobile.err()),
            ]
            .into_iter()
            .filter_map(|(field, problem)| problem.map(|problem| FieldError { field, problem }))
            .collect()),
        }
    }

    /// The same for a new user, with the username and the role that they have to
    /// have.
    ///
    /// # Errors
    /// Those of [`Self::check`] after those of username and role.
    pub fn check_new(
        &self,
        mobile: impl Fn(&str) -> Option<Mobile>,
    ) -> Result<CheckedUser, Vec<FieldError>> {
        self.check_new_as(&[GIVEN_ROLE], mobile)
    }

    /// The same for a new user who may have one of these `roles`.
    ///
    /// # Errors
    /// As [`Self::check_new`].
    pub fn check_new_as(
        &self,
        roles: &[Role],
        mobile: impl Fn(&str) -> Option<Mobile>,
    ) -> Result<CheckedUser, Vec<FieldError>> {
        let own = [self.username_problem(), self.role_problem(roles)];
        let own: Vec<_> = own.into_iter().flatten().collect();
        match self.check(mobile) {
            Ok(checked) if own.is_empty() => Ok(checked),
            checked => Err([own, checked.err().unwrap_or_default()].concat()),
        }
    }

    /// What is wrong with the username of a new user.
    fn username_problem(&self) -> Option<FieldError> {
        check_username(self.username.trim())
            .err()
            .map(|problem| FieldError {
                field: FieldName::Username,
                problem,
            })
    }

    /// What is wrong with the role of a new user.
    fn role_problem(&self, roles: &[Role]) -> Option<FieldError> {
        (!roles.contains(&self.role)).then_some(FieldError {
            field: FieldName::Role,
            problem: FieldProblem::Wrong,
        })
    }
}

fn present(text: &str) -> Result<&str, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        Err(FieldProblem::Missing)
    } else {
        Ok(text)
    }
}

/// Letters, digits, dots, hyphens and underscores.
fn check_username(text: &str) -> Result<(), FieldProblem> {
    let text = present(text)?;
    let length = text.chars().count();
    if length > LONGEST_USERNAME {
        return Err(FieldProblem::TooLong);
    }
    let is_good = length >= SHORTEST_USERNAME
        && text
            .chars()
            .all(|character| character.is_alphanumeric() || "._-".contains(character));
    is_good.then_some(()).ok_or(FieldProblem::Malformed)
}

fn check_name(text: &str) -> Result<String, FieldProblem> {
    let name = present(text)?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if name.chars().count() > LONGEST_NAME {
        return Err(FieldProblem::TooLong);
    }
    if name.chars().any(char::is_control) {
        return Err(FieldProblem::Malformed);
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft() -> UserDraft {
        UserDraft {
            username: "ANA1".to_owned(),
            full_name: "  Ana   Ruiz ".to_owned(),
            email: "ana@acme.co".to_owned(),
            mobile: "300 123 4567".to_owned(),
            role: Role::Member,
            contact_confirmed: false,
        }
    }

    #[test]
    fn what_is_right_is_kept_in_one_form() {
        let checked = draft().check(Mobile::parse).unwrap();
        assert_eq!(checked.full_name, "Ana Ruiz");
        assert_eq!(checked.mobile.as_str(), "+573001234567");
        assert_eq!(draft().username_problem(), None);
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let wrong = UserDraft {
            full_name: " ".to_owned(),
            email: "ana".to_owned(),
            mobile: "601 555 1234".to_owned(),
            ..draft()
        };
        let fields: Vec<_> = wrong
            .check(Mobile::parse)
            .unwrap_err()
            .into_iter()
            .map(|error| error.field)
            .collect();
        assert_eq!(
            fields,
            [FieldName::FullName, FieldName::Email, FieldName::Mobile]
        );
    }

    #[test]
    fn a_username_is_one_short_word() {
        for username in ["", "ab", "ana ruiz", "ana@x", "ana\u{0}", &"a".repeat(41)] {
            let draft = UserDraft {
                username: username.to_owned(),
                ..draft()
            };
            assert!(draft.username_problem().is_some(), "{username:?}");
        }
    }

    #[test]
    fn an_administrator_makes_no_administrator() {
        for role in Role::ALL {
            let draft = UserDraft { role, ..draft() };
            assert_eq!(
                draft.role_problem(&[GIVEN_ROLE]).is_none(),
                role == GIVEN_ROLE
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_check_panic(text in "\\PC{0,120}") {
            let draft = UserDraft {
                username: text.clone(),
                full_name: text.clone(),
                email: text.clone(),
                mobile: text,
                ..draft()
            };
            let _ = (draft.check(Mobile::parse), draft.username_problem());
        }
    }
}
