//! Asking for a change and waiting for its confirmation in the AppMovil.

mod assign;
mod at_once;
mod candidates;
mod change;
mod choices;
mod choose;
mod consequences;
mod items;
mod outcome;
mod progress;
mod request;
mod review;
mod several;
mod waiting;
mod what;

pub use assign::AssignPage;
pub use change::ChangePage;
pub use consequences::lead;
pub use items::{Items, KnownItems};
pub use several::SeveralPage;
pub use what::what_of;
