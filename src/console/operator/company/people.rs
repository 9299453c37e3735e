//! A company's administrators and auditors.

use leptos::prelude::*;

use crate::console::operator::person::{
    PersonActions, PersonChange, PersonOutcome, use_person_change,
};
use crate::console::paths;
use crate::console::words::role_message;
use crate::domain::user::UserStatus;
use crate::domain::view::{CompanyDetail, CompanyPerson, PasswordStanding};
use crate::i18n::Message;
use crate::i18n::console_company::CompanyMessage;
use crate::i18n::console_password::PasswordMessage;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Badge, Cell, CellKind, HeaderCell, IconName, LinkButton, Notice, Row, RowHeader, StateBadge,
    TableBody, TableFrame, TableHead, Tone, t, t_with, use_locale,
};

/// The table, or what to do while there is nobody.
#[component]
pub fn People(company: Signal<CompanyDetail>) -> impl IntoView {
    let people = Memo::new(move |_| company.with(|company| company.people.clone()));
    let id = company.with_untracked(|company| company.id);
    let change = use_person_change(id);
    let (lead, create) = (
        t(CompanyMessage::NoPeopleLead),
        t(PasswordMessage::CreatePerson),
    );
    let table = move || {
        let people = people.get();
        if people.is_empty() {
            return view! {
                <Notice title=t(CompanyMessage::NoPeopleTitle)><p>{lead}</p></Notice>
            }
            .into_any();
        }
        let rows = people
            .into_iter()
            .map(|person| row(person, change))
            .collect_view();
        view! {
            <TableFrame id="people" caption=t(CompanyMessage::PeoplePanel)>
                <TableHead>
                    <HeaderCell label=t(UserMessage::Username)/>
                    <HeaderCell label=t(UserMessage::FullName)/>
                    <HeaderCell label=t(UserMessage::Role)/>
                    <HeaderCell label=t(UserMessage::Token)/>
                    <HeaderCell label=t(PasswordMessage::Standing)/>
                    <HeaderCell label=t(PasswordMessage::Actions) kind=CellKind::Actions/>
                </TableHead>
                <TableBody>{rows}</TableBody>
            </TableFrame>
        }
        .into_any()
    };
    view! {
        <PersonOutcome change/>
        {table}
        <p><LinkButton href=paths::new_company_person(id) icon=IconName::Plus>{create}</LinkButton></p>
    }
    .into_any()
}

/// How far somebody is with their password, in words.
fn standing(standing: PasswordStanding) -> Signal<String> {
    match standing {
        PasswordStanding::Chosen => t(PasswordMessage::Chosen),
        PasswordStanding::Expired => t(PasswordMessage::Expired),
        PasswordStanding::Invited { until } => t_with(PasswordMessage::Invited, move || {
            vec![("when", until.to_minute_text())]
        }),
    }
}

fn row(person: CompanyPerson, change: PersonChange) -> AnyView {
    let locale = use_locale();
    let (password, actions) = (standing(person.password), person.clone());
    let role = person.role;
    let inactive = (person.status == UserStatus::Inactive).then(|| {
        view! { <Badge label=t(UserMessage::Inactive) tone=Tone::Muted icon=IconName::MinusCircle/> }
    });
    let (no_token, missing) = (t(UserMessage::NoToken), t(UserMessage::Missing));
    let email = move || person.email.clone().unwrap_or_else(|| missing.get());
    let token = match person.token {
        Some((serial, status)) => view! {
            <span class="cluster"><StateBadge status/> <a class="mono" href=paths::serial_at_bank(serial)>{serial.to_string()}</a></span>
        }
        .into_any(),
        None => view! { <span class="muted">{no_token}</span> }.into_any(),
    };
    view! {
        <Row>
            <RowHeader label=t(UserMessage::Username)><span class="cluster">{person.username} {inactive}</span></RowHeader>
            <Cell label=t(UserMessage::FullName)>
                <span class="stack stack-tight"><span>{person.full_name}</span> <span class="muted">{email}</span></span>
            </Cell>
            <Cell label=t(UserMessage::Role)>{move || role_message(role).text(locale.get())}</Cell>
            <Cell label=t(UserMessage::Token)>{token}</Cell>
            <Cell label=t(PasswordMessage::Standing)>{password}</Cell>
            <Cell label=t(PasswordMessage::Actions) kind=CellKind::Actions><PersonActions person=actions change/></Cell>
        </Row>
    }
    .into_any()
}
