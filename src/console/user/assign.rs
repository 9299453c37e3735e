//! Giving a token to several users with one confirmation: to the chosen ones, or
//! to all that match the filter, told apart.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::api::operation::{request_assignment, request_assignments};
use crate::api::user::list_assignable;
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::console::words::ineligibility_message;
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::table::{UserFilter, UserQuery};
use crate::domain::view::{Assignable, UserRow};
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::console_token::TokenMessage;
use crate::i18n::console_user::UserMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{
    Button, ButtonVariant, Dialog, IconName, RadioCard, RadioGroup, t, t_with, use_locale,
};

/// The value of the card of the chosen ones.
const CHOSEN: &str = "elegidos";
/// The value of the card of all that match.
const MATCHING: &str = "coinciden";

type Matching = Action<UserFilter, Result<Assignable, RequestError>>;
/// A request to assign, and the waiting screen that it leads to.
pub type Request = Action<Vec<UserId>, Result<String, RequestError>>;

/// The question, and the request that leads to its waiting screen.
#[component]
pub fn AssignDialog(
    /// The chosen users.
    chosen: Signal<Vec<UserRow>>,
    /// What the table shows.
    query: Signal<UserQuery>,
    /// Whether it is open, both ways.
    open: RwSignal<bool>,
) -> impl IntoView {
    let which = RwSignal::new(CHOSEN.to_owned());
    let matching: Matching = Action::new(|filter: &UserFilter| list_assignable(filter.clone()));
    let request = use_assign_request();
    Effect::new(move |_| {
        if open.get() {
            which.set(CHOSEN.to_owned());
            request.value().set(None);
            matching.dispatch(query.with_untracked(|query| query.filter.clone()));
        }
    });
    let go_on = t(OperationMessage::Continue);
    let why = use_why_not(chosen, matching, which);
    let press = move || {
        let users = if which.with_untracked(|which| which == MATCHING) {
            known(matching).map(|known| known.users).unwrap_or_default()
        } else {
            chosen.with_untracked(|rows| rows.iter().map(|row| row.id).collect())
        };
        request.dispatch(users);
    };
    let actions = move || {
        view! {
            <Button
                id="asignar-continuar"
                variant=ButtonVariant::Primary
                icon=IconName::ArrowRight
                disabled_reason=why
                busy=request.pending()
                busy_label=t(OperationMessage::Requesting)
                on_click=press
            >
                {go_on}
            </Button>
        }
    };
    let error = move || request.value().get().and_then(Result::err);
    let refused = move || matching.value().get().and_then(Result::err);
    view! {
        <Dialog id="asignar-elegidos" open title=t(UserMessage::AssignTitle) actions>
            <p>{t(UserMessage::AssignLead)}</p>
            <Who chosen matching which/>
            {move || refused().map(|error| view! { <ErrorNotice error/> })}
            {move || error().map(|error| view! { <ErrorNotice error/> })}
        </Dialog>
    }
    .into_any()
}

/// Asks for one assignment or for several, and goes on to the waiting screen.
pub fn use_assign_request() -> Request {
    let request: Request = Action::new(|users: &Vec<UserId>| {
        let users = users.clone();
        async move {
            match users[..] {
                [one] => {
                    let operation = request_assignment(one).await?;
                    Ok(paths::waiting(paths::ASSIGN, operation.id))
                }
                _ => {
                    let operation = request_assignments(users).await?;
                    Ok(paths::waiting(paths::SEVERAL, operation.id))
                }
            }
        }
    });
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(waiting)) = request.value().get() {
            navigate(&waiting, NavigateOptions::default());
        }
    });
    request
}

/// The chosen ones, or all that match.
#[component]
fn Who(chosen: Signal<Vec<UserRow>>, matching: Matching, which: RwSignal<String>) -> impl IntoView {
    let chosen_words = t_with(UserMessage::AssignChosen, move || {
        vec![("count", chosen.with(Vec::len).to_string())]
    });
    let names = move || {
        chosen.with(|rows| {
            let names: Vec<_> = rows.iter().map(|row| row.username.as_str()).collect();
            names.join(", ")
        })
    };
    let able = move || known(matching).map_or(0, |known| known.users.len());
    let matching_words = t_with(UserMessage::AssignMatching, move || {
        vec![("count", able().to_string())]
    });
    let left_out = t_with(UserMessage::AssignMatchingLead, move || {
        let all = known(matching).map_or(0, |known| known.matching);
        let left = all.saturating_sub(able() as u64);
        vec![("all", all.to_string()), ("left", left.to_string())]
    });
    view! {
        <RadioGroup legend=t(UserMessage::AssignWho)>
            <RadioCard id="a-elegidos" name="a-quienes" value=CHOSEN chosen=which label=chosen_words>
                <p>{names}</p>
            </RadioCard>
            <RadioCard id="a-coinciden" name="a-quienes" value=MATCHING chosen=which label=matching_words>
                <p>{left_out}</p>
            </RadioCard>
        </RadioGroup>
    }
    .into_any()
}

fn known(matching: Matching) -> Option<Assignable> {
    matching.value().get().and_then(Result::ok)
}

/// Why what is marked cannot be asked for.
fn use_why_not(
    chosen: Signal<Vec<UserRow>>,
    matching: Matching,
    which: RwSignal<String>,
) -> Signal<Option<String>> {
    let locale = use_locale();
    Signal::derive(move || {
        let locale = locale.get();
        if which.with(|which| which == MATCHING) {
            let nobody = known(matching).is_none_or(|known| known.users.is_empty());
            nobody.then(|| UserMessage::AssignNobody.text(locale).to_owned())
        } else {
            chosen.with(|rows| rows.iter().find_map(|row| ineligible(row, locale)))
        }
    })
}

/// Who of the chosen ones stands in the way, and why.
fn ineligible(row: &UserRow, locale: Locale) -> Option<String> {
    let reason = *row.ineligibilities().first()?;
    let reason = ineligibility_message(reason).text(locale);
    Some(TokenMessage::NotThisOne.fill(locale, &[("name", &row.username), ("reason", reason)]))
}
