//! One row of the table of users.

use leptos::prelude::*;

use super::words::{contact_standing, user_status_message};
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::table::Selection;
use crate::console::words::role_message;
use crate::domain::user::UserStatus;
use crate::domain::view::UserRow;
use crate::i18n::Message;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Badge, Cell, IconName, Row, RowHeader, SelectCell, StateBadge, Tone, t, t_with, use_locale,
};

/// The row. It follows its user.
#[component]
pub fn UserRowView(row: Signal<UserRow>, selection: Selection<UserRow>) -> impl IntoView {
    let is_admin = use_is_admin().get_untracked();
    let locale = use_locale();
    let id = row.with_untracked(|row| row.id);
    let name = Signal::derive(move || row.with(|row| row.username.clone()));
    let select_label = t_with(TableMessage::SelectRow, move || vec![("name", name.get())]);
    let role = move || row.with(|row| role_message(row.role)).text(locale.get());
    view! {
        <Row selected=move || selection.has(id)>
            {is_admin.then(|| view! {
                <SelectCell
                    label=select_label
                    checked=move || selection.has(id)
                    on_toggle=move |wanted| selection.set(id, wanted)
                />
            })}
            <RowHeader label=t(UserMessage::Username)>
                <a href=paths::user(id)>{name}</a>
            </RowHeader>
            <Cell label=t(UserMessage::FullName)>{move || row.with(|row| row.full_name.clone())}</Cell>
            <Cell label=t(UserMessage::Role)>{role}</Cell>
            <Cell label=t(UserMessage::Status)><StatusBadge row/></Cell>
            <Cell label=t(UserMessage::Contact)><ContactBadge row/></Cell>
            <Cell label=t(UserMessage::Token)><HeldToken row/></Cell>
        </Row>
    }
    .into_any()
}

/// *Activo* or *Inactivo*.
#[component]
pub fn StatusBadge(row: Signal<UserRow>) -> impl IntoView {
    let locale = use_locale();
    let status = Signal::derive(move || row.with(|row| row.status));
    let label = Signal::derive(move || {
        user_status_message(status.get())
            .text(locale.get())
            .to_owned()
    });
    let tone = Signal::derive(move || match status.get() {
        UserStatus::Active => Tone::Success,
        UserStatus::Inactive => Tone::Muted,
    });
    let icon = Signal::derive(move || match status.get() {
        UserStatus::Active => IconName::UserCheck,
        UserStatus::Inactive => IconName::MinusCircle,
    });
    view! { <Badge label tone icon/> }
}

/// How the contact data stand, and since when they are confirmed.
#[component]
pub fn ContactBadge(row: Signal<UserRow>) -> impl IntoView {
    let locale = use_locale();
    let standing = Memo::new(move |_| row.with(contact_standing));
    let label = Signal::derive(move || standing.get().0.text(locale.get()).to_owned());
    let tone = Signal::derive(move || standing.get().1);
    let icon = Signal::derive(move || standing.get().2);
    let day = move || {
        row.with(|row| row.confirmed_at)
            .map(|at| view! { <span class="muted figures">{at.day().to_string()}</span> })
    };
    view! { <span class="cluster"><Badge label tone icon/> {day}</span> }
}

/// The token that the user holds, with the way to its page.
#[component]
pub fn HeldToken(row: Signal<UserRow>) -> impl IntoView {
    let held = Memo::new(move |_| row.with(|row| row.token));
    let none = t(UserMessage::NoToken);
    move || match held.get() {
        Some((serial, status)) => {
            let href = paths::detail(serial);
            view! {
                <span class="cluster"><StateBadge status/> <a class="mono" href=href>{serial.to_string()}</a></span>
            }
            .into_any()
        }
        None => view! { <span class="muted">{none}</span> }.into_any(),
    }
}
