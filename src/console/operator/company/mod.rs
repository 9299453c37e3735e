//! *Empresas*: the bank's customers.

mod actions;
mod create;
mod detail;
mod edit;
mod filters;
mod grant;
mod list;
mod people;
mod settings_fields;
mod status;
mod table;

pub use create::CreateCompanyPage;
pub use detail::{CompanyDetailPage, failed as company_failed};
pub use edit::EditCompanyPage;
pub use list::{CompaniesPage, crumbs};
pub use status::CompanyStatusBadge;
