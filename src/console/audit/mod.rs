//! The screen of the audit log (*Bitácora*).

mod export;
mod filters;
mod history;
mod news;
mod page;
mod row;
mod table;

pub use history::UserHistory;
pub use page::LogPage;
