//! What is told to people by e-mail and SMS: what a message says, who is told of
//! which change, and how its delivery goes on.

mod audience;
mod content;
mod delivery;
mod kind;

pub use audience::{AdminNews, HolderNews, Told, told};
pub use content::{Doer, InvitationReason, MessageContent, ToldHolder, ToldToken, UnknownContent};
pub use delivery::{
    Channel, DeliveryFailure, FIRST_RETRY, LONGEST_RETRY, MAX_ATTEMPTS, MessageState, masked,
    retry_after,
};
pub use kind::MessageKind;
