//! The bank's own screens: what its operators do.

mod company;
mod home;
mod message;
mod person;
mod request;
mod serial;

pub use company::{CompaniesPage, CompanyDetailPage, CreateCompanyPage, EditCompanyPage};
pub use home::OperatorHomePage;
pub use message::MessagesPage;
pub use person::CreateCompanyPersonPage;
pub use request::TokenRequestsPage;
pub use serial::FindSerialPage;
