//! Words for what a user is.

use leptos::prelude::*;

use crate::console::error_words::user_refusal_words;
use crate::console::person::use_person;
use crate::domain::contact::ContactProblem;
use crate::domain::table::{ContactFilter, TokenHolding};
use crate::domain::user::UserStatus;
use crate::domain::user_change::{UserAction, UserRefusal, decide_user};
use crate::domain::view::{PersonView, UserRow};
use crate::i18n::console_token::TokenMessage;
use crate::i18n::console_user::UserMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{IconName, Tone, use_locale};

/// Whether a user may use the service.
pub const fn user_status_message(status: UserStatus) -> UserMessage {
    match status {
        UserStatus::Active => UserMessage::Active,
        UserStatus::Inactive => UserMessage::Inactive,
    }
}

/// How contact data stand.
pub const fn contact_filter_message(filter: ContactFilter) -> UserMessage {
    match filter {
        ContactFilter::Fresh => UserMessage::ContactFresh,
        ContactFilter::Stale => UserMessage::ContactStale,
        ContactFilter::Missing => UserMessage::ContactMissing,
    }
}

/// With a token or without.
pub const fn holding_message(holding: TokenHolding) -> UserMessage {
    match holding {
        TokenHolding::With => UserMessage::WithToken,
        TokenHolding::Without => UserMessage::WithoutToken,
    }
}

/// How a user's contact data stand, in one word with its colour and shape.
pub fn contact_standing(row: &UserRow) -> (UserMessage, Tone, IconName) {
    let only_stale = row.problems == [ContactProblem::Stale];
    match (row.problems.is_empty(), only_stale, row.confirmed_at) {
        (true, ..) => (
            UserMessage::ContactFresh,
            Tone::Success,
            IconName::CheckCircle,
        ),
        (_, true, Some(_)) => (UserMessage::ContactStale, Tone::Warning, IconName::Clock),
        (_, true, None) => (UserMessage::ContactNever, Tone::Warning, IconName::Clock),
        _ => (UserMessage::ContactMissing, Tone::Danger, IconName::Alert),
    }
}

/// Why the person who is signed in cannot do this about the user now, in words.
pub fn use_why_not(row: Signal<UserRow>, action: UserAction) -> Signal<Option<String>> {
    let (person, locale) = (use_person(), use_locale());
    Signal::derive(move || row.with(|row| why_not(person, row, action, locale.get())))
}

/// The same for several users: the first one that stands in the way.
pub fn why_not_all(
    person: Option<Signal<PersonView>>,
    rows: &[UserRow],
    action: UserAction,
    locale: Locale,
) -> Option<String> {
    rows.iter().find_map(|row| {
        let reason = why_not(person, row, action, locale)?;
        Some(match rows {
            [_] => reason,
            _ => TokenMessage::NotThisOne
                .fill(locale, &[("name", &row.username), ("reason", &reason)]),
        })
    })
}

fn why_not(
    person: Option<Signal<PersonView>>,
    row: &UserRow,
    action: UserAction,
    locale: Locale,
) -> Option<String> {
    let decided = match person {
        Some(person) => {
            person.with(|person| decide_user(person.user, person.role, &row.facts(), action))
        }
        None => Err(UserRefusal::NotYourRole),
    };
    decided
        .err()
        .map(|refusal| user_refusal_words(&refusal, locale))
}
