//! Another e-mail or mobile for somebody who holds a token: the change that is
//! confirmed in the AppMovil, as it is signed (ADR 18).

use serde::{Deserialize, Serialize};

use super::contact::Contact;
use super::time::Timestamp;
use super::user::User;

/// The change. What a person does not have is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactChange {
    /// The version of the user that this is good for.
    pub user_version: i64,
    /// The e-mail address until now.
    pub email_before: String,
    /// The one from then on.
    pub email_after: String,
    /// The mobile number until now.
    pub mobile_before: String,
    /// The one from then on.
    pub mobile_after: String,
    /// The person's own name from then on; the form that changes the one can
    /// change the other.
    pub full_name_after: String,
    /// Whether the administrator has checked both with the person: they then
    /// count as confirmed from the moment of the change.
    pub contact_confirmed: bool,
}

impl ContactChange {
    /// What makes `after` of `before`.
    pub fn between(before: &User, after: &User, contact_confirmed: bool) -> Self {
        let told = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            user_version: before.version,
            email_before: told(&before.contact.email),
            email_after: told(&after.contact.email),
            mobile_before: told(&before.contact.mobile),
            mobile_after: told(&after.contact.mobile),
            full_name_after: after.full_name.clone(),
            contact_confirmed,
        }
    }

    /// Whether `person` is still the one whom it was asked for.
    pub fn fits(&self, person: &User) -> bool {
        let is = |now: &Option<String>, then: &str| now.as_deref().unwrap_or_default() == then;
        person.version == self.user_version
            && is(&person.contact.email, &self.email_before)
            && is(&person.contact.mobile, &self.mobile_before)
    }

    /// The person after it, changed at `at`; `None` when somebody changed them
    /// meanwhile.
    pub fn apply(&self, person: &User, at: Timestamp) -> Option<User> {
        let present = |text: &String| (!text.is_empty()).then(|| text.clone());
        self.fits(person).then(|| User {
            full_name: self.full_name_after.clone(),
            contact: Contact {
                email: present(&self.email_after),
                mobile: present(&self.mobile_after),
                confirmed_at: self.contact_confirmed.then_some(at),
            },
            ..person.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::id::{CompanyId, UserId};
    use crate::domain::user::{Role, UserStatus};

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    prop_compose! {
        fn a_user()(
            email in prop::option::of("[a-z]{1,8}@[a-z]{1,8}\\.co"),
            mobile in prop::option::of("\\+573[0-9]{9}"),
            full_name in "[A-Z][a-z]{1,9}",
            version in 1..9_i64,
        ) -> User {
            User {
                id: UserId::new(NOW, [1; 10]),
                company: CompanyId::new(NOW, [2; 10]),
                username: "ANA1".to_owned(),
                full_name,
                role: Role::Member,
                status: UserStatus::Active,
                contact: Contact { email, mobile, confirmed_at: Some(NOW) },
                version,
            }
        }
    }

    proptest! {
        #[test]
        fn it_makes_of_a_person_what_was_typed_and_nothing_else(
            before in a_user(), typed in a_user(), confirmed in any::<bool>(),
        ) {
            let change = ContactChange::between(&before, &typed, confirmed);
            let after = change.apply(&before, NOW).unwrap();
            prop_assert_eq!(&after.contact.email, &typed.contact.email);
            prop_assert_eq!(&after.contact.mobile, &typed.contact.mobile);
            prop_assert_eq!(after.contact.confirmed_at.is_some(), confirmed);
            let kept = User { full_name: before.full_name.clone(), contact: before.contact.clone(), ..after };
            prop_assert_eq!(kept, before);
        }

        #[test]
        fn whoever_was_changed_meanwhile_is_left_as_they_are(
            before in a_user(), typed in a_user(), other in a_user(),
        ) {
            let change = ContactChange::between(&before, &typed, true);
            let is_same = other.version == before.version
                && other.contact.email == before.contact.email
                && other.contact.mobile == before.contact.mobile;
            prop_assert_eq!(change.apply(&other, NOW).is_some(), is_same);
        }
    }
}
