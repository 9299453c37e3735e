//! The addresses of the table of tokens.

use crate::console::paths;
use crate::console::table;
use crate::domain::table::{Page, TokenColumn, TokenFilter, TokenQuery};
use crate::ui::PagerState;

/// What the URL of the table asks for.
pub type Address = table::Address<TokenQuery>;

/// Reads the URL.
pub fn use_address() -> Address {
    table::use_address::<TokenFilter, TokenColumn>()
}

/// The pager of the table of tokens.
pub fn token_pager<Row>(page: &Page<Row>, query: &TokenQuery) -> PagerState {
    table::table_pager(paths::TOKENS, page, query)
}
