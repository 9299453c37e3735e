//! Step 8 of the process: asking to activate a token whose holder has enrolled.

use super::identify::Caller;
use super::request_operation::{begin, finish};
use super::{Context, ServiceError, holdings};
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::TokenId;
use crate::domain::operation::OperationKind;
use crate::domain::token::{ActionKind, Circumstances, Refusal};
use crate::domain::view::OperationView;
use crate::store::{operation, token, user};

/// Asks to activate the token that the administrator saw at `version`.
///
/// # Errors
/// [`Conflict::ChangedMeanwhile`] when it has changed since; the rule's refusal;
/// [`RequestError::NotFound`] for a token of another company or of nobody; the
/// limits of DESIGN §4; those of the store.
pub async fn request_activation(
    context: &Context,
    caller: &Caller,
    token: TokenId,
    version: i64,
) -> Result<OperationView, ServiceError> {
    let mut request = begin(context, caller).await?;
    let company = caller.company.id;
    let writer = &mut request.writer;
    let token = token::find(writer, company, token)
        .await?
        .ok_or(RequestError::NotFound)?;
    if token.version != version {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let Some(holder) = token.state.holder() else {
        let refusal = Refusal::WrongState {
            from: token.state.status(),
            action: ActionKind::Activate,
        };
        return Err(refusal.into());
    };
    let holder = user::find(writer, company, holder)
        .await?
        .ok_or(ServiceError::Fault("a token's holder is not there"))?;
    let holdings = holdings::of_user(writer, holder.id).await?;
    let period = caller.company.contact_period();
    let circumstances = Circumstances {
        ineligibilities: holder.ineligibilities(holdings, request.at, period),
        has_open_operation: operation::open_of_token(writer, token.id).await?.is_some(),
        ..Circumstances::default()
    };
    finish(
        context,
        caller,
        request,
        OperationKind::Activate,
        token,
        holder,
        &circumstances,
    )
    .await
}
