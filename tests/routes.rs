//! Every use case through the real router, on a real database, with a device
//! that has real keys.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "routes/support/mod.rs"]
mod support;

#[path = "routes/all_that_match.rs"]
mod all_that_match;
#[path = "routes/approvals.rs"]
mod approvals;
#[path = "routes/audit_log.rs"]
mod audit_log;
#[path = "routes/batch.rs"]
mod batch;
#[path = "routes/batch_restart.rs"]
mod batch_restart;
#[path = "routes/bench.rs"]
mod bench;
#[path = "routes/company_people.rs"]
mod company_people;
#[path = "routes/confirmation.rs"]
mod confirmation;
#[path = "routes/demo.rs"]
mod demo;
#[path = "routes/enrolment.rs"]
mod enrolment;
#[path = "routes/home.rs"]
mod home;
#[path = "routes/idle.rs"]
mod idle;
#[path = "routes/imports.rs"]
mod imports;
#[path = "routes/isolation.rs"]
mod isolation;
#[path = "routes/limits.rs"]
mod limits;
#[path = "routes/messages.rs"]
mod messages;
#[path = "routes/nine_steps.rs"]
mod nine_steps;
#[path = "routes/nonsense.rs"]
mod nonsense;
#[path = "routes/operator.rs"]
mod operator;
#[path = "routes/physical_tokens.rs"]
mod physical_tokens;
#[path = "routes/protection.rs"]
mod protection;
#[path = "routes/races.rs"]
mod races;
#[path = "routes/registry.rs"]
mod registry;
#[path = "routes/sign_in.rs"]
mod sign_in;
#[path = "routes/token_life.rs"]
mod token_life;
#[path = "routes/token_refusals.rs"]
mod token_refusals;
#[path = "routes/token_requests.rs"]
mod token_requests;
#[path = "routes/users.rs"]
mod users;
