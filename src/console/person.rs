//! The person who is signed in, for the pages inside the frame.

use leptos::prelude::*;

use crate::domain::user::Role;
use crate::domain::view::PersonView;

#[derive(Clone, Copy)]
struct CurrentPerson(Signal<PersonView>);

/// Makes `person` known to the pages below.
pub fn provide_person(person: Signal<PersonView>) {
    provide_context(CurrentPerson(person));
}

/// The person who is signed in; `None` on a page that is open to all.
pub fn use_person() -> Option<Signal<PersonView>> {
    use_context::<CurrentPerson>().map(|current| current.0)
}

/// Whether the person changes things, rather than only look.
pub fn use_is_admin() -> Signal<bool> {
    let person = use_person();
    Memo::new(move |_| {
        person.is_some_and(|person| person.with(|person| person.role == Role::Admin))
    })
    .into()
}

#[cfg(test)]
pub mod sample {
    //! People for tests.

    use super::*;
    use crate::domain::id::UserId;
    use crate::domain::serial::Serial;
    use crate::domain::time::Timestamp;
    use crate::domain::token::TokenStatus;
    use crate::domain::view::OwnToken;

    /// When the samples live.
    pub const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    /// A person.
    pub fn person(role: Role, own_token: OwnToken) -> PersonView {
        PersonView {
            user: UserId::new(NOW, [1; 10]),
            username: "Admin1".to_owned(),
            full_name: "Ana Ruiz".to_owned(),
            role,
            email: None,
            mobile: None,
            company: "Entelgy".to_owned(),
            own_token,
            demo: false,
            server_time: NOW,
        }
    }

    /// A token that confirms.
    pub fn linked() -> OwnToken {
        OwnToken::Linked {
            serial: Serial::from_number(4_900_031).unwrap(),
            status: TokenStatus::Active,
            device_name: "Pixel".to_owned(),
            enrolled_at: NOW,
        }
    }
}
