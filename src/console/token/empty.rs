//! A table without rows: nothing yet, or nothing that fits.

use leptos::prelude::*;

use super::address::href;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::table::TokenQuery;
use crate::i18n::console_table::TableMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{ButtonVariant, EmptyKind, EmptyState, IconName, LinkButton, t};

/// Nothing was assigned yet.
#[component]
pub fn FirstUse() -> impl IntoView {
    let is_admin = use_is_admin().get_untracked();
    let lead = if is_admin {
        TokenMessage::EmptyLead
    } else {
        TokenMessage::EmptyLeadAuditor
    };
    let assign = t(TokenMessage::AssignUser);
    let actions = move || {
        is_admin.then(|| {
            view! { <LinkButton href=paths::ASSIGN icon=IconName::Plus>{assign}</LinkButton> }
        })
    };
    view! { <EmptyState title=t(TokenMessage::EmptyTitle) lead=t(lead) actions/> }.into_any()
}

/// Nothing fits the filters.
#[component]
pub fn NothingFits(query: Signal<TokenQuery>) -> impl IntoView {
    let clear = t(TableMessage::ClearFilters);
    let all = Signal::derive(move || query.with(|query| href(&query.clone().without_filter())));
    let actions = move || {
        view! { <LinkButton href=all variant=ButtonVariant::Secondary>{clear}</LinkButton> }
    };
    view! {
        <EmptyState
            kind=EmptyKind::Filtered
            title=t(TokenMessage::FilteredTitle)
            lead=t(TokenMessage::FilteredLead)
            actions
        />
    }
    .into_any()
}
