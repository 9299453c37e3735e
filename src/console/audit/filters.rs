//! The filters over the audit log.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::table::{Address, Days, FilterForm, problem_words, use_typed};
use crate::domain::audit::{AuditGroup, OutcomeKind};
use crate::domain::table::{AuditQuery, QueryProblem, parameter};
use crate::i18n::Message;
use crate::i18n::console_audit::AuditMessage;
use crate::ui::{Field, Notice, SelectInput, SelectOption, TextInput, t, use_locale};

/// The form.
#[component]
pub fn Filters(address: Address<AuditQuery>) -> impl IntoView {
    let fields = [
        parameter::FROM,
        parameter::UNTIL,
        parameter::WHO,
        parameter::ACTION,
        parameter::SERIAL,
        parameter::USER,
        parameter::OUTCOME,
    ];
    let typed = use_typed(&fields, address.query);
    let problems = address.problems;
    let problem = move |about| problem_words(problems, about);
    let text = move |name| view! { <TextInput name=name value=typed.field(name) max_length=100/> };
    let groups = choices(AuditMessage::AllGroups, &AuditGroup::ALL, AuditGroup::code);
    let outcomes = choices(
        AuditMessage::AllOutcomes,
        &OutcomeKind::ALL,
        OutcomeKind::word,
    );
    let only_operation = t(AuditMessage::OnlyOperation);
    let is_of_operation =
        Memo::new(move |_| address.query.with(|query| query.filter.operation.is_some()));
    view! {
        <FilterForm path=paths::LOG address typed=typed.parameters()>
            <Days
                legend=t(AuditMessage::FilterDates)
                from=t(AuditMessage::FilterFrom)
                until=t(AuditMessage::FilterUntil)
                typed
                problems
            />
            <Field id="quien" label=t(AuditMessage::FilterWho) optional=true error=problem(&[QueryProblem::Search])>
                {text(parameter::WHO)}
            </Field>
            <Field id="accion" label=t(AuditMessage::FilterGroup) optional=true error=problem(&[QueryProblem::Action])>
                <SelectInput name=parameter::ACTION value=typed.field(parameter::ACTION) options=groups/>
            </Field>
            <Field id="serie" label=t(AuditMessage::FilterSerial) optional=true error=problem(&[QueryProblem::Serial])>
                {text(parameter::SERIAL)}
            </Field>
            <Field id="usuario" label=t(AuditMessage::FilterUser) optional=true>
                {text(parameter::USER)}
            </Field>
            <Field id="resultado" label=t(AuditMessage::FilterOutcome) optional=true error=problem(&[QueryProblem::Outcome])>
                <SelectInput name=parameter::OUTCOME value=typed.field(parameter::OUTCOME) options=outcomes/>
            </Field>
        </FilterForm>
        {move || is_of_operation.get().then(|| view! { <Notice title=only_operation/> })}
    }
    .into_any()
}

/// Every value with its words, after one that chooses all.
fn choices<T: Message + Send + Sync + 'static>(
    all: AuditMessage,
    values: &'static [T],
    word: fn(T) -> &'static str,
) -> Signal<Vec<SelectOption>> {
    let locale = use_locale();
    Signal::derive(move || {
        let locale = locale.get();
        let each = values
            .iter()
            .map(|value| SelectOption::new(word(*value), value.text(locale)));
        std::iter::once(SelectOption::new("", all.text(locale)))
            .chain(each)
            .collect()
    })
}
