//! *Buscar serial*: one token of the bank, and what is done about it.

mod deeds;
mod page;
mod question;

pub use page::FindSerialPage;
