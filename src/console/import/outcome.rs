//! The last step: what was written.

use leptos::prelude::*;

use super::state::{Import, RESULT_ID};
use crate::console::paths;
use crate::domain::import::ImportKind;
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{
    Button, ButtonVariant, IconName, LinkButton, Notice, NoticeKind, Panel, t, t_with,
};

/// The step.
#[component]
pub fn Outcome(import: Import) -> impl IntoView {
    let tally = import.done.get_untracked().unwrap_or_default();
    let (title, lead, see, path) = match import.kind.get_untracked() {
        ImportKind::PhysicalTokens => (
            Words::PhysicalDone,
            Words::DonePhysicalLead,
            Words::SeePhysical,
            paths::PHYSICAL_TOKENS,
        ),
        _ => (
            Words::UsersDone,
            Words::DoneUsersLead,
            Words::SeeUsers,
            paths::USERS,
        ),
    };
    let lead = t_with(lead, move || {
        vec![
            ("created", tally.created.to_string()),
            ("updated", tally.updated.to_string()),
            ("unchanged", tally.unchanged.to_string()),
            ("refused", tally.refused.to_string()),
        ]
    });
    let (see, other) = (t(see), t(Words::OtherFile));
    view! {
        <Panel>
            <div id=RESULT_ID tabindex="-1">
                <Notice kind=NoticeKind::Success title=t(title)><p>{lead}</p></Notice>
            </div>
            <div class="cluster">
                <LinkButton href=path variant=ButtonVariant::Primary icon=IconName::ArrowRight>{see}</LinkButton>
                <Button icon=IconName::Refresh on_click=move || import.forget()>{other}</Button>
            </div>
        </Panel>
    }
    .into_any()
}
