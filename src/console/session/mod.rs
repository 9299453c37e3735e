//! A person's own matters: signing in, linking the AppMovil, what their role
//! can do here.

mod code_step;
mod link;
mod password_step;
mod role_page;
mod sign_in;

pub use link::LinkPage;
pub use role_page::RolePage;
pub use sign_in::SignInPage;
