//! What can be done with the chosen users: give each a token, confirm their data.

use leptos::prelude::*;

use super::assign::AssignDialog;
use super::words::why_not_all;
use crate::api::user::confirm_contacts;
use crate::console::error_notice::ErrorNotice;
use crate::console::person::use_person;
use crate::console::table::Selection;
use crate::domain::error::RequestError;
use crate::domain::table::UserQuery;
use crate::domain::user_change::UserAction;
use crate::domain::view::{UserOutcome, UserRow};
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    BatchBar, Button, ButtonVariant, Dialog, IconName, Notice, NoticeKind, t, t_with, use_locale,
};

type Confirm = Action<Vec<UserRow>, Result<Vec<UserOutcome>, RequestError>>;

/// The bar at the foot of the screen, and what its button asks first.
#[component]
pub fn UserSelectionBar(
    /// The chosen rows.
    selection: Selection<UserRow>,
    /// What the table shows.
    query: Signal<UserQuery>,
    /// Has the table ask again.
    again: Callback<()>,
) -> impl IntoView {
    let chosen: Signal<Vec<UserRow>> = Memo::new(move |_| selection.rows()).into();
    let count = Signal::derive(move || chosen.with(Vec::len));
    let (asking, assigning) = (RwSignal::new(false), RwSignal::new(false));
    let assign = t(UserMessage::AssignSelected);
    let confirm: Confirm = Action::new(|rows: &Vec<UserRow>| {
        confirm_contacts(rows.iter().map(UserRow::seen).collect())
    });
    Effect::new(move |_| {
        if confirm.value().get().is_some() {
            asking.set(false);
            again.run(());
        }
    });
    let (person, locale) = (use_person(), use_locale());
    let why = Signal::derive(move || {
        let locale = locale.get();
        chosen.with(|rows| why_not_all(person, rows, UserAction::ConfirmContact, locale))
    });
    let names = t_with(UserMessage::ConfirmManyLead, move || {
        let names = chosen.with(|rows| {
            let names: Vec<_> = rows.iter().map(|row| row.full_name.as_str()).collect();
            names.join(", ")
        });
        vec![("names", names)]
    });
    let (words, yes, meaning) = (
        t(UserMessage::ConfirmContact),
        t(UserMessage::ConfirmYes),
        t(UserMessage::ConfirmMeaning),
    );
    let actions = move || {
        view! {
            <Button
                variant=ButtonVariant::Primary
                icon=IconName::Check
                busy=confirm.pending()
                busy_label=t(UserMessage::Saving)
                on_click=move || { confirm.dispatch(chosen.get_untracked()); }
            >
                {yes}
            </Button>
        }
    };
    view! {
        <Outcome confirm/>
        <BatchBar count on_clear=move || selection.clear()>
            <Button
                id="asignar-varios"
                variant=ButtonVariant::Primary
                icon=IconName::Smartphone
                on_click=move || assigning.set(true)
            >
                {assign}
            </Button>
            <Button
                id="confirmar-datos"
                icon=IconName::UserCheck
                disabled_reason=why
                on_click=move || asking.set(true)
            >
                {words}
            </Button>
        </BatchBar>
        <AssignDialog chosen query open=assigning/>
        <Dialog id="confirmar-elegidos" open=asking title=t(UserMessage::ConfirmTitle) actions>
            <p>{names}</p>
            <p>{meaning}</p>
        </Dialog>
    }
    .into_any()
}

/// What became of it.
#[component]
fn Outcome(confirm: Confirm) -> impl IntoView {
    move || {
        let outcomes = match confirm.value().get()? {
            Err(error) => return Some(view! { <ErrorNotice error/> }.into_any()),
            Ok(outcomes) => outcomes,
        };
        let (failed, done): (Vec<_>, Vec<_>) = outcomes
            .into_iter()
            .partition(|outcome| outcome.error.is_some());
        let title = t_with(UserMessage::ConfirmedMany, move || {
            vec![("count", done.len().to_string())]
        });
        let failures = failed
            .into_iter()
            .filter_map(|outcome| outcome.error)
            .map(|error| view! { <ErrorNotice error/> })
            .collect_view();
        Some(view! { <Notice kind=NoticeKind::Success title/> {failures} }.into_any())
    }
}
