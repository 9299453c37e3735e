//! What stands around every screen of the AppMovil.

use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use leptos_router::components::Outlet;

use super::browser;
use super::state::AppState;
use crate::i18n::device_app::DeviceAppMessage;
use crate::ui::{OfflineBanner, t};

/// What is around every screen: the state they share, and what makes the app
/// installable.
#[component]
pub fn DeviceApp() -> impl IntoView {
    let app = AppState::new();
    provide_context(app);
    Effect::new(move |_| {
        browser::register_service_worker();
        browser::watch_install(app.installable);
    });
    // As markup: a browser that runs scripts reads this element as plain text,
    // which hydration would not recognise.
    let needs_script = format!(
        "<p class=\"demo-ribbon\">{}</p>",
        t(DeviceAppMessage::NeedsScript).get_untracked()
    );
    let name = t(DeviceAppMessage::AppName).get_untracked();
    view! {
        <Link rel="manifest" href="/manifest.webmanifest"/>
        <Meta name="apple-mobile-web-app-title" content=name/>
        <noscript inner_html=needs_script></noscript>
        <OfflineBanner/>
        <Outlet/>
    }
    .into_any()
}
