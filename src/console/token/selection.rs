//! Which rows are chosen, and what can be done with them.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::actions::action_of;
use super::block::{BlockDialog, use_block_request};
use super::change_request::{ChangeRequest, ChangeTarget};
use super::why_not::why_not_all;
use crate::console::paths;
use crate::console::person::use_person;
use crate::console::table::{self, Choosable};
use crate::domain::id::TokenId;
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::token::ActionKind;
use crate::domain::view::TokenRow;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{BatchBar, Button, ButtonVariant, IconName, t, use_locale};

/// The chosen rows of the table of tokens.
pub type Selection = table::Selection<TokenRow>;

impl Choosable for TokenRow {
    type Id = TokenId;

    fn id(&self) -> TokenId {
        self.id
    }
}

/// The bar at the foot of the screen: what can be done with the chosen rows.
#[component]
pub fn SelectionBar(
    /// The chosen rows.
    selection: Selection,
    /// What asks to activate.
    request: ChangeRequest,
    /// Has the table ask again.
    again: Callback<()>,
) -> impl IntoView {
    let chosen: Signal<Vec<TokenRow>> = Memo::new(move |_| selection.rows()).into();
    let count = Signal::derive(move || chosen.with(Vec::len));
    let asking = RwSignal::new(false);
    let block = use_block_request(again);
    Effect::new(move |_| {
        if asking.get() {
            block.forget();
        }
    });
    let activate = move || {
        chosen.with_untracked(|rows| {
            if !rows.is_empty() {
                request.ask(ChangeTarget::of_all(rows, OperationKind::Activate));
            }
        });
    };
    let navigate = use_navigate();
    let unblock = move || {
        if let (Some(action), Some((first, queue))) =
            (action_of(ActionKind::Unblock), head_and_queue(chosen))
        {
            let href = paths::change(action.segment, first.serial, &queue);
            navigate(&href, NavigateOptions::default());
        }
    };
    let (activate_words, block_words, unblock_words) = (
        t(TokenMessage::Activate),
        t(TokenMessage::Block),
        t(TokenMessage::Unblock),
    );
    view! {
        <BatchBar count on_clear=move || selection.set_all(false)>
            <Button
                id="activar"
                variant=ButtonVariant::Primary
                icon=IconName::Check
                disabled_reason=use_why_not_all(chosen, ActionKind::Activate)
                busy=request.pending()
                busy_label=t(TokenMessage::Requesting)
                on_click=activate
            >
                {activate_words}
            </Button>
            <Button
                id="bloquear-varios"
                icon=IconName::Lock
                disabled_reason=use_why_not_all(chosen, ActionKind::Block)
                on_click=move || asking.set(true)
            >
                {block_words}
            </Button>
            <Button
                id="desbloquear"
                icon=IconName::Key
                disabled_reason=use_why_not_all(chosen, ActionKind::Unblock)
                on_click=unblock
            >
                {unblock_words}
            </Button>
        </BatchBar>
        <BlockDialog rows=chosen open=asking request=block/>
    }
    .into_any()
}

/// The first of the chosen rows, and the serials of the others.
fn head_and_queue(chosen: Signal<Vec<TokenRow>>) -> Option<(TokenRow, Vec<Serial>)> {
    chosen.with_untracked(|rows| {
        let (first, rest) = rows.split_first()?;
        Some((first.clone(), rest.iter().map(|row| row.serial).collect()))
    })
}

fn use_why_not_all(chosen: Signal<Vec<TokenRow>>, kind: ActionKind) -> Signal<Option<String>> {
    let (person, locale) = (use_person(), use_locale());
    Signal::derive(move || chosen.with(|rows| why_not_all(person, rows, kind, locale.get())))
}
