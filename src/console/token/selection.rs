//! Which rows are chosen, and what can be done with them.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::activation::{Candidate, why_not};
use super::activation_request::{ActivationRequest, ActivationTarget};
use crate::console::person::use_person;
use crate::domain::id::TokenId;
use crate::domain::view::{PersonView, TokenRow};
use crate::i18n::Message;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{BatchBar, Button, ButtonVariant, IconName, t, use_locale};

/// The chosen rows of the page that is shown.
#[derive(Clone, Copy)]
pub struct Selection {
    chosen: RwSignal<BTreeSet<TokenId>>,
    rows: Signal<Vec<TokenRow>>,
}

impl Selection {
    /// Nothing chosen among `rows`.
    pub fn new(rows: Signal<Vec<TokenRow>>) -> Self {
        Self {
            chosen: RwSignal::new(BTreeSet::new()),
            rows,
        }
    }

    /// Whether a row is chosen.
    pub fn has(self, token: TokenId) -> bool {
        self.chosen.with(|chosen| chosen.contains(&token))
    }

    /// Chooses a row, or leaves it.
    pub fn set(self, token: TokenId, wanted: bool) {
        self.chosen.update(|chosen| {
            if wanted {
                chosen.insert(token);
            } else {
                chosen.remove(&token);
            }
        });
    }

    /// Chooses every row of the page, or none.
    pub fn set_all(self, wanted: bool) {
        let all = self
            .rows
            .with_untracked(|rows| rows.iter().map(|row| row.id).collect());
        self.chosen.set(if wanted { all } else { BTreeSet::new() });
    }

    /// The chosen rows that are on the page: one that left it is chosen no
    /// longer.
    pub fn rows(self) -> Vec<TokenRow> {
        self.rows.with(|rows| {
            self.chosen.with(|chosen| {
                rows.iter()
                    .filter(|row| chosen.contains(&row.id))
                    .cloned()
                    .collect()
            })
        })
    }

    /// All, none, or some of the page.
    pub fn state(self) -> Option<bool> {
        let all = self.rows.with(Vec::len);
        match self.rows().len() {
            0 => Some(false),
            chosen if chosen == all => Some(true),
            _ => None,
        }
    }
}

/// Why `person` cannot activate a row's token; tracked.
pub fn why_not_row(person: Option<Signal<PersonView>>, row: &TokenRow) -> Option<TokenMessage> {
    let token = Candidate {
        status: row.status,
        holder: Some(row.holder),
        has_open_operation: false,
    };
    match person {
        Some(person) => person.with(|person| why_not(person, token)),
        None => Some(TokenMessage::YourRole),
    }
}

/// What asks to activate a row's token.
pub const fn target(row: &TokenRow) -> ActivationTarget {
    ActivationTarget {
        token: row.id,
        serial: row.serial,
        version: row.version,
    }
}

/// The bar at the foot of the screen: **Activar** for the one chosen row.
#[component]
pub fn SelectionBar(
    /// The chosen rows.
    selection: Selection,
    /// What asks.
    request: ActivationRequest,
) -> impl IntoView {
    let locale = use_locale();
    let count = Signal::derive(move || selection.rows().len());
    let person = use_person();
    let why = Signal::derive(move || {
        let rows = selection.rows();
        let reason = match rows.as_slice() {
            [] | [_, _, ..] => Some(TokenMessage::ChooseOne),
            [row] => why_not_row(person, row),
        };
        reason.map(|reason| reason.text(locale.get()).to_owned())
    });
    let press = move || {
        if let [row] = untrack(|| selection.rows()).as_slice() {
            request.ask(target(row));
        }
    };
    let words = t(TokenMessage::Activate);
    view! {
        <BatchBar count on_clear=move || selection.set_all(false)>
            <Button
                id="activar"
                variant=ButtonVariant::Primary
                icon=IconName::Check
                disabled_reason=why
                busy=request.pending()
                busy_label=t(TokenMessage::Requesting)
                on_click=press
            >
                {words}
            </Button>
        </BatchBar>
    }
    .into_any()
}
