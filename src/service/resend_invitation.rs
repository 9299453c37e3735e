//! Sending a new invitation; the old code stops working.

use super::act_at_once::act_at_once;
use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::token::TokenAction;
use crate::domain::view::SeenToken;

/// Invites the holder of an assigned token again.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no
/// administrator; those of [`act_at_once`].
pub async fn resend_invitation(
    context: &Context,
    caller: &Caller,
    seen: SeenToken,
) -> Result<(), ServiceError> {
    caller.must_be_admin()?;
    act_at_once(context, caller, seen, TokenAction::Resend).await
}
