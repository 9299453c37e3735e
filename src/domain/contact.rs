//! How a user is reached: e-mail, mobile, and when both were last confirmed.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::time::Timestamp;

/// An e-mail address that can be written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

/// A mobile number in E.164 form, `+` and 8 to 15 digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mobile(String);

impl Email {
    /// Reads an address: one `@`, a local part within RFC 5321 §4.5.3.1's
    /// 64 bytes, and a domain with a dot; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (local, domain) = text.split_once('@')?;
        let local_is_good = !local.is_empty()
            && local.len() <= 64
            && local
                .split('.')
                .all(|atom| !atom.is_empty() && atom.chars().all(is_atom_character));
        let domain_is_good =
            domain.len() <= 253 && domain.contains('.') && domain.split('.').all(is_domain_label);
        (local_is_good && domain_is_good).then(|| Self(text.to_owned()))
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// RFC 5322 §3.2.3 `atext`, and any letter of RFC 6531.
fn is_atom_character(character: char) -> bool {
    character.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character)
}

fn is_domain_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .chars()
            .all(|character| character.is_alphanumeric() || character == '-')
}

impl Mobile {
    /// Reads a number. Spaces, dots, hyphens and brackets are passed over; ten
    /// digits that begin with 3 are a Colombian mobile and get `+57`.
    pub fn parse(text: &str) -> Option<Self> {
        let kept: String = text
            .trim()
            .chars()
            .filter(|c| !" .-()".contains(*c))
            .collect();
        let digits = kept.strip_prefix('+').unwrap_or(&kept);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let national = if kept.starts_with('+') {
            digits.strip_prefix("57")
        } else {
            Some(digits)
        };
        match national {
            Some(number) if number.len() == 10 && number.starts_with('3') => {
                Some(Self(format!("+57{number}")))
            }
            Some(_) => None,
            None => ((8..=15).contains(&digits.len()) && !digits.starts_with('0'))
                .then(|| Self(format!("+{digits}"))),
        }
    }

    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for Mobile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A user's contact data as the company keeps it: perhaps missing, perhaps
/// wrong, perhaps old.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// The e-mail address as it was typed.
    pub email: Option<String>,
    /// The mobile number as it was typed.
    pub mobile: Option<String>,
    /// When the user's e-mail and mobile were last confirmed as right.
    pub confirmed_at: Option<Timestamp>,
}

impl Contact {
    /// Whether the person would be reached elsewhere with `other`: how an address
    /// or a number was typed makes no difference.
    pub fn leads_elsewhere(&self, other: &Self) -> bool {
        let email = |contact: &Self| contact.email.as_deref().and_then(Email::parse);
        let mobile = |contact: &Self| contact.mobile.as_deref().and_then(Mobile::parse);
        email(self) != email(other) || mobile(self) != mobile(other)
    }
}

/// What is wrong with a user's contact data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactProblem {
    /// There is no e-mail.
    EmailMissing,
    /// The e-mail is not an address.
    EmailInvalid,
    /// There is no mobile number.
    MobileMissing,
    /// The mobile number is not one.
    MobileInvalid,
    /// Nobody ever confirmed the data, or too long ago.
    Stale,
}

impl Contact {
    /// Every problem, in the order a person would mend them; none when a token
    /// may be assigned. `period` is how long a confirmation holds.
    pub fn problems(&self, now: Timestamp, period: Duration) -> Vec<ContactProblem> {
        let mut problems = Vec::new();
        match self.email.as_deref() {
            None | Some("") => problems.push(ContactProblem::EmailMissing),
            Some(text) if Email::parse(text).is_none() => {
                problems.push(ContactProblem::EmailInvalid)
            }
            Some(_) => {}
        }
        match self.mobile.as_deref() {
            None | Some("") => problems.push(ContactProblem::MobileMissing),
            Some(text) if Mobile::parse(text).is_none() => {
                problems.push(ContactProblem::MobileInvalid)
            }
            Some(_) => {}
        }
        if self.confirmed_at.is_none_or(|at| now.since(at) > period) {
            problems.push(ContactProblem::Stale);
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const YEAR: Duration = Duration::from_secs(365 * 86_400);

    fn good_contact(confirmed_at: Timestamp) -> Contact {
        Contact {
            email: Some("ana@entelgy.co".to_owned()),
            mobile: Some("318 671 4836".to_owned()),
            confirmed_at: Some(confirmed_at),
        }
    }

    #[test]
    fn a_colombian_mobile_gets_its_country_code() {
        assert_eq!(
            Mobile::parse("318 671-4836").unwrap().as_str(),
            "+573186714836"
        );
        assert_eq!(
            Mobile::parse("+57 318 671 4836").unwrap().as_str(),
            "+573186714836"
        );
    }

    #[test]
    fn a_landline_or_nonsense_is_not_a_mobile() {
        for text in [
            "",
            "601 555 1234",
            "+57 601 555 1234",
            "31867148",
            "tel",
            "+",
            "+0123456789",
        ] {
            assert_eq!(Mobile::parse(text), None, "{text}");
        }
    }

    #[test]
    fn nonsense_is_not_an_address() {
        for text in [
            "",
            "ana",
            "ana@",
            "@entelgy.co",
            "ana@entelgy",
            "a b@c.co",
            "a@b@c.co",
            "a..b@c.co",
            "a@-b.co",
        ] {
            assert_eq!(Email::parse(text), None, "{text}");
        }
    }

    #[test]
    fn good_and_recent_data_has_no_problem() {
        let now = Timestamp::from_seconds(2_000_000_000);
        assert_eq!(good_contact(now).problems(now, YEAR), []);
    }

    #[test]
    fn data_is_stale_the_instant_after_its_period() {
        let confirmed = Timestamp::from_seconds(1_000_000_000);
        let contact = good_contact(confirmed);
        assert_eq!(contact.problems(confirmed.plus(YEAR), YEAR), []);
        let after = confirmed.plus(YEAR).plus(Duration::from_micros(1));
        assert_eq!(contact.problems(after, YEAR), [ContactProblem::Stale]);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parsers_panic(text in ".{0,40}") {
            let _ = Email::parse(&text);
            let _ = Mobile::parse(&text);
        }
    }
}
