//! *Mensajes*: what was sent to whom, and what could not be.

mod filters;
mod page;
mod row;
mod selection;
mod table;
mod ways_out;
mod words;

pub use page::MessagesPage;
