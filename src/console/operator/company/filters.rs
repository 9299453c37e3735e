//! The filters over the table of companies.

use leptos::prelude::*;

use super::status::company_status_message;
use crate::console::paths;
use crate::console::table::{Address, FilterForm, problem_words, use_typed};
use crate::domain::company::CompanyStatus;
use crate::domain::table::{CompanyQuery, QueryProblem, parameter};
use crate::i18n::Message;
use crate::i18n::console_company::CompanyMessage;
use crate::i18n::console_table::TableMessage;
use crate::ui::{Field, SelectInput, SelectOption, TextInput, t, use_locale};

/// The form.
#[component]
pub fn Filters(address: Address<CompanyQuery>) -> impl IntoView {
    let typed = use_typed(&[parameter::SEARCH, parameter::STATUS], address.query);
    let problems = address.problems;
    let locale = use_locale();
    let states = Signal::derive(move || {
        let locale = locale.get();
        let all = SelectOption::new("", TableMessage::AllStates.text(locale));
        let own = CompanyStatus::ALL.into_iter().map(|status| {
            SelectOption::new(status.code(), company_status_message(status).text(locale))
        });
        std::iter::once(all).chain(own).collect::<Vec<_>>()
    });
    view! {
        <FilterForm path=paths::COMPANIES address typed=typed.parameters()>
            <Field id="buscar" label=t(CompanyMessage::Search) optional=true error=problem_words(problems, &[QueryProblem::Search])>
                <TextInput name=parameter::SEARCH value=typed.field(parameter::SEARCH) max_length=100/>
            </Field>
            <Field id="estado" label=t(CompanyMessage::Status) optional=true error=problem_words(problems, &[QueryProblem::Status])>
                <SelectInput name=parameter::STATUS value=typed.field(parameter::STATUS) options=states/>
            </Field>
        </FilterForm>
    }
    .into_any()
}
