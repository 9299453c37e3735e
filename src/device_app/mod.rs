//! The AppMovil: the companion that holds a person's virtual tokens. It links
//! them, confirms operations and shows one-time codes.
//!
//! Below are its parts: the browser's side of the device protocol ([`keys`],
//! [`vault`], [`clock`], [`transport`], [`session`], [`enrolment`]), and one
//! file or folder for each screen. The protocol itself is the domain's.

mod browser;
pub mod clock;
mod device_name;
pub mod enrolment;
pub mod keys;
mod pin_rule;
mod sentence;
pub mod session;
mod state;
pub mod transport;
mod trouble;
pub mod vault;

pub use pin_rule::{PinWeakness, weakness};
pub use state::{AppState, Tokens, use_app};
pub use trouble::Trouble;
