//! The server functions: what the browser may ask for. Each reads who asks,
//! calls one use case and answers; nothing is decided here.

pub mod approval;
#[cfg(feature = "ssr")]
pub mod caller;
pub mod candidate;
pub mod company;
pub mod demo;
pub mod error;
pub mod home;
pub mod invitation;
pub mod operation;
pub mod operator;
pub mod physical_token;
pub mod session;
pub mod support;
pub mod token;
pub mod user;
mod wire;
