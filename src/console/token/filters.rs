//! The filters over the table: a form that works before hydration, and goes
//! without a load after it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::address::{Address, filtered_href, href, without_filter};
use crate::console::paths;
use crate::domain::table::{QueryProblem, TokenFilter, TokenQuery, parameter};
use crate::domain::token::TokenStatus;
use crate::i18n::Message;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Button, ButtonVariant, DateInput, Field, FilterBar, IconName, LinkButton, Notice, NoticeKind,
    SelectInput, SelectOption, status_message, t, use_locale,
};

/// What stands in the form.
#[derive(Clone, Copy)]
struct Typed {
    status: RwSignal<String>,
    from: RwSignal<String>,
    until: RwSignal<String>,
}

impl Typed {
    fn of(query: &TokenQuery) -> Self {
        let typed = Self {
            status: RwSignal::new(String::new()),
            from: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
        };
        typed.follow(query);
        typed
    }

    fn follow(self, query: &TokenQuery) {
        let TokenFilter {
            status,
            updated_from,
            updated_until,
        } = query.filter;
        self.status
            .set(status.map_or_else(String::new, |status| status.code().to_owned()));
        self.from
            .set(updated_from.map_or_else(String::new, |day| day.to_iso()));
        self.until
            .set(updated_until.map_or_else(String::new, |day| day.to_iso()));
    }

    fn href(self, query: &TokenQuery) -> String {
        filtered_href(
            &self.status.get_untracked(),
            &self.from.get_untracked(),
            &self.until.get_untracked(),
            query,
        )
    }
}

/// The form, what of the address cannot be read, and the way back to all.
#[component]
pub fn Filters(address: Address) -> impl IntoView {
    let Address { query, problems } = address;
    let typed = Typed::of(&query.get_untracked());
    Effect::new(move |before: Option<()>| {
        let query = query.get();
        if before.is_some() {
            typed.follow(&query);
        }
    });
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let href = query.with_untracked(|query| typed.href(query));
        navigate(&href, NavigateOptions::default());
    };
    let words = t(TokenMessage::Filter);
    let clear = t(TokenMessage::ClearFilters);
    let is_filtered = move || query.with(|query| query.filter != TokenFilter::default());
    let all = move || query.with(|query| href(&without_filter(query)));
    view! {
        <div class="stack stack-tight" on:submit=submit>
            <FilterBar action=paths::TOKENS label=t(TokenMessage::Filters)>
                <Range typed problems/>
                <Field id="estado" label=t(TokenMessage::State) optional=true error=problem_words(problems, &[QueryProblem::Status])>
                    <SelectInput name=parameter::STATUS value=typed.status options=states()/>
                </Field>
                <KeptParameters query/>
                <Button submit=true icon=IconName::Filter>{words}</Button>
            </FilterBar>
            {move || is_filtered().then(|| view! {
                <p><LinkButton href=Signal::derive(all) variant=ButtonVariant::Quiet icon=IconName::Close small=true>{clear}</LinkButton></p>
            })}
            {move || elsewhere(problems).map(|title| view! { <Notice kind=NoticeKind::Warning title/> })}
        </div>
    }
    .into_any()
}

/// *Última Actualización*: from one day until another.
#[component]
fn Range(typed: Typed, problems: Signal<Vec<QueryProblem>>) -> impl IntoView {
    let from_problem = problem_words(problems, &[QueryProblem::From]);
    let until_problem = problem_words(
        problems,
        &[QueryProblem::Until, QueryProblem::RangeReversed],
    );
    view! {
        <fieldset class="filter-range">
            <legend class="field-label">{t(TokenMessage::LastUpdate)}</legend>
            <div class="filter-range-days">
                <div class="filter-range-day">
                    <span class="filter-range-word" aria-hidden="true">{t(TokenMessage::From)}</span>
                    <Field id="desde" label=t(TokenMessage::LastUpdateFrom) hide_label=true optional=true error=from_problem>
                        <DateInput name=parameter::FROM value=typed.from/>
                    </Field>
                </div>
                <div class="filter-range-day">
                    <span class="filter-range-word" aria-hidden="true">{t(TokenMessage::Until)}</span>
                    <Field id="hasta" label=t(TokenMessage::LastUpdateUntil) hide_label=true optional=true error=until_problem>
                        <DateInput name=parameter::UNTIL value=typed.until/>
                    </Field>
                </div>
            </div>
        </fieldset>
    }
    .into_any()
}

/// The order and the length of page, for a form sent before hydration.
#[component]
fn KeptParameters(query: Signal<TokenQuery>) -> impl IntoView {
    move || {
        query
            .with(|query| without_filter(query).to_parameters())
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect_view()
    }
}

fn states() -> Signal<Vec<SelectOption>> {
    let locale = use_locale();
    Signal::derive(move || {
        let locale = locale.get();
        let all = SelectOption::new("", TokenMessage::AllStates.text(locale));
        let held = TokenStatus::HELD
            .into_iter()
            .map(|status| SelectOption::new(status.code(), status_message(status).text(locale)));
        std::iter::once(all).chain(held).collect()
    })
}

/// The words of the first problem that is one of `about`.
fn problem_words(
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

/// The words of a problem that no field of the form shows.
fn elsewhere(problems: Signal<Vec<QueryProblem>>) -> Option<String> {
    problem_words(
        problems,
        &[QueryProblem::Sort, QueryProblem::Page, QueryProblem::Size],
    )
    .get()
}

const fn problem_message(problem: QueryProblem) -> TokenMessage {
    match problem {
        QueryProblem::Status => TokenMessage::BadStatus,
        QueryProblem::From => TokenMessage::BadFrom,
        QueryProblem::Until => TokenMessage::BadUntil,
        QueryProblem::RangeReversed => TokenMessage::RangeReversed,
        QueryProblem::Sort => TokenMessage::BadSort,
        QueryProblem::Page => TokenMessage::BadPage,
        QueryProblem::Size => TokenMessage::BadSize,
    }
}
