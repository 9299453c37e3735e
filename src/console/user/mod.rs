//! The screens of a company's users.

mod actions;
mod assign;
mod create;
mod detail;
mod edit;
mod filters;
mod form;
mod row;
mod selection;
mod table;
mod users;
mod words;

pub use assign::use_assign_request;
pub use create::CreateUserPage;
pub use detail::UserDetailPage;
pub use edit::EditUserPage;
pub use users::UsersPage;
