//! What a table shows: filter, order and place, read from the URL and written
//! to it. The URL is the table's only state (DESIGN §5).
//!
//! The machinery is the same for every table; what is a table's own, its filter
//! and its columns, stands in a file named for it.

mod address;
mod approvals;
mod audit;
mod companies;
mod messages;
mod page;
mod physical;
mod query;
mod sort;
mod tokens;
mod users;

pub use address::{
    LONGEST_SEARCH, QueryProblem, Reader, TableFilter, escape, parameter, query_string,
};
pub use approvals::{ApprovalList, ApprovalQuery};
pub use audit::{AuditColumn, AuditFilter, AuditQuery};
pub use companies::{CompanyColumn, CompanyFilter, CompanyQuery};
pub use messages::{MessageColumn, MessageFilter, MessageQuery, channel_word, message_state_word};
pub use page::{Cursor, PAGE_SIZES, Page, PageRequest, Place, page_count};
pub use physical::{PhysicalColumn, PhysicalFilter, PhysicalQuery};
pub use query::TableQuery;
pub use sort::{Direction, Sort, TableColumn};
pub use tokens::{TokenColumn, TokenFilter, TokenQuery, TokenSort};
pub use users::{ContactFilter, TokenHolding, UserColumn, UserFilter, UserQuery};
