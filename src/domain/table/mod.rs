//! What a table shows: filter, order and place, read from the URL and written
//! to it. The URL is the table's only state (DESIGN §5).

mod address;
mod page;
mod query;
mod sort;

pub use address::{QueryProblem, parameter};
pub use page::{Cursor, PAGE_SIZES, Page, PageRequest, Place, page_count};
pub use query::{TokenFilter, TokenQuery};
pub use sort::{Direction, TokenColumn, TokenSort};
