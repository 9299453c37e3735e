//! *Solicitudes de tokens*: what companies ask for, and the bank's answer.

mod answer;
mod page;

pub use page::TokenRequestsPage;
