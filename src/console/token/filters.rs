//! The filters over the table of tokens.

use leptos::prelude::*;

use super::address::Address;
use crate::console::paths;
use crate::console::table::{Days, FilterForm, problem_words, use_typed};
use crate::domain::table::{QueryProblem, parameter};
use crate::domain::token::TokenStatus;
use crate::i18n::Message;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{Field, SelectInput, SelectOption, status_message, t, use_locale};

/// The form, what of the address cannot be read, and the way back to all.
#[component]
pub fn Filters(address: Address) -> impl IntoView {
    let fields = [parameter::STATUS, parameter::FROM, parameter::UNTIL];
    let typed = use_typed(&fields, address.query);
    let problems = address.problems;
    let status_problem = problem_words(problems, &[QueryProblem::Status]);
    view! {
        <FilterForm path=paths::TOKENS address typed=typed.parameters()>
            <Days
                legend=t(TokenMessage::LastUpdate)
                from=t(TokenMessage::LastUpdateFrom)
                until=t(TokenMessage::LastUpdateUntil)
                typed
                problems
            />
            <Field id="estado" label=t(TokenMessage::State) optional=true error=status_problem>
                <SelectInput name=parameter::STATUS value=typed.field(parameter::STATUS) options=states()/>
            </Field>
        </FilterForm>
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
