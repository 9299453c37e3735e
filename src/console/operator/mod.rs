//! The bank's own screens: what its operators do.

mod company;
mod home;
mod serial;

pub use company::{CompaniesPage, CompanyDetailPage, CreateCompanyPage, EditCompanyPage};
pub use home::OperatorHomePage;
pub use serial::FindSerialPage;
