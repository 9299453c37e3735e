//! Choosing a password with the bank's link.

mod page;

pub use page::PasswordPage;
