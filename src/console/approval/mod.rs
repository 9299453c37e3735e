//! *Aprobaciones*: what waits for a second administrator, and their answer.

mod answer;
mod detail;
mod facts;
mod list;
mod page;
mod row;
mod state;
mod waiting_count;

pub use detail::ApprovalPage;
pub use page::ApprovalsPage;
pub use waiting_count::use_waiting_count;
