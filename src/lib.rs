//! Llavero: the token administration console of a business bank.
//!
//! `docs/ARCHITECTURE.md` draws the layers; each module below says its own part.

pub mod api;
pub mod app;
#[cfg(feature = "ssr")]
pub mod cli;
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
