//! Words for the domain's values.

use crate::domain::contact::ContactProblem;
use crate::domain::token::ActionKind;
use crate::domain::user::{Ineligibility, Role};
use crate::domain::view::{TimelineActor, TimelineEntry};
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_error::ErrorMessage;
use crate::i18n::console_token::TokenMessage;
pub use crate::i18n::token_words::block_reason_message;
use crate::i18n::{Locale, Message};

/// A role's name.
pub const fn role_message(role: Role) -> ConsoleMessage {
    match role {
        Role::Admin => ConsoleMessage::RoleAdmin,
        Role::Member => ConsoleMessage::RoleMember,
        Role::Auditor => ConsoleMessage::RoleAuditor,
        Role::Operator => ConsoleMessage::RoleOperator,
    }
}

/// Why a user may not have a token.
pub const fn ineligibility_message(reason: Ineligibility) -> ErrorMessage {
    match reason {
        Ineligibility::Inactive => ErrorMessage::Inactive,
        Ineligibility::NotSecondary => ErrorMessage::NotSecondary,
        Ineligibility::HasToken => ErrorMessage::HasToken,
        Ineligibility::HasOpenOperation => ErrorMessage::HasOpenOperation,
        Ineligibility::Contact(problem) => match problem {
            ContactProblem::EmailMissing => ErrorMessage::EmailMissing,
            ContactProblem::EmailInvalid => ErrorMessage::EmailInvalid,
            ContactProblem::MobileMissing => ErrorMessage::MobileMissing,
            ContactProblem::MobileInvalid => ErrorMessage::MobileInvalid,
            ContactProblem::Stale => ErrorMessage::ContactStale,
        },
    }
}

/// What is wrong with contact data, each in words.
pub fn contact_words(problems: &[ContactProblem], locale: Locale) -> Vec<String> {
    problems
        .iter()
        .map(|problem| ineligibility_message(Ineligibility::Contact(*problem)))
        .map(|message| message.text(locale).to_owned())
        .collect()
}

/// What was done to a token; `None` is its grant.
pub const fn deed_message(action: Option<ActionKind>) -> TokenMessage {
    match action {
        None => TokenMessage::DidGrant,
        Some(ActionKind::Assign) => TokenMessage::DidAssign,
        Some(ActionKind::Enrol) => TokenMessage::DidEnrol,
        Some(ActionKind::Resend) => TokenMessage::DidResend,
        Some(ActionKind::Cancel) => TokenMessage::DidCancel,
        Some(ActionKind::ExpireInvitation) => TokenMessage::DidExpire,
        Some(ActionKind::Activate) => TokenMessage::DidActivate,
        Some(ActionKind::Block) => TokenMessage::DidBlock,
        Some(ActionKind::BlockForFailures) => TokenMessage::DidBlockForFailures,
        Some(ActionKind::DeactivateHolder) => TokenMessage::DidDeactivateHolder,
        Some(ActionKind::Unblock) => TokenMessage::DidUnblock,
        Some(ActionKind::ReplaceDevice) => TokenMessage::DidReplaceDevice,
        Some(ActionKind::Unassign) => TokenMessage::DidUnassign,
        Some(ActionKind::Retire) => TokenMessage::DidRetire,
    }
}

/// Who did something.
pub fn actor_name(actor: &TimelineActor, locale: Locale) -> String {
    match actor {
        TimelineActor::Person(name) => name.clone(),
        TimelineActor::Device(name) => TokenMessage::ByDevice.fill(locale, &[("name", name)]),
        TimelineActor::System => TokenMessage::BySystem.text(locale).to_owned(),
    }
}

/// Who did what, and when, in one line.
pub fn deed(entry: &TimelineEntry, locale: Locale) -> String {
    let (who, when) = (actor_name(&entry.actor, locale), entry.at.to_minute_text());
    let what = deed_message(entry.action).text(locale);
    let values = [
        ("who", who.as_str()),
        ("what", what),
        ("when", when.as_str()),
    ];
    TokenMessage::Deed.fill(locale, &values)
}

/// A weekday's name; Monday is 1.
pub const fn weekday_message(weekday: i8) -> ConsoleMessage {
    match weekday {
        1 => ConsoleMessage::Monday,
        2 => ConsoleMessage::Tuesday,
        3 => ConsoleMessage::Wednesday,
        4 => ConsoleMessage::Thursday,
        5 => ConsoleMessage::Friday,
        6 => ConsoleMessage::Saturday,
        _ => ConsoleMessage::Sunday,
    }
}

/// A time to wait, never told shorter than it is.
pub fn duration(seconds: u64, locale: Locale) -> String {
    let (count, one, many) = match seconds {
        0..60 => (seconds, ConsoleMessage::OneSecond, ConsoleMessage::Seconds),
        60..3_600 => (
            seconds.div_ceil(60),
            ConsoleMessage::OneMinute,
            ConsoleMessage::Minutes,
        ),
        _ => (
            seconds.div_ceil(3_600),
            ConsoleMessage::OneHour,
            ConsoleMessage::Hours,
        ),
    };
    match count {
        1 => one.text(locale).to_owned(),
        _ => many.fill(locale, &[("count", &count.to_string())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_in_the_unit_that_fits_and_never_too_short() {
        for (seconds, words) in [
            (1, "1 segundo"),
            (59, "59 segundos"),
            (60, "1 minuto"),
            (61, "2 minutos"),
            (3_600, "1 hora"),
            (7_201, "3 horas"),
        ] {
            assert_eq!(duration(seconds, Locale::Spanish), words);
        }
    }
}
