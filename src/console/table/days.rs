//! The filter that every table with dates has: from one day until another.

use leptos::prelude::*;

use super::{Typed, problem_words};
use crate::domain::table::{QueryProblem, parameter};
use crate::i18n::console_table::TableMessage;
use crate::ui::{DateInput, Field, t};

/// From one day until another, either of which may be left out.
#[component]
pub fn Days(
    /// What the days are of.
    legend: Signal<String>,
    /// The whole name of the first day's field.
    from: Signal<String>,
    /// The whole name of the last day's field.
    until: Signal<String>,
    /// What is typed into the form.
    typed: Typed,
    /// What of the address cannot be read.
    problems: Signal<Vec<QueryProblem>>,
) -> impl IntoView {
    let from_problem = problem_words(problems, &[QueryProblem::From]);
    let until_problem = problem_words(
        problems,
        &[QueryProblem::Until, QueryProblem::RangeReversed],
    );
    view! {
        <fieldset class="filter-range">
            <legend class="field-label">{legend}</legend>
            <div class="filter-range-days">
                <div class="filter-range-day">
                    <span class="filter-range-word" aria-hidden="true">{t(TableMessage::From)}</span>
                    <Field id="desde" label=from hide_label=true optional=true error=from_problem>
                        <DateInput name=parameter::FROM value=typed.field(parameter::FROM)/>
                    </Field>
                </div>
                <div class="filter-range-day">
                    <span class="filter-range-word" aria-hidden="true">{t(TableMessage::Until)}</span>
                    <Field id="hasta" label=until hide_label=true optional=true error=until_problem>
                        <DateInput name=parameter::UNTIL value=typed.field(parameter::UNTIL)/>
                    </Field>
                </div>
            </div>
        </fieldset>
    }
    .into_any()
}
