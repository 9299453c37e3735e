//! The bank's own screens: what its operators do.

mod home;

pub use home::OperatorHomePage;
