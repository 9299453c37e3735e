//! A company's administrators and auditors: making them, inviting them.

mod actions;
mod create;

pub use actions::{PersonActions, PersonChange, PersonOutcome, use_person_change};
pub use create::CreateCompanyPersonPage;
