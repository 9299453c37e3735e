//! The AppMovil: the companion that holds a person's virtual tokens. It links
//! them, confirms operations and shows one-time codes.
//!
//! Below are its parts: the browser's side of the device protocol ([`keys`],
//! [`vault`], [`clock`], [`transport`], [`session`], [`enrolment`]), and one
//! file or folder for each screen. The protocol itself is the domain's.

mod browser;
pub mod clock;
mod code;
mod confirm;
mod device;
mod enrol;
pub mod enrolment;
mod frame;
mod home;
pub mod keys;
mod pin_rule;
mod screen;
mod sentence;
pub mod session;
mod state;
mod token_card;
pub mod transport;
mod trouble;
pub mod vault;
mod waiting_list;

pub use code::CodePage;
pub use confirm::ConfirmPage;
pub use device::DevicePage;
pub use enrol::EnrolPage;
pub use frame::DeviceApp;
pub use home::HomePage;
pub use pin_rule::{PinWeakness, weakness};
pub use state::{AppState, Tokens, use_app};
pub use trouble::Trouble;
