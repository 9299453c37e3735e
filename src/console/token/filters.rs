//! The filters over the table of tokens.

use leptos::prelude::*;

use super::address::Address;
use crate::console::paths;
use crate::console::table::{FilterForm, Typed, problem_words, use_typed};
use crate::domain::table::{QueryProblem, parameter};
use crate::domain::token::TokenStatus;
use crate::i18n::Message;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{DateInput, Field, SelectInput, SelectOption, status_message, t, use_locale};

/// The form, what of the address cannot be read, and the way back to all.
#[component]
pub fn Filters(address: Address) -> impl IntoView {
    let fields = [parameter::STATUS, parameter::FROM, parameter::UNTIL];
    let typed = use_typed(&fields, address.query);
    let problems = address.problems;
    let status_problem = problem_words(problems, &[QueryProblem::Status]);
    view! {
        <FilterForm path=paths::TOKENS address typed=typed.parameters()>
            <Range typed problems/>
            <Field id="estado" label=t(TokenMessage::State) optional=true error=status_problem>
                <SelectInput name=parameter::STATUS value=typed.field(parameter::STATUS) options=states()/>
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
                        <DateInput name=parameter::FROM value=typed.field(parameter::FROM)/>
                    </Field>
                </div>
                <div class="filter-range-day">
                    <span class="filter-range-word" aria-hidden="true">{t(TokenMessage::Until)}</span>
                    <Field id="hasta" label=t(TokenMessage::LastUpdateUntil) hide_label=true optional=true error=until_problem>
                        <DateInput name=parameter::UNTIL value=typed.field(parameter::UNTIL)/>
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
