//! The app: its document, its languages, its routes.

use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags, Title, provide_meta_context};
use leptos_router::SsrMode;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

use crate::console::{
    AssignPage, AssignmentGuide, BrokenPage, ChangePage, EnrolmentGuide, FocusOnNavigation, Frame,
    HelpIndex, LinkPage, MailboxPage, NotFoundPage, ProfilePage, SecondaryUsersGuide, SignInPage,
    TokenDetailPage, TokensPage, document_locale, provide_language, provide_support,
};
use crate::device_app::DeviceAppRoutes;
use crate::ui::{ToastRegion, provide_toasts};

/// The document around the app, as the server writes it.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang=document_locale().tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#0c3a33" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#101b19" media="(prefers-color-scheme: dark)"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link
                    rel="preload"
                    href="/fonts/instrument-sans.woff2"
                    r#as="font"
                    type="font/woff2"
                    crossorigin="anonymous"
                />
                <HashedStylesheet options=options.clone() id="estilo"/>
                <AutoReload options=options.clone()/>
                <HydrationScripts options/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_language();
    provide_toasts();
    provide_support();
    mark_hydrated();
    view! {
        <Title formatter=|title: String| if title.is_empty() { "Llavero".to_owned() } else { format!("{title} · Llavero") }/>
        <Router>
            <FocusOnNavigation/>
            <ErrorBoundary fallback=|_| view! { <BrokenPage/> }>
                <Pages/>
            </ErrorBoundary>
        </Router>
        <ToastRegion/>
    }
}

/// Every address. A page is written whole before it is sent, so that its
/// status and its title are right.
#[component]
fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFoundPage/> }>
            <Route path=path!("/ingreso") view=|| view! { <SignInPage/> }.into_any() ssr=SsrMode::Async/>
            <DeviceAppRoutes/>
            <Route path=path!("/demo/buzon") view=|| view! { <MailboxPage/> }.into_any() ssr=SsrMode::Async/>
            <ParentRoute path=path!("") view=|| view! { <Frame/> }.into_any() ssr=SsrMode::Async>
                // The frame sends everybody from here to where they begin.
                <Route path=path!("/") view=|| () ssr=SsrMode::Async/>
                <Route path=path!("/vincular") view=|| view! { <LinkPage/> }.into_any() ssr=SsrMode::Async/>
                <Route path=path!("/perfil") view=|| view! { <ProfilePage/> }.into_any() ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual") view=|| view! { <TokensPage/> }.into_any() ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/asignar") view=|| view! { <AssignPage/> }.into_any() ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/detalle/:serial") view=|| view! { <TokenDetailPage/> }.into_any() ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/:action/:serial") view=|| view! { <ChangePage/> }.into_any() ssr=SsrMode::Async/>
                <Route path=path!("/ayuda") view=|| view! { <HelpIndex/> }.into_any() ssr=SsrMode::Async/>
                <Route
                    path=path!("/ayuda/creacion-y-configuracion-de-usuarios-secundarios")
                    view=|| view! { <SecondaryUsersGuide/> }.into_any()
                    ssr=SsrMode::Async
                />
                <Route path=path!("/ayuda/asignacion-de-token-a-usuarios") view=|| view! { <AssignmentGuide/> }.into_any() ssr=SsrMode::Async/>
                <Route path=path!("/ayuda/enrolamiento-en-la-appmovil") view=|| view! { <EnrolmentGuide/> }.into_any() ssr=SsrMode::Async/>
            </ParentRoute>
        </Routes>
    }
    .into_any()
}

/// Marks the document once the app answers to the keyboard and the pointer.
fn mark_hydrated() {
    #[cfg(feature = "hydrate")]
    Effect::new(|_| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "true");
        }
    });
}
