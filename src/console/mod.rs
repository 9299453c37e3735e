//! The administrator's console: its screens, one folder per area, one file per
//! route.

mod activity;
mod app_link;
mod approval;
mod asked;
mod audit;
mod demo;
mod error_notice;
mod error_words;
mod focus;
mod form_errors;
mod frame;
mod gate;
mod help;
mod home;
mod import;
mod language;
mod live;
mod loaded;
mod navigation;
mod not_found;
mod operation;
mod operator;
mod password;
mod paths;
mod person;
mod physical;
mod profile;
mod return_path;
mod session;
mod support;
mod table;
mod token;
mod top;
mod user;
mod words;

pub use approval::{ApprovalPage, ApprovalsPage};
pub use audit::LogPage;
pub use demo::MailboxPage;
pub use focus::FocusOnNavigation;
pub use frame::Frame;
pub use help::{AssignmentGuide, EnrolmentGuide, HelpIndex, SecondaryUsersGuide};
pub use home::HomePage;
pub use import::{ImportPhysicalPage, ImportUsersPage, ListFromFilePage};
pub use language::{document_locale, provide_language};
pub use not_found::{BrokenPage, NotFoundPage};
pub use operation::{AssignPage, ChangePage, SeveralPage};
pub use operator::{
    CompaniesPage, CompanyDetailPage, CreateCompanyPage, CreateCompanyPersonPage, EditCompanyPage,
    FindSerialPage, MessagesPage, OperatorHomePage, TokenRequestsPage,
};
pub use password::PasswordPage;
pub use physical::PhysicalTokensPage;
pub use profile::ProfilePage;
pub use session::{LinkPage, SignInPage};
pub use support::provide_support;
pub use token::{ACTIONS, ScreenAction, Several, TokenDetailPage, TokensPage};
pub use user::{CreateUserPage, EditUserPage, UserDetailPage, UsersPage};
