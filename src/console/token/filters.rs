//! The filters over the table of tokens.

use leptos::prelude::*;

use super::address::Address;
use crate::console::paths;
use crate::console::table::{FilterForm, problem_words};
use crate::domain::table::{QueryProblem, TokenFilter, TokenQuery, parameter};
use crate::domain::token::TokenStatus;
use crate::i18n::Message;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{DateInput, Field, SelectInput, SelectOption, status_message, t, use_locale};

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

    fn parameters(self) -> Vec<(&'static str, String)> {
        vec![
            (parameter::STATUS, self.status.get_untracked()),
            (parameter::FROM, self.from.get_untracked()),
            (parameter::UNTIL, self.until.get_untracked()),
        ]
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
    let status_problem = problem_words(problems, &[QueryProblem::Status]);
    view! {
        <FilterForm path=paths::TOKENS address typed=Callback::new(move |()| typed.parameters())>
            <Range typed problems/>
            <Field id="estado" label=t(TokenMessage::State) optional=true error=status_problem>
                <SelectInput name=parameter::STATUS value=typed.status options=states()/>
            </Field>
        </FilterForm>
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

fn states() -> Signal<Vec<SelectOption>> {
    let locale = use_locale();
    Signal::derive(move || {
        let locale = locale.get();
        let all = SelectOption::new("", TableMessage::AllStates.text(locale));
        let held = TokenStatus::HELD
            .into_iter()
            .map(|status| SelectOption::new(status.code(), status_message(status).text(locale)));
        std::iter::once(all).chain(held).collect()
    })
}
