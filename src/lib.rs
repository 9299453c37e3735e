//! Llavero: the token administration console of a business bank.
//!
//! `docs/ARCHITECTURE.md` draws the layers; each module below says its own part.

pub mod api;
pub mod app;
#[cfg(feature = "ssr")]
pub mod cli;
pub mod console;
pub mod device_app;
pub mod domain;
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod server;
#[cfg(feature = "ssr")]
pub mod service;
#[cfg(feature = "ssr")]
pub mod store;
pub mod ui;

/// Makes the page that the server wrote answer in the browser.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(app::hydrate());
}
