//! `/ayuda`: the list of guides.

use leptos::prelude::*;

use super::guide::HelpPage;
use crate::console::paths;
use crate::i18n::console_help::HelpMessage;
use crate::ui::{Panel, t};

const GUIDES: [(&str, HelpMessage, HelpMessage); 3] = [
    (
        paths::HELP_USERS,
        HelpMessage::UsersTitle,
        HelpMessage::UsersLead,
    ),
    (
        paths::HELP_ASSIGN,
        HelpMessage::AssignTitle,
        HelpMessage::AssignLead,
    ),
    (
        paths::HELP_ENROL,
        HelpMessage::EnrolTitle,
        HelpMessage::EnrolLead,
    ),
];

/// The page.
#[component]
pub fn HelpIndex() -> impl IntoView {
    let guides = GUIDES.map(|(href, title, lead)| {
        view! { <li><a href=href>{t(title)}</a> <p class="muted">{t(lead)}</p></li> }.into_any()
    });
    view! {
        <HelpPage title=HelpMessage::Title lead=HelpMessage::Lead>
            <Panel title=t(HelpMessage::Guides)>
                <ul class="stack">{guides.into_iter().collect_view()}</ul>
            </Panel>
        </HelpPage>
    }
    .into_any()
}
