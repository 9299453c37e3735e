//! What an administrator does to a token, on the screen: its word, its address,
//! its drawing. Which there are, in which order, and who may do them when is the
//! domain's.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::change_request::{ChangeRequest, ChangeTarget};
use super::why_not::use_why_not;
use crate::console::paths;
use crate::domain::operation::OperationKind;
use crate::domain::token::ActionKind;
use crate::domain::view::TokenRow;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{IconName, MenuButton, t};

/// An action on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenAction {
    /// What it does.
    pub kind: ActionKind,
    /// Its word.
    pub word: TokenMessage,
    /// Its place in an address.
    pub segment: &'static str,
    /// Its drawing.
    pub icon: IconName,
    /// Whether it takes something away from the user.
    pub takes_away: bool,
    /// How it is done with several tokens.
    pub several: Several,
}

/// How an action is done with several chosen tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// All of them at once.
    Together,
    /// One after the other, each on its own page: whoever does it should look at
    /// each (docs/adr/0012).
    OneByOne,
}

/// Every one, in the order of [`offered`](crate::domain::token::offered).
pub const ACTIONS: [ScreenAction; 7] = [
    ScreenAction {
        kind: ActionKind::Resend,
        word: TokenMessage::Resend,
        segment: "reenviar",
        icon: IconName::Mail,
        takes_away: false,
        several: Several::OneByOne,
    },
    ScreenAction {
        kind: ActionKind::Cancel,
        word: TokenMessage::Cancel,
        segment: "cancelar",
        icon: IconName::Close,
        takes_away: true,
        several: Several::OneByOne,
    },
    ScreenAction {
        kind: ActionKind::Activate,
        word: TokenMessage::Activate,
        segment: "activar",
        icon: IconName::Check,
        takes_away: false,
        several: Several::Together,
    },
    ScreenAction {
        kind: ActionKind::Block,
        word: TokenMessage::Block,
        segment: "bloquear",
        icon: IconName::Lock,
        takes_away: true,
        several: Several::Together,
    },
    ScreenAction {
        kind: ActionKind::Unblock,
        word: TokenMessage::Unblock,
        segment: "desbloquear",
        icon: IconName::Key,
        takes_away: false,
        several: Several::OneByOne,
    },
    ScreenAction {
        kind: ActionKind::ReplaceDevice,
        word: TokenMessage::ReplaceDevice,
        segment: "reemplazar",
        icon: IconName::Smartphone,
        takes_away: true,
        several: Several::OneByOne,
    },
    ScreenAction {
        kind: ActionKind::Unassign,
        word: TokenMessage::Unassign,
        segment: "quitar",
        icon: IconName::MinusCircle,
        takes_away: true,
        several: Several::OneByOne,
    },
];

/// The one that does `kind`; `None` for what no administrator does to a token.
pub fn action_of(kind: ActionKind) -> Option<ScreenAction> {
    ACTIONS.into_iter().find(|action| action.kind == kind)
}

/// The one at this place of an address.
pub fn action_at(segment: &str) -> Option<ScreenAction> {
    ACTIONS.into_iter().find(|action| action.segment == segment)
}

/// The entries of a token's menu. What cannot be done now says why.
#[component]
pub fn ActionItems(
    /// The token.
    row: Signal<TokenRow>,
    /// What asks to activate, which needs no page of its own.
    request: ChangeRequest,
) -> impl IntoView {
    let navigate = use_navigate();
    ACTIONS
        .map(|action| {
            let navigate = navigate.clone();
            let press = move || {
                let row = row.get_untracked();
                if action.kind == ActionKind::Activate {
                    request.ask(ChangeTarget::of(&row, OperationKind::Activate));
                } else {
                    let href = paths::change(action.segment, row.serial, &[]);
                    navigate(&href, NavigateOptions::default());
                }
            };
            view! {
                <MenuButton
                    icon=action.icon
                    danger=action.takes_away
                    disabled_reason=use_why_not(row, action.kind)
                    on_click=press
                >
                    {t(action.word)}
                </MenuButton>
            }
        })
        .collect_view()
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::token::{Party, offered};

    #[test]
    fn the_screen_has_what_the_domain_offers_in_its_order() {
        let shown: Vec<_> = ACTIONS.iter().map(|action| action.kind).collect();
        assert_eq!(shown, offered(Party::Admin).collect::<Vec<_>>());
    }

    #[test]
    fn each_action_has_an_address_of_its_own() {
        for action in ACTIONS {
            assert_eq!(action_at(action.segment), Some(action));
            assert_eq!(action_of(action.kind), Some(action));
        }
        assert_eq!(action_at("detalle"), None);
    }
}
