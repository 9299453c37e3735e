//! Asking for a change and waiting for its confirmation in the AppMovil.

mod activate;
mod assign;
mod candidates;
mod choices;
mod choose;
mod outcome;
mod progress;
mod request;
mod waiting;
mod what;

pub use activate::ActivatePage;
pub use assign::AssignPage;
