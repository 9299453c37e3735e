//! What Llavero is about: pure rules and types, the same on the server and in
//! the browser. Nothing here reads a clock, a random number or a database.

pub mod approval;
pub mod audit;
pub mod batch;
pub mod company;
pub mod company_draft;
pub mod contact;
pub mod error;
pub mod grant;
pub mod id;
pub mod import;
pub mod locale;
pub mod message;
pub mod operation;
pub mod password;
pub mod protocol;
pub mod serial;
pub mod table;
pub mod text;
pub mod time;
pub mod token;
pub mod token_request;
pub mod user;
pub mod user_change;
pub mod user_draft;
pub mod view;
