//! A company's administrators and auditors.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::words::role_message;
use crate::domain::user::UserStatus;
use crate::domain::view::{CompanyDetail, CompanyPerson};
use crate::i18n::Message;
use crate::i18n::console_company::CompanyMessage;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Badge, Cell, HeaderCell, IconName, Notice, Row, RowHeader, StateBadge, TableBody, TableFrame,
    TableHead, Tone, t, use_locale,
};

/// The table, or what to do while there is nobody.
#[component]
pub fn People(company: Signal<CompanyDetail>) -> impl IntoView {
    let people = Memo::new(move |_| company.with(|company| company.people.clone()));
    let lead = t(CompanyMessage::NoPeopleLead);
    move || {
        let people = people.get();
        if people.is_empty() {
            return view! {
                <Notice title=t(CompanyMessage::NoPeopleTitle)><p>{lead}</p></Notice>
            }
            .into_any();
        }
        let rows = people.into_iter().map(row).collect_view();
        view! {
            <TableFrame id="people" caption=t(CompanyMessage::PeoplePanel)>
                <TableHead>
                    <HeaderCell label=t(UserMessage::Username)/>
                    <HeaderCell label=t(UserMessage::FullName)/>
                    <HeaderCell label=t(UserMessage::Role)/>
                    <HeaderCell label=t(UserMessage::Email)/>
                    <HeaderCell label=t(UserMessage::Token)/>
                </TableHead>
                <TableBody>{rows}</TableBody>
            </TableFrame>
        }
        .into_any()
    }
}

fn row(person: CompanyPerson) -> AnyView {
    let locale = use_locale();
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
            <Cell label=t(UserMessage::FullName)>{person.full_name}</Cell>
            <Cell label=t(UserMessage::Role)>{move || role_message(role).text(locale.get())}</Cell>
            <Cell label=t(UserMessage::Email)>{email}</Cell>
            <Cell label=t(UserMessage::Token)>{token}</Cell>
        </Row>
    }
    .into_any()
}
