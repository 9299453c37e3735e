//! Llavero: the token administration console of a business bank.
//!
//! `docs/ARCHITECTURE.md` draws the layers; each module below says its own part.

pub mod domain;
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod store;
