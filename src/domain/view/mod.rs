//! What the screens show: made by the server, read by the browser.

mod approval;
mod audit;
mod bank_token;
mod candidate;
mod company;
mod home;
mod invitation;
mod mailbox;
mod message;
mod operation;
mod operator;
mod password_link;
mod person;
mod physical;
mod support;
mod token;
mod token_request;
mod user;

pub use approval::{ApprovalPage, ApprovalQuestion, ApprovalRow, ApprovalView};
pub use audit::{AuditPage, AuditRow, AuditWho, LogNews};
pub use bank_token::{BankToken, OperatorDeed, OwningCompany};
pub use candidate::Candidate;
pub use company::{CompanyDetail, CompanyPerson, CompanyRow, SeenCompany};
pub use home::HomeView;
pub use invitation::Invitation;
pub use mailbox::MailboxMessage;
pub use message::{MessageRow, MessagesView, SeenMessage, SentAgain};
pub use operation::{ItemPage, ItemView, OperationView, SubjectView, WantedItems};
pub use operator::OperatorHomeView;
pub use password_link::{PasswordLinkView, PasswordStanding};
pub use person::{LockedPerson, OwnToken, PersonView, SignInStep};
pub use physical::{HeldPhysicalToken, PhysicalPage};
pub use support::{SupportHours, SupportLine, SupportLineKind, SupportView};
pub use token::{
    MatchingTokens, NamedToken, PhysicalTokenRow, SeenToken, Stock, TimelineActor, TimelineEntry,
    TokenDetail, TokenOutcome, TokenPage, TokenRow,
};
pub use token_request::{SeenTokenRequest, TokenRequestView, WaitingTokenRequest};
pub use user::{Assignable, SeenUser, UserOutcome, UserRow};
