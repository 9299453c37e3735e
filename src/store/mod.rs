//! The database: SQLite or PostgreSQL, spoken to with one SQL text per query.
//!
//! Each module holds one table's queries as functions over a [`Connection`],
//! which a [`Reader`] or a [`Writer`] lends. A `Writer` is one transaction: what
//! is not committed did not happen.
//!
//! After [`StoreError::Duplicate`] or any other error of a statement, PostgreSQL
//! refuses the rest of the transaction: drop the `Writer` and begin again.
//! [`StoreError::VersionConflict`] is no such error; the transaction goes on.

mod dialect;
mod error;
mod many;
mod open;
mod page;
mod row;
mod statement;
mod text;
mod user_stock;

pub mod approval;
pub mod audit;
pub mod audit_table;
pub mod candidate;
pub mod company;
pub mod company_table;
pub mod confirmation;
pub mod device;
pub mod device_nonce;
pub mod enrolment;
pub mod message;
pub mod message_table;
pub mod operation;
pub mod operation_item;
pub mod password_link;
pub mod physical_table;
pub mod physical_token;
pub mod serial_number;
pub mod session;
pub mod sign_in_attempt;
pub mod stock;
pub mod token;
pub mod token_lookup;
pub mod token_request;
pub mod token_table;
pub mod user;
pub mod user_lookup;
pub mod user_table;

pub use error::{Result, StoreError, Unique};
pub use open::{Reader, Store, Writer};

/// What every query runs on.
pub type Connection = sqlx::AnyConnection;
