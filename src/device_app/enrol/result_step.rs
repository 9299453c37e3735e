//! It is linked: what that means now.

use leptos::prelude::*;

use crate::device_app::screen::Arrival;
use crate::domain::token::TokenStatus;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, ButtonVariant, Lifeline, LinkButton, StateBadge, t};

#[component]
pub(super) fn ResultStep(status: TokenStatus) -> impl IntoView {
    let (title, lead) = match status {
        TokenStatus::PendingActivation => {
            (Words::LinkedPendingTitle, Some(Words::LinkedPendingLead))
        }
        TokenStatus::Active => (Words::LinkedActiveTitle, Some(Words::LinkedActiveLead)),
        _ => (Words::LinkedTitle, None),
    };
    let title = t(title);
    let lead = lead.map(t);
    let lead = Signal::derive(move || lead.map(|lead| lead.get()));
    let done = t(Words::Done);
    view! {
        <AppScreen
            title
            lead
            actions=move || view! { <LinkButton href="/app" variant=ButtonVariant::Primary>{done}</LinkButton> }
        >
            <Arrival title/>
            <p><StateBadge status/></p>
            <Lifeline status/>
        </AppScreen>
    }
    .into_any()
}
