//! The use cases: authorise, decide, store, audit, notify.

pub mod clock;
pub mod device_crypto;
pub mod password;
pub mod private_file;
pub mod vault;
