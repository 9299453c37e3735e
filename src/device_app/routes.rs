//! Where each screen stands, all below `/app`.

use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use leptos_router::any_nested_route::IntoAnyNestedRoute;
use leptos_router::components::{Outlet, ParentRoute, Route};
use leptos_router::{MatchNestedRoutes, path};

use super::browser;
use super::code::CodePage;
use super::confirm::ConfirmPage;
use super::device::DevicePage;
use super::enrol::EnrolPage;
use super::home::HomePage;
use super::state::AppState;
use crate::i18n::device_app::DeviceAppMessage;
use crate::ui::{OfflineBanner, t};

/// The AppMovil's routes, to stand among a router's own.
#[component(transparent)]
pub fn DeviceAppRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("/app") view=DeviceApp>
            <Route path=path!("") view=HomePage/>
            <Route path=path!("enrolar") view=EnrolPage/>
            <Route path=path!("solicitud/:confirmation") view=ConfirmPage/>
            <Route path=path!("codigo/:device") view=CodePage/>
            <Route path=path!("dispositivo/:device") view=DevicePage/>
        </ParentRoute>
    }
    .into_inner()
    .into_any_nested_route()
}

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
