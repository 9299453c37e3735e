//! The tree of places, with only what exists.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::approval::use_waiting_count;
use super::paths;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_approval::ApprovalMessage;
use crate::i18n::console_audit::AuditMessage;
use crate::i18n::console_grant::GrantMessage;
use crate::i18n::console_request::TokenRequestMessage;
use crate::ui::{IconName, NavigationItem, SideNavigation, t};

/// The places of an administrator and of an auditor.
#[component]
pub fn ConsoleNavigation() -> impl IntoView {
    let tokens = NavigationItem::link(t(ConsoleMessage::VirtualToken), paths::TOKENS)
        .icon(IconName::Smartphone);
    let physical = NavigationItem::link(t(ConsoleMessage::PhysicalToken), paths::PHYSICAL_TOKENS)
        .icon(IconName::Fob);
    let tree = NavigationItem::heading(
        t(ConsoleMessage::Administration),
        vec![
            NavigationItem::link(t(ConsoleMessage::Users), paths::USERS).icon(IconName::Users),
            NavigationItem::heading(
                t(ConsoleMessage::TokenAdministration),
                vec![tokens, physical],
            ),
            NavigationItem::link(t(AuditMessage::Title), paths::LOG).icon(IconName::Book),
            NavigationItem::link(t(ApprovalMessage::Title), paths::APPROVALS)
                .icon(IconName::Approve)
                .waiting(use_waiting_count()),
        ],
    );
    let home = NavigationItem::link(t(ConsoleMessage::Home), paths::HOME).icon(IconName::Home);
    let items = [vec![home, tree], common()].concat();
    view! { <SideNavigation items current=current()/> }.into_any()
}

/// The places of an operator of the bank.
#[component]
pub fn OperatorNavigation() -> impl IntoView {
    let home = NavigationItem::link(t(ConsoleMessage::Home), paths::OPERATOR).icon(IconName::Home);
    let companies = NavigationItem::link(t(ConsoleMessage::Companies), paths::COMPANIES)
        .icon(IconName::Building);
    let messages =
        NavigationItem::link(t(ConsoleMessage::Messages), paths::MESSAGES).icon(IconName::Mail);
    let find =
        NavigationItem::link(t(GrantMessage::FindTitle), paths::FIND_SERIAL).icon(IconName::Search);
    let requests = NavigationItem::link(t(TokenRequestMessage::Title), paths::TOKEN_REQUESTS)
        .icon(IconName::Archive);
    let items = [vec![home, companies, requests, messages, find], common()].concat();
    view! { <SideNavigation items current=current()/> }.into_any()
}

/// The places of everybody else.
#[component]
pub fn LimitedNavigation() -> impl IntoView {
    let home = NavigationItem::link(t(ConsoleMessage::Home), "/").icon(IconName::Home);
    let items = [vec![home], common()].concat();
    view! { <SideNavigation items current=current()/> }.into_any()
}

fn common() -> Vec<NavigationItem> {
    vec![
        NavigationItem::link(t(ConsoleMessage::Help), paths::HELP).icon(IconName::Help),
        NavigationItem::link(t(ConsoleMessage::Profile), paths::PROFILE).icon(IconName::User),
    ]
}

fn current() -> Signal<String> {
    use_location().pathname.into()
}
