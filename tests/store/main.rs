//! The store on both engines: each test runs once on SQLite and once on
//! PostgreSQL, over the same queries.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

#[macro_use]
mod engine;
mod fixture;

mod approval;
mod audit;
mod audit_table;
mod bank;
mod candidate;
mod confirmation;
mod device;
mod enrolment;
mod lists;
mod lookup;
mod message;
mod message_table;
mod operation;
mod operation_item;
mod others;
mod stock;
mod token;
mod token_table;
mod transaction;
mod user;
mod user_table;
