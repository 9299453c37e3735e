//! Which rows are chosen, and what can be done with them.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::actions::{ACTIONS, Several, action_of};
use super::block::BlockDialog;
use super::block_run::use_block_request;
use super::change_request::{ChangeRequest, ChangeTarget};
use super::matching::{ActivateMatching, Matching};
use super::reach::Reach;
use super::why_not::why_not_all;
use crate::console::paths;
use crate::console::person::use_person;
use crate::console::table::{self, Choosable};
use crate::domain::id::TokenId;
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::table::TokenQuery;
use crate::domain::token::ActionKind;
use crate::domain::view::{NamedToken, TokenPage, TokenRow};
use crate::i18n::Message;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{BatchBar, Button, ButtonVariant, IconName, Menu, MenuButton, t, use_locale};

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
    /// The page that is shown, and the query that it answers.
    shown: Signal<(TokenQuery, TokenPage)>,
    /// What asks to activate.
    request: ChangeRequest,
    /// Has the table ask again.
    again: Callback<()>,
) -> impl IntoView {
    let chosen: Signal<Vec<TokenRow>> = Memo::new(move |_| selection.rows()).into();
    let total = move || shown.with(|(_, page)| usize::try_from(page.page.total).unwrap_or(0));
    let count = Signal::derive(move || {
        if selection.is_everything() {
            total()
        } else {
            chosen.with(Vec::len)
        }
    });
    let filter = move || shown.with_untracked(|(query, _)| query.filter);
    let is_everything = move || untrack(move || selection.is_everything());
    let (blocking, activating) = (RwSignal::new(false), RwSignal::new(false));
    let block = use_block_request(again);
    let matching = Matching::new();
    forget_the_overtaken(selection, request);
    // What was blocked is chosen no longer; whoever wants more chooses anew.
    Effect::new(move |was_open: Option<bool>| {
        let is_open = blocking.get();
        if was_open == Some(true) && !is_open && block.run.with_untracked(|run| run.has_result()) {
            selection.clear();
        }
        is_open
    });
    let activate = move || {
        if is_everything() {
            matching.ask(filter(), ActionKind::Activate);
            activating.set(true);
            return;
        }
        let tokens = named(&chosen.get_untracked());
        if !tokens.is_empty() {
            request.ask(ChangeTarget::of_all(&tokens, OperationKind::Activate));
        }
    };
    let ask_to_block = move || {
        block.forget();
        if is_everything() {
            matching.ask(filter(), ActionKind::Block);
        }
        blocking.set(true);
    };
    let unblock = use_one_by_one(chosen, ActionKind::Unblock);
    let all = Signal::derive(move || selection.is_everything().then_some(matching));
    let block_why = use_why_not_all(selection, chosen, ActionKind::Block);
    let (activate_words, block_words, unblock_words) = (
        t(TokenMessage::Activate),
        t(TokenMessage::Block),
        t(TokenMessage::Unblock),
    );
    let reach = move || view! { <Reach selection shown/> };
    view! {
        <BatchBar count on_clear=move || selection.clear() reach>
            <Button
                id="activar"
                variant=ButtonVariant::Primary
                icon=IconName::Check
                disabled_reason=use_why_not_all(selection, chosen, ActionKind::Activate)
                busy=request.pending()
                busy_label=t(TokenMessage::Requesting)
                on_click=activate
            >
                {activate_words}
            </Button>
            <Button
                id="bloquear-varios"
                icon=IconName::Lock
                disabled_reason=block_why
                on_click=ask_to_block
            >
                {block_words}
            </Button>
            <Button
                id="desbloquear"
                icon=IconName::Key
                disabled_reason=use_why_not_all(selection, chosen, ActionKind::Unblock)
                on_click=unblock
            >
                {unblock_words}
            </Button>
            <MoreActions selection chosen/>
        </BatchBar>
        <BlockDialog
            chosen=Signal::derive(move || chosen.with(|rows| named(rows)))
            matching=all
            why_not=block_why
            open=blocking
            request=block
        />
        <ActivateMatching matching open=activating request/>
    }
    .into_any()
}

/// The actions that have no button of their own in the bar. What cannot be done
/// with what is chosen says why.
#[component]
fn MoreActions(selection: Selection, chosen: Signal<Vec<TokenRow>>) -> impl IntoView {
    let items = ACTIONS
        .into_iter()
        .filter(|action| action.several == Several::OneByOne && action.kind != ActionKind::Unblock)
        .map(|action| {
            view! {
                <MenuButton
                    icon=action.icon
                    danger=action.takes_away
                    disabled_reason=use_why_not_all(selection, chosen, action.kind)
                    on_click=use_one_by_one(chosen, action.kind)
                >
                    {t(action.word)}
                </MenuButton>
            }
        })
        .collect_view();
    view! { <Menu label=t(TableMessage::MoreActions)>{items}</Menu> }.into_any()
}

/// Opens the page of the first chosen token; the others come after it.
fn use_one_by_one(chosen: Signal<Vec<TokenRow>>, kind: ActionKind) -> impl Fn() + Clone {
    let navigate = use_navigate();
    move || {
        if let (Some(action), Some((first, queue))) = (action_of(kind), head_and_queue(chosen)) {
            let href = paths::change(action.segment, first.serial, &queue);
            navigate(&href, NavigateOptions::default());
        }
    }
}

fn named(rows: &[TokenRow]) -> Vec<NamedToken> {
    rows.iter().cloned().map(NamedToken::from).collect()
}

/// A token of another page that somebody changed first would stand in the way of
/// every further attempt: it is left.
fn forget_the_overtaken(selection: Selection, request: ChangeRequest) {
    Effect::new(move |_| {
        if let Some(username) = request.overtaken_user() {
            selection.leave(|row| row.username == username);
        }
    });
}

/// The first of the chosen rows, and the serials of the others.
fn head_and_queue(chosen: Signal<Vec<TokenRow>>) -> Option<(TokenRow, Vec<Serial>)> {
    chosen.with_untracked(|rows| {
        let (first, rest) = rows.split_first()?;
        Some((first.clone(), rest.iter().map(|row| row.serial).collect()))
    })
}

/// Why this cannot be done with what is chosen. Of all that match, the server
/// tells which stand in the way when it is asked.
fn use_why_not_all(
    selection: Selection,
    chosen: Signal<Vec<TokenRow>>,
    kind: ActionKind,
) -> Signal<Option<String>> {
    let (person, locale) = (use_person(), use_locale());
    Signal::derive(move || {
        if !selection.is_everything() {
            return chosen.with(|rows| why_not_all(person, rows, kind, locale.get()));
        }
        let can_confirm =
            person.is_some_and(|person| person.with(|person| person.own_token.can_confirm()));
        let is_one_by_one =
            action_of(kind).is_some_and(|action| action.several == Several::OneByOne);
        let message = match kind {
            _ if is_one_by_one => TokenMessage::OneByOne,
            _ if kind.needs_confirmation() && !can_confirm => TokenMessage::NoActiveToken,
            _ => return None,
        };
        Some(message.text(locale.get()).to_owned())
    })
}
