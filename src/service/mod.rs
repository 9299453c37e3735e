//! The use cases: authorise, decide, store, audit, notify.

pub mod clock;
