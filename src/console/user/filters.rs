//! The filters over the table of users.

use leptos::prelude::*;

use super::words::{contact_filter_message, holding_message, user_status_message};
use crate::console::paths;
use crate::console::table::{Address, FilterForm, problem_words};
use crate::console::words::role_message;
use crate::domain::table::{
    ContactFilter, QueryProblem, TokenHolding, UserFilter, UserQuery, parameter,
};
use crate::domain::user::{Role, UserStatus};
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_user::UserMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{Field, SelectInput, SelectOption, TextInput, t, use_locale};

/// What stands in the form.
#[derive(Clone, Copy)]
struct Typed {
    search: RwSignal<String>,
    status: RwSignal<String>,
    role: RwSignal<String>,
    contact: RwSignal<String>,
    token: RwSignal<String>,
}

impl Typed {
    fn of(query: &UserQuery) -> Self {
        let empty = || RwSignal::new(String::new());
        let typed = Self {
            search: empty(),
            status: empty(),
            role: empty(),
            contact: empty(),
            token: empty(),
        };
        typed.follow(query);
        typed
    }

    fn follow(self, query: &UserQuery) {
        let filter = &query.filter;
        let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
        self.search.set(filter.search.clone());
        self.status.set(word(filter.status.map(UserStatus::code)));
        self.role.set(word(filter.role.map(Role::code)));
        self.contact
            .set(word(filter.contact.map(ContactFilter::code)));
        self.token.set(word(filter.token.map(TokenHolding::code)));
    }

    fn parameters(self) -> Vec<(&'static str, String)> {
        vec![
            (parameter::SEARCH, self.search.get_untracked()),
            (parameter::STATUS, self.status.get_untracked()),
            (parameter::ROLE, self.role.get_untracked()),
            (parameter::CONTACT, self.contact.get_untracked()),
            (parameter::TOKEN, self.token.get_untracked()),
        ]
    }
}

/// The form.
#[component]
pub fn Filters(address: Address<UserQuery>) -> impl IntoView {
    let Address { query, problems } = address;
    let typed = Typed::of(&query.get_untracked());
    Effect::new(move |before: Option<()>| {
        let query = query.get();
        if before.is_some() {
            typed.follow(&query);
        }
    });
    let problem = move |about: &'static [QueryProblem]| problem_words(problems, about);
    view! {
        <FilterForm path=paths::USERS address typed=Callback::new(move |()| typed.parameters())>
            <Field id="buscar" label=t(UserMessage::Search) hide_label=false optional=true error=problem(&[QueryProblem::Search])>
                <TextInput name=parameter::SEARCH value=typed.search max_length=100/>
            </Field>
            <Field id="estado" label=t(UserMessage::Status) optional=true error=problem(&[QueryProblem::Status])>
                <SelectInput name=parameter::STATUS value=typed.status options=choices(&UserStatus::ALL, |one, locale| {
                    SelectOption::new(one.code(), user_status_message(one).text(locale))
                })/>
            </Field>
            <Field id="rol" label=t(UserMessage::Role) optional=true error=problem(&[QueryProblem::Role])>
                <SelectInput name=parameter::ROLE value=typed.role options=choices(&UserFilter::ROLES, |one, locale| {
                    SelectOption::new(one.code(), role_message(one).text(locale))
                })/>
            </Field>
            <Field id="datos" label=t(UserMessage::Contact) optional=true error=problem(&[QueryProblem::Contact])>
                <SelectInput name=parameter::CONTACT value=typed.contact options=choices(&ContactFilter::ALL, |one, locale| {
                    SelectOption::new(one.code(), contact_filter_message(one).text(locale))
                })/>
            </Field>
            <Field id="token" label=t(UserMessage::Token) optional=true error=problem(&[QueryProblem::Token])>
                <SelectInput name=parameter::TOKEN value=typed.token options=choices(&TokenHolding::ALL, |one, locale| {
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
