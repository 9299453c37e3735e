//! The app: its document, its languages, its routes, its parts.

#[cfg(feature = "hydrate")]
mod hydration;
mod parts;
mod routes;

use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags, Title, provide_meta_context};
use leptos_router::components::Router;

#[cfg(feature = "hydrate")]
pub use self::hydration::hydrate;
use self::routes::Pages;
use crate::console::{
    BrokenPage, FocusOnNavigation, document_locale, provide_language, provide_support,
};
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
