//! The filters over the table of messages.

use leptos::prelude::*;

use super::words::{channel_message, state_message};
use crate::console::paths;
use crate::console::table::{Address, FilterForm, problem_words, use_typed};
use crate::domain::message::{Channel, MessageState};
use crate::domain::table::{
    MessageQuery, QueryProblem, channel_word, message_state_word, parameter,
};
use crate::i18n::Message;
use crate::i18n::console_outbox::OutboxMessage;
use crate::i18n::console_table::TableMessage;
use crate::ui::{Field, SelectInput, SelectOption, TextInput, t, use_locale};

/// The form.
#[component]
pub fn Filters(address: Address<MessageQuery>) -> impl IntoView {
    let names = [parameter::STATUS, parameter::CHANNEL, parameter::COMPANY];
    let typed = use_typed(&names, address.query);
    let problems = address.problems;
    let locale = use_locale();
    let states = Signal::derive(move || {
        let locale = locale.get();
        let all = SelectOption::new("", TableMessage::AllStates.text(locale));
        let own = MessageState::ALL.into_iter().map(|state| {
            SelectOption::new(message_state_word(state), state_message(state).text(locale))
        });
        std::iter::once(all).chain(own).collect::<Vec<_>>()
    });
    let channels = Signal::derive(move || {
        let locale = locale.get();
        let all = SelectOption::new("", OutboxMessage::AllChannels.text(locale));
        let own = Channel::ALL.into_iter().map(|channel| {
            SelectOption::new(channel_word(channel), channel_message(channel).text(locale))
        });
        std::iter::once(all).chain(own).collect::<Vec<_>>()
    });
    view! {
        <FilterForm path=paths::MESSAGES address typed=typed.parameters()>
            <Field id="estado" label=t(OutboxMessage::State) optional=true error=problem_words(problems, &[QueryProblem::Status])>
                <SelectInput name=parameter::STATUS value=typed.field(parameter::STATUS) options=states/>
            </Field>
            <Field id="canal" label=t(OutboxMessage::Channel) optional=true error=problem_words(problems, &[QueryProblem::Channel])>
                <SelectInput name=parameter::CHANNEL value=typed.field(parameter::CHANNEL) options=channels/>
            </Field>
            <Field id="empresa" label=t(OutboxMessage::CompanyWord) optional=true error=problem_words(problems, &[QueryProblem::Company])>
                <TextInput name=parameter::COMPANY value=typed.field(parameter::COMPANY) max_length=100/>
            </Field>
        </FilterForm>
    }
    .into_any()
}
