//! What every screen has beside the design system's frame.

use leptos::prelude::*;

use super::browser;
use super::state::use_app;
use super::trouble::Trouble;
use crate::i18n::device_app::DeviceAppMessage;
use crate::ui::{DocumentTitle, Notice, NoticeKind, t_with, use_locale};

/// Names the page after the screen, and brings the keyboard to the screen's
/// heading when another screen was there before.
#[component]
pub fn Arrival(
    /// The screen's heading.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    Effect::new(move |_| {
        if app.arrived.get_value() {
            browser::focus_heading();
        } else {
            app.arrived.set_value(true);
        }
    });
    let page = t_with(DeviceAppMessage::PageTitle, move || {
        vec![("title", title.get())]
    });
    view! { <DocumentTitle text=page/> }
}

/// A trouble in words, with its next step; nothing while there is none.
#[component]
pub fn TroubleNotice(
    /// What went wrong.
    #[prop(into)]
    trouble: Signal<Option<Trouble>>,
) -> impl IntoView {
    move || {
        trouble.get().map(|trouble| {
            let (title, next) = trouble_words(trouble);
            view! { <Notice kind=NoticeKind::Danger title><p>{next}</p></Notice> }
        })
    }
}

/// A trouble's sentence and next step, in the language of the screen.
pub fn trouble_words(trouble: Trouble) -> (Signal<String>, Signal<String>) {
    let locale = use_locale();
    let other = trouble.clone();
    (
        Signal::derive(move || trouble.title(locale.get())),
        Signal::derive(move || other.next(locale.get())),
    )
}
