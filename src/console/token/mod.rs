//! The virtual tokens: the table, and a token's page.

mod actions;
pub mod address;
mod block;
mod block_run;
mod change_request;
mod changes;
pub mod detail;
mod empty;
mod facts;
mod filters;
mod foot;
mod history;
mod locked_requests;
mod matching;
mod more_tokens;
mod reach;
mod row;
mod selection;
mod table;
pub mod tokens;
mod why_not;

pub use actions::{ACTIONS, ScreenAction, Several, action_at, action_of};
pub use block::BlockForm;
pub use block_run::{Run as BlockRun, use_block_request};
pub use change_request::{ChangeTarget, use_change_request};
pub use detail::TokenDetailPage;
pub use facts::{PhysicalTokens, TokenFacts};
pub use history::History;
pub use tokens::TokensPage;
pub use why_not::{use_why_not, words as refusal_words};
