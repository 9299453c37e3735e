//! *Inicio*: what waits first, then the company's tokens.

mod page;
mod stock;
mod waiting;

pub use page::HomePage;
