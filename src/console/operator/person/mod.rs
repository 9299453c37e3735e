//! A company's administrators and auditors: making them, inviting them.

mod actions;
mod create;

pub use actions::PersonActions;
pub use create::CreateCompanyPersonPage;
