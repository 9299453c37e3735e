//! What every table of the console has: an address that is its only state, rows
//! that can be chosen, a form of filters, a pager.

pub mod address;
mod filters;
mod selection;
mod typed;

pub use address::{Address, direction, href, pager, table_pager, use_address};
pub use filters::{FilterForm, problem_words};
pub use selection::{Choosable, Selection, clear_with_the_query};
pub use typed::{Typed, use_typed};
