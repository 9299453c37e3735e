//! The bank's own screens: what its operators do.

mod company;
mod home;

pub use company::{CompaniesPage, CompanyDetailPage, CreateCompanyPage, EditCompanyPage};
pub use home::OperatorHomePage;
