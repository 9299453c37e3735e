//! The server functions: what the browser may ask for. Each reads who asks,
//! calls one use case and answers; nothing is decided here.

pub mod approval;
pub mod audit;
#[cfg(feature = "ssr")]
pub mod caller;
pub mod candidate;
pub mod company;
pub mod company_person;
pub mod demo;
pub mod error;
pub mod home;
pub mod import;
pub mod invitation;
pub mod message;
pub mod operation;
pub mod operator;
pub mod password;
pub mod physical_token;
pub mod session;
pub mod support;
pub mod token;
pub mod token_request;
pub mod user;
mod wire;
