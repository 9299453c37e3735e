//! The virtual tokens: the table, and a token's page.

mod activation;
mod activation_request;
pub mod address;
mod changes;
pub mod detail;
mod empty;
mod facts;
mod filters;
mod foot;
mod history;
mod row;
mod selection;
mod table;
pub mod tokens;

pub use activation_request::use_activation_request;
pub use detail::TokenDetailPage;
pub use tokens::TokensPage;
