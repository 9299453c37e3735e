//! Why something cannot be done to a token now: the domain's rule, asked by the
//! browser to explain a button. The server asks it again.

use leptos::prelude::*;

use crate::console::person::use_person;
use crate::domain::token::{ActionKind, Actor, Refusal, TokenStatus, possible_from};
use crate::domain::view::{PersonView, TokenRow};
use crate::i18n::console_token::TokenMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{status_message, use_locale};

/// Why the person who is signed in cannot do this to the token now, in words;
/// `None` when they can.
pub fn use_why_not(row: Signal<TokenRow>, kind: ActionKind) -> Signal<Option<String>> {
    let (person, locale) = (use_person(), use_locale());
    Signal::derive(move || row.with(|row| why_not(person, row, kind, locale.get())))
}

/// The same for several tokens: the first one that stands in the way.
pub fn why_not_all(
    person: Option<Signal<PersonView>>,
    rows: &[TokenRow],
    kind: ActionKind,
    locale: Locale,
) -> Option<String> {
    rows.iter().find_map(|row| {
        let reason = why_not(person, row, kind, locale)?;
        Some(match rows {
            [_] => reason,
            _ => TokenMessage::NotThisOne
                .fill(locale, &[("name", &row.username), ("reason", &reason)]),
        })
    })
}

/// Why `person` cannot do this to the token, in words; tracked.
pub fn why_not(
    person: Option<Signal<PersonView>>,
    row: &TokenRow,
    kind: ActionKind,
    locale: Locale,
) -> Option<String> {
    let refusal = match person {
        Some(person) => person.with(|person| refusal(person, row, kind)),
        None => Some(Refusal::NotYourRole),
    };
    refusal.map(|refusal| words(&refusal, locale))
}

fn refusal(person: &PersonView, row: &TokenRow, kind: ActionKind) -> Option<Refusal> {
    let actor = Actor::Person {
        user: person.user,
        role: person.role,
    };
    let can_confirm = person.own_token.can_confirm();
    row.facts().allows(actor, can_confirm, kind).err()
}

/// A refusal beside the button that it turns off.
pub fn words(refusal: &Refusal, locale: Locale) -> String {
    let message = match refusal {
        Refusal::NotYourRole => TokenMessage::YourRole,
        Refusal::WrongState {
            from,
            action: ActionKind::Activate,
        } => match from {
            TokenStatus::Active => TokenMessage::AlreadyActive,
            TokenStatus::Blocked => TokenMessage::IsBlocked,
            _ => TokenMessage::NotEnrolled,
        },
        Refusal::WrongState { action, .. } => return only_from(*action, locale),
        Refusal::OperationOpen => TokenMessage::OperationOpen,
        Refusal::OwnToken => TokenMessage::YourOwn,
        Refusal::LastAdministrator => TokenMessage::LastAdministrator,
        Refusal::CannotConfirm => TokenMessage::NoActiveToken,
        Refusal::Ineligible(_) => TokenMessage::HolderInactive,
    };
    message.text(locale).to_owned()
}

/// "Solo cuando está Activo o Bloqueado".
fn only_from(kind: ActionKind, locale: Locale) -> String {
    let states: Vec<_> = possible_from(kind)
        .map(|status| status_message(status).text(locale))
        .collect();
    let or = format!(" {} ", TokenMessage::Or.text(locale));
    let states = match states.split_last() {
        Some((last, rest)) if !rest.is_empty() => rest.join(", ") + &or + last,
        _ => states.concat(),
    };
    TokenMessage::OnlyFrom.fill(locale, &[("states", &states)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::person::sample::{NOW, linked, person};
    use crate::domain::id::{TokenId, UserId};
    use crate::domain::serial::Serial;
    use crate::domain::token::Circumstances;
    use crate::domain::user::{Ineligibility, Role};
    use crate::domain::view::OwnToken;

    fn row(status: TokenStatus) -> TokenRow {
        TokenRow {
            id: TokenId::new(NOW, [8; 10]),
            serial: Serial::from_number(1).unwrap(),
            holder: UserId::new(NOW, [7; 10]),
            username: "SofiaR".to_owned(),
            full_name: String::new(),
            status,
            updated_at: NOW,
            version: 1,
            circumstances: Circumstances::default(),
            awaits_approval: false,
        }
    }

    fn told(person: &PersonView, row: &TokenRow, kind: ActionKind) -> Option<String> {
        refusal(person, row, kind).map(|refusal| words(&refusal, Locale::Spanish))
    }

    #[test]
    fn an_administrator_does_what_the_state_allows() {
        let admin = person(Role::Admin, linked());
        for (status, kind) in [
            (TokenStatus::PendingActivation, ActionKind::Activate),
            (TokenStatus::Active, ActionKind::Block),
            (TokenStatus::Blocked, ActionKind::Unassign),
        ] {
            assert_eq!(told(&admin, &row(status), kind), None);
        }
    }

    #[test]
    fn from_where_an_action_is_possible_is_told() {
        let admin = person(Role::Admin, linked());
        for (status, kind, words) in [
            (
                TokenStatus::Assigned,
                ActionKind::Activate,
                "Falta que el usuario se enrole en su AppMovil",
            ),
            (
                TokenStatus::Active,
                ActionKind::Resend,
                "Solo cuando está Asignado",
            ),
            (
                TokenStatus::Assigned,
                ActionKind::ReplaceDevice,
                "Solo cuando está Pendiente Activación, Activo o Bloqueado",
            ),
        ] {
            assert_eq!(told(&admin, &row(status), kind).as_deref(), Some(words));
        }
    }

    #[test]
    fn without_an_active_token_of_their_own_nobody_can_confirm() {
        let admin = person(Role::Admin, OwnToken::None);
        assert_eq!(
            refusal(&admin, &row(TokenStatus::Blocked), ActionKind::Unblock),
            Some(Refusal::CannotConfirm)
        );
    }

    #[test]
    fn a_token_with_an_open_operation_waits_for_it_but_can_be_blocked() {
        let admin = person(Role::Admin, linked());
        let mut row = row(TokenStatus::Active);
        row.circumstances.has_open_operation = true;
        assert_eq!(
            refusal(&admin, &row, ActionKind::Unassign),
            Some(Refusal::OperationOpen)
        );
        assert_eq!(refusal(&admin, &row, ActionKind::Block), None);
    }

    #[test]
    fn every_refusal_has_words_without_an_unfilled_place() {
        for refusal in [
            Refusal::NotYourRole,
            Refusal::Ineligible(vec![Ineligibility::Inactive]),
            Refusal::OperationOpen,
            Refusal::OwnToken,
            Refusal::LastAdministrator,
            Refusal::CannotConfirm,
        ] {
            for locale in [Locale::Spanish, Locale::English] {
                let words = words(&refusal, locale);
                assert!(!words.is_empty() && !words.contains('{'), "{words}");
            }
        }
    }

    #[test]
    fn of_several_the_one_in_the_way_is_named() {
        let rows = [row(TokenStatus::Active), row(TokenStatus::Active)];
        let told = why_not_all(None, &rows, ActionKind::Block, Locale::Spanish);
        assert_eq!(
            told.as_deref(),
            Some("SofiaR: Su rol solo permite consultar")
        );
    }
}
