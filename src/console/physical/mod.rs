//! The screen of a company's physical tokens.

mod filters;
mod page;
mod table;

pub use page::PhysicalTokensPage;
