//! The words of the audit log (*Bitácora*): what was done, from where, and what
//! became of it. Each has a code in the store, which is never changed, and words
//! on the screen, which the compiler asks for.

mod action;
mod client_name;
mod origin;
mod outcome;
mod reason;

pub use action::{AuditAction, AuditGroup};
pub use client_name::client_name;
pub use origin::AuditOrigin;
pub use outcome::{AuditOutcome, OutcomeKind};
pub use reason::AuditReason;
