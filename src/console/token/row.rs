//! One row of the table.

use leptos::prelude::*;

use super::actions::ActionItems;
use super::change_request::ChangeRequest;
use super::changes::Changes;
use super::selection::Selection;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::view::TokenRow;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Cell, CellKind, Icon, IconName, Lifeline, Menu, MenuLink, Row, RowDetail, RowHeader, RowToggle,
    SelectCell, StateBadge, t, t_with,
};

/// What the rows share.
#[derive(Clone, Copy)]
pub struct RowParts {
    /// Which rows are chosen.
    pub selection: Selection,
    /// What asks to activate.
    pub request: ChangeRequest,
    /// Which rows changed just now.
    pub changes: Changes,
}

/// A row, and below it the token's life while it is unfolded. It follows its
/// token, so that a change leaves the keyboard where it is.
#[component]
pub fn TokenRowView(row: Signal<TokenRow>, parts: RowParts) -> impl IntoView {
    let RowParts {
        selection, changes, ..
    } = parts;
    let is_admin = use_is_admin().get_untracked();
    let (id, serial) = row.with_untracked(|row| (row.id, row.serial));
    let open = RwSignal::new(false);
    let detail_id = format!("vida-{serial}");
    let controls = detail_id.clone();
    let name = Signal::derive(move || row.with(|row| row.username.clone()));
    let status = Signal::derive(move || row.with(|row| row.status));
    let awaits = Memo::new(move |_| row.with(|row| row.awaits_approval));
    let awaits_words = t(TokenMessage::AwaitsApproval);
    let select_label = t_with(TableMessage::SelectRow, move || vec![("name", name.get())]);
    view! {
        <Row selected=move || selection.has(id) fresh=move || changes.has(id)>
            {is_admin.then(|| view! {
                <SelectCell
                    label=select_label
                    checked=move || selection.has(id)
                    on_toggle=move |wanted| selection.set(id, wanted)
                />
            })}
            <RowHeader label=t(TokenMessage::Username)>{name}</RowHeader>
            <Cell label=t(TokenMessage::Serial) kind=CellKind::Code>{serial.to_string()}</Cell>
            <Cell label=t(TokenMessage::LastUpdate) kind=CellKind::Figure>
                {move || row.with(|row| row.updated_at.day().to_string())}
            </Cell>
            <Cell label=t(TokenMessage::States)>
                <span class="stack stack-tight">
                    <StateBadge status/>
                    {move || awaits.get().then(|| view! {
                        <a class="cell-note" href=paths::APPROVALS><Icon name=IconName::Clock/> {awaits_words}</a>
                    })}
                </span>
            </Cell>
            <Cell label=t(TableMessage::Actions) kind=CellKind::Actions>
                <RowToggle open name controls/>
                <RowMenu row parts/>
            </Cell>
        </Row>
        <RowDetail id=detail_id open columns=if is_admin { 6 } else { 5 }>
            <Lifeline status to_admin=is_admin/>
        </RowDetail>
    }
    .into_any()
}

/// What can be done with the row's token. The entries are made when the menu is
/// first unfolded: a long table has many menus, and few are.
#[component]
fn RowMenu(row: Signal<TokenRow>, parts: RowParts) -> impl IntoView {
    let request = parts.request;
    let is_admin = use_is_admin().get_untracked();
    let label = t_with(TableMessage::RowActions, move || {
        vec![("name", row.with(|row| row.username.clone()))]
    });
    let see = t(TableMessage::SeeDetail);
    let href = paths::detail(row.with_untracked(|row| row.serial));
    let unfolded = RwSignal::new(false);
    view! {
        <Menu label icon=IconName::More icon_only=true on_unfold=move || unfolded.set(true)>
            <MenuLink href icon=IconName::Info>{see}</MenuLink>
            {is_admin.then_some(move || unfolded.get().then(|| view! { <ActionItems row request/> }))}
        </Menu>
    }
    .into_any()
}
