//! What a screen shows, read for it alone: values that travel to the browser.

mod token;

pub use token::*;
