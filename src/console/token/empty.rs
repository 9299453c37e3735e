//! A table without rows, since there is nothing yet.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{EmptyState, IconName, LinkButton, t};

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
