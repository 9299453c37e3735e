//! The filters over a table: a form that works before hydration, and goes
//! without a load after it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::address::{Address, filtered_href, href};
use crate::domain::table::{QueryProblem, TableColumn, TableFilter, TableQuery};
use crate::i18n::Message;
use crate::i18n::console_table::TableMessage;
use crate::ui::{
    Button, ButtonVariant, FilterBar, IconName, LinkButton, Notice, NoticeKind, t, use_locale,
};

/// The form around a table's fields, what of the address no field shows, and the
/// way back to all rows.
#[component]
pub fn FilterForm<F, C>(
    /// Where the table stands.
    path: &'static str,
    /// What its address asks for.
    address: Address<TableQuery<F, C>>,
    /// What stands in the fields, by the names of the URL.
    typed: Callback<(), Vec<(&'static str, String)>>,
    /// The fields.
    children: Children,
) -> impl IntoView
where
    F: TableFilter + Clone + PartialEq + Send + Sync + 'static,
    C: TableColumn,
{
    let Address { query, problems } = address;
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let href = query.with_untracked(|query| filtered_href(path, typed.run(()), query));
        navigate(&href, NavigateOptions::default());
    };
    let (words, clear) = (t(TableMessage::Filter), t(TableMessage::ClearFilters));
    let is_filtered = move || query.with(|query| query.filter != F::default());
    let all =
        Signal::derive(move || query.with(|query| href(path, &query.clone().without_filter())));
    let kept =
        Signal::derive(move || query.with(|query| query.clone().without_filter().to_parameters()));
    view! {
        <div class="stack stack-tight" on:submit=submit>
            <FilterBar action=path label=t(TableMessage::Filters)>
                {children()}
                <KeptParameters kept/>
                <Button submit=true icon=IconName::Filter>{words}</Button>
            </FilterBar>
            {move || is_filtered().then(|| view! {
                <p><LinkButton href=all variant=ButtonVariant::Quiet icon=IconName::Close small=true>{clear}</LinkButton></p>
            })}
            {move || elsewhere(problems).map(|title| view! { <Notice kind=NoticeKind::Warning title/> })}
        </div>
    }
    .into_any()
}

/// The order and the length of page, for a form sent before hydration.
#[component]
fn KeptParameters(kept: Signal<Vec<(&'static str, String)>>) -> impl IntoView {
    move || {
        kept.get()
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect_view()
    }
}

/// The words of the first problem that is one of `about`.
pub fn problem_words(
    problems: Signal<Vec<QueryProblem>>,
    about: &'static [QueryProblem],
) -> Signal<Option<String>> {
    let locale = use_locale();
    Signal::derive(move || {
        problems.with(|problems| {
            problems
                .iter()
                .find(|problem| about.contains(problem))
                .map(|problem| problem_message(*problem).text(locale.get()).to_owned())
        })
    })
}

/// The words of a problem that no field of a form shows.
fn elsewhere(problems: Signal<Vec<QueryProblem>>) -> Option<String> {
    problem_words(
        problems,
        &[QueryProblem::Sort, QueryProblem::Page, QueryProblem::Size],
    )
    .get()
}

const fn problem_message(problem: QueryProblem) -> TableMessage {
    match problem {
        QueryProblem::Search => TableMessage::BadSearch,
        QueryProblem::Status => TableMessage::BadStatus,
        QueryProblem::Channel
        | QueryProblem::Company
        | QueryProblem::Role
        | QueryProblem::Contact
        | QueryProblem::Token
        | QueryProblem::Action
        | QueryProblem::Outcome
        | QueryProblem::Operation => TableMessage::BadChoice,
        QueryProblem::Serial => TableMessage::BadSerial,
        QueryProblem::From => TableMessage::BadFrom,
        QueryProblem::Until => TableMessage::BadUntil,
        QueryProblem::RangeReversed => TableMessage::RangeReversed,
        QueryProblem::Sort => TableMessage::BadSort,
        QueryProblem::Page => TableMessage::BadPage,
        QueryProblem::Size => TableMessage::BadSize,
    }
}
