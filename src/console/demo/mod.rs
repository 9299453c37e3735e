//! What only a demo has.

mod mailbox;

pub use mailbox::MailboxPage;
