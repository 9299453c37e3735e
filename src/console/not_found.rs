//! The pages for what is not there and for what broke.

use leptos::prelude::*;

use super::paths;
use super::support::SupportPanel;
use super::top::BareShell;
use crate::i18n::console::ConsoleMessage;
use crate::ui::{
    Button, ButtonVariant, DocumentTitle, IconName, LinkButton, PageTitle, reload_page, t,
};

/// What a page shows whose thing is not there, with the status that says so.
#[component]
pub fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(options) = use_context::<leptos_axum::ResponseOptions>() {
        options.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    let title = t(ConsoleMessage::NotFoundTitle);
    let home = t(ConsoleMessage::GoHome);
    view! {
        <DocumentTitle text=title/>
        <PageTitle title lead=t(ConsoleMessage::NotFoundLead)/>
        <p><LinkButton href=paths::ROOT variant=ButtonVariant::Primary icon=IconName::Home>{home}</LinkButton></p>
    }
    .into_any()
}

/// The page for an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <BareShell><NotFound/></BareShell> }.into_any()
}

/// The page for a screen that broke.
#[component]
pub fn BrokenPage() -> impl IntoView {
    let title = t(ConsoleMessage::BrokenTitle);
    let reload = t(ConsoleMessage::Reload);
    view! {
        <BareShell>
            <DocumentTitle text=title/>
            <PageTitle title lead=t(ConsoleMessage::BrokenLead)/>
            <p><Button variant=ButtonVariant::Primary icon=IconName::Refresh on_click=reload_page>{reload}</Button></p>
            <SupportPanel/>
        </BareShell>
    }
    .into_any()
}
