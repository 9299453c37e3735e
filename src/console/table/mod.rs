//! What every table of the console has: an address that is its only state, rows
//! that can be chosen, a form of filters, a pager.

pub mod address;
mod days;
mod filters;
mod head;
mod nothing_fits;
mod selection;
mod typed;

pub use address::{Address, href, pager, table_pager, use_address};
pub use days::Days;
pub use filters::{FilterForm, problem_words};
pub use head::{ChooseAll, ColumnHead};
pub use nothing_fits::NothingFits;
pub use selection::{Choosable, Selection, follow_the_filter};
pub use typed::{Typed, use_typed};
