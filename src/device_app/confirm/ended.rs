//! How it ended: answered, or past answering.

use leptos::prelude::*;

use crate::device_app::screen::{Arrival, trouble_words};
use crate::device_app::sentence;
use crate::device_app::trouble::Trouble;
use crate::domain::protocol::{Challenge, Outcome};
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, ButtonVariant, LinkButton, Notice, NoticeKind, t, use_locale};

/// The answer was taken.
#[component]
pub(super) fn SettledScreen(outcome: Outcome, challenge: Challenge) -> impl IntoView {
    let locale = use_locale();
    let (title, kind) = match outcome {
        Outcome::Applied { .. } => (Words::AppliedTitle, NoticeKind::Success),
        Outcome::Started { .. } => (Words::StartedTitle, NoticeKind::Success),
        Outcome::AwaitingSecondApproval => (Words::SecondTitle, NoticeKind::Info),
        Outcome::Rejected => (Words::RejectedTitle, NoticeKind::Info),
    };
    let (second, rejected) = (t(Words::SecondLead), t(Words::RejectedLead));
    let said = Signal::derive(move || match outcome {
        Outcome::Applied { .. } | Outcome::Started { .. } => {
            sentence::past(&challenge, locale.get())
        }
        Outcome::AwaitingSecondApproval => second.get(),
        Outcome::Rejected => rejected.get(),
    });
    let title = t(title);
    let home = t(Words::GoHome);
    view! {
        <AppScreen
            title
            actions=move || view! { <LinkButton href="/app" variant=ButtonVariant::Primary>{home}</LinkButton> }
        >
            <Arrival title/>
            <Notice kind title=said/>
        </AppScreen>
    }
    .into_any()
}

/// It cannot be answered any more.
#[component]
pub(super) fn EndedScreen(trouble: Trouble) -> impl IntoView {
    let (title, next) = trouble_words(trouble);
    let lead = Signal::derive(move || Some(next.get()));
    let home = t(Words::GoHome);
    view! {
        <AppScreen
            title
            lead
            actions=move || view! { <LinkButton href="/app" variant=ButtonVariant::Primary>{home}</LinkButton> }
        >
            <Arrival title/>
        </AppScreen>
    }
    .into_any()
}
