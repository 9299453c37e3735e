//! The screens that take a file: choose it, see what would happen row by row,
//! accept it.

mod accept;
mod block;
mod choose;
mod columns;
mod list;
mod outcome;
mod physical;
mod review;
mod row;
mod rows;
mod screen;
mod state;
mod users;
mod words;

pub use list::ListFromFilePage;
pub use physical::ImportPhysicalPage;
pub use users::ImportUsersPage;
pub use words::sheet_words;
