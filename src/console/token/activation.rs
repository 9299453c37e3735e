//! Whether a token can be activated now, and why not: the domain's rule, asked
//! by the browser to explain a button. The server asks it again.

use crate::domain::id::{DeviceId, UserId};
use crate::domain::time::Timestamp;
use crate::domain::token::{
    ActivationRule, Actor, BlockReason, Circumstances, Refusal, TokenAction, TokenState,
    TokenStatus, decide,
};
use crate::domain::view::PersonView;
use crate::i18n::console_token::TokenMessage;

/// What the rule looks at of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Where it stands.
    pub status: TokenStatus,
    /// Who holds it.
    pub holder: Option<UserId>,
    /// Whether an operation on it waits to be confirmed.
    pub has_open_operation: bool,
}

/// Why `person` cannot activate the token now; `None` when they can.
pub fn why_not(person: &PersonView, token: Candidate) -> Option<TokenMessage> {
    let actor = Actor::Person {
        user: person.user,
        role: person.role,
    };
    let circumstances = Circumstances {
        has_open_operation: token.has_open_operation,
        ..Circumstances::default()
    };
    let Some(state) = state(token) else {
        return Some(TokenMessage::WrongState);
    };
    match decide(actor, state, TokenAction::Activate, &circumstances) {
        Err(refusal) => Some(refusal_message(&refusal)),
        Ok(_) if !person.own_token.can_confirm() => Some(TokenMessage::NoActiveToken),
        Ok(_) => None,
    }
}

/// The state that the rule is asked about. It never looks at which device is
/// bound, which the table does not tell either.
fn state(token: Candidate) -> Option<TokenState> {
    let device = DeviceId::new(Timestamp::from_seconds(0), [0; 10]);
    match (token.status, token.holder) {
        (TokenStatus::Available, _) => Some(TokenState::Available),
        (TokenStatus::Retired, _) => Some(TokenState::Retired),
        (TokenStatus::Assigned, Some(holder)) => Some(TokenState::Assigned {
            holder,
            activation: ActivationRule::ByAdministrator,
        }),
        (TokenStatus::PendingActivation, Some(holder)) => {
            Some(TokenState::PendingActivation { holder, device })
        }
        (TokenStatus::Active, Some(holder)) => Some(TokenState::Active { holder, device }),
        (TokenStatus::Blocked, Some(holder)) => Some(TokenState::Blocked {
            holder,
            device,
            reason: BlockReason::Other,
        }),
        (TokenStatus::Disabled, _) | (_, None) => None,
    }
}

const fn refusal_message(refusal: &Refusal) -> TokenMessage {
    match refusal {
        Refusal::NotYourRole => TokenMessage::YourRole,
        Refusal::WrongState { from, .. } => match from {
            TokenStatus::Assigned => TokenMessage::NotEnrolled,
            TokenStatus::Active => TokenMessage::AlreadyActive,
            TokenStatus::Blocked => TokenMessage::IsBlocked,
            _ => TokenMessage::WrongState,
        },
        Refusal::OperationOpen => TokenMessage::OperationOpen,
        Refusal::OwnToken => TokenMessage::YourOwn,
        Refusal::LastAdministrator => TokenMessage::LastAdministrator,
        Refusal::Ineligible(_) => TokenMessage::WrongState,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::person::sample::{NOW, linked, person};
    use crate::domain::user::Role;
    use crate::domain::view::OwnToken;

    fn token(status: TokenStatus) -> Candidate {
        Candidate {
            status,
            holder: Some(UserId::new(NOW, [7; 10])),
            has_open_operation: false,
        }
    }

    #[test]
    fn an_administrator_activates_a_token_whose_holder_enrolled() {
        let admin = person(Role::Admin, linked());
        assert_eq!(why_not(&admin, token(TokenStatus::PendingActivation)), None);
    }

    #[test]
    fn each_other_state_has_its_own_reason() {
        let admin = person(Role::Admin, linked());
        for (status, reason) in [
            (TokenStatus::Assigned, TokenMessage::NotEnrolled),
            (TokenStatus::Active, TokenMessage::AlreadyActive),
            (TokenStatus::Blocked, TokenMessage::IsBlocked),
        ] {
            assert_eq!(why_not(&admin, token(status)), Some(reason));
        }
    }

    #[test]
    fn without_an_active_token_of_their_own_nobody_can_confirm() {
        let admin = person(Role::Admin, OwnToken::None);
        assert_eq!(
            why_not(&admin, token(TokenStatus::PendingActivation)),
            Some(TokenMessage::NoActiveToken)
        );
    }

    #[test]
    fn an_auditor_only_looks() {
        let auditor = person(Role::Auditor, linked());
        assert_eq!(
            why_not(&auditor, token(TokenStatus::PendingActivation)),
            Some(TokenMessage::YourRole)
        );
    }

    #[test]
    fn a_token_with_an_open_operation_waits_for_it() {
        let admin = person(Role::Admin, linked());
        let busy = Candidate {
            has_open_operation: true,
            ..token(TokenStatus::PendingActivation)
        };
        assert_eq!(why_not(&admin, busy), Some(TokenMessage::OperationOpen));
    }
}
