//! Asking to change a token that somebody holds: activate it, take its
//! invitation back, unblock it, replace its device, take it back.

use super::identify::Caller;
use super::request_operation::{begin, finish};
use super::{Context, ServiceError, circumstances, seen_token};
use crate::domain::error::RequestError;
use crate::domain::operation::OperationKind;
use crate::domain::token::ActionKind;
use crate::domain::view::{OperationView, SeenToken};

/// Asks for a change of the token that the administrator saw.
///
/// # Errors
/// [`RequestError::Overtaken`] when somebody changed it first; the rule's
/// refusal; [`RequestError::NotFound`] for a token of another company or of
/// nobody; [`RequestError::Malformed`] for an assignment and another e-mail or
/// mobile, which begin with a user; the limits of DESIGN §4; those of the store.
pub async fn request_change(
    context: &Context,
    caller: &Caller,
    seen: SeenToken,
    kind: OperationKind,
) -> Result<OperationView, ServiceError> {
    caller.must_be_admin()?;
    let action = kind
        .action_kind()
        .filter(|action| *action != ActionKind::Assign)
        .ok_or(RequestError::Malformed)?;
    let mut request = begin(context, caller).await?;
    let writer = &mut request.writer;
    let (token, holder) = seen_token::find(writer, caller, seen, action).await?;
    let circumstances =
        circumstances::of_token(writer, &caller.company, &token, &holder, None, request.at).await?;
    finish(
        context,
        caller,
        request,
        kind,
        token,
        holder,
        &circumstances,
    )
    .await
}
