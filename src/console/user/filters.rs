//! The filters over the table of users.

use leptos::prelude::*;

use super::words::{contact_filter_message, holding_message, user_status_message};
use crate::console::paths;
use crate::console::table::{Address, FilterForm, problem_words, use_typed};
use crate::console::words::role_message;
use crate::domain::table::{
    ContactFilter, QueryProblem, TokenHolding, UserFilter, UserQuery, parameter,
};
use crate::domain::user::UserStatus;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_user::UserMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{Field, SelectInput, SelectOption, TextInput, t, use_locale};

const FIELDS: [&str; 5] = [
    parameter::SEARCH,
    parameter::STATUS,
    parameter::ROLE,
    parameter::CONTACT,
    parameter::TOKEN,
];

/// The form.
#[component]
pub fn Filters(address: Address<UserQuery>) -> impl IntoView {
    let typed = use_typed(&FIELDS, address.query);
    let problems = address.problems;
    let problem = move |about: &'static [QueryProblem]| problem_words(problems, about);
    view! {
        <FilterForm path=paths::USERS address typed=typed.parameters()>
            <Field id="buscar" label=t(UserMessage::Search) optional=true error=problem(&[QueryProblem::Search])>
                <TextInput name=parameter::SEARCH value=typed.field(parameter::SEARCH) max_length=100/>
            </Field>
            <Field id="estado" label=t(UserMessage::Status) optional=true error=problem(&[QueryProblem::Status])>
                <SelectInput name=parameter::STATUS value=typed.field(parameter::STATUS) options=choices(&UserStatus::ALL, |one, locale| {
                    SelectOption::new(one.code(), user_status_message(one).text(locale))
                })/>
            </Field>
            <Field id="rol" label=t(UserMessage::Role) optional=true error=problem(&[QueryProblem::Role])>
                <SelectInput name=parameter::ROLE value=typed.field(parameter::ROLE) options=choices(&UserFilter::ROLES, |one, locale| {
                    SelectOption::new(one.code(), role_message(one).text(locale))
                })/>
            </Field>
            <Field id="datos" label=t(UserMessage::Contact) optional=true error=problem(&[QueryProblem::Contact])>
                <SelectInput name=parameter::CONTACT value=typed.field(parameter::CONTACT) options=choices(&ContactFilter::ALL, |one, locale| {
                    SelectOption::new(one.code(), contact_filter_message(one).text(locale))
                })/>
            </Field>
            <Field id="token" label=t(UserMessage::Token) optional=true error=problem(&[QueryProblem::Token])>
                <SelectInput name=parameter::TOKEN value=typed.field(parameter::TOKEN) options=choices(&TokenHolding::ALL, |one, locale| {
                    SelectOption::new(one.code(), holding_message(one).text(locale))
                })/>
            </Field>
        </FilterForm>
    }
    .into_any()
}

/// All, and then each of `values`.
fn choices<T: Copy + Send + Sync + 'static>(
    values: &'static [T],
    option: fn(T, Locale) -> SelectOption,
) -> Signal<Vec<SelectOption>> {
    let locale = use_locale();
    Signal::derive(move || {
        let locale = locale.get();
        let all = SelectOption::new("", TableMessage::AllStates.text(locale));
        std::iter::once(all)
            .chain(values.iter().map(|value| option(*value, locale)))
            .collect()
    })
}
