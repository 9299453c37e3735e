//! The use cases: authorise, decide, store, audit, notify. One file each; what
//! several share stands in files named for it.

mod apply_action;
mod audit;
pub mod cancel_operation;
pub mod clock;
pub mod complete_enrolment;
pub mod confirm_operation;
mod context;
pub mod demo;
pub mod device_crypto;
pub mod device_error;
mod device_request;
mod error;
pub mod expire_operations;
mod grant_token;
mod hub;
pub mod identify;
pub mod invite_own_device;
mod issue_invitation;
pub mod list_candidates;
pub mod list_tokens;
pub mod open_enrolment;
pub mod operation_view;
mod own_token;
pub mod password;
pub mod read_mailbox;
pub mod request_activation;
pub mod request_assignment;
mod request_operation;
pub mod send_messages;
pub mod serve_device;
mod settle_operation;
pub mod session_cookie;
pub mod settings;
pub mod show_operation;
pub mod show_session;
pub mod show_support;
pub mod show_token;
pub mod sign_in;
pub mod sign_in_with_code;
pub mod sign_out;
pub mod vault;

pub use context::{Context, Parts};
pub use error::ServiceError;
pub use hub::{Change, Hub, Topic};
pub use identify::Caller;
