//! Steps 2 and 3 of the process: asking to give a token to a user.

use super::identify::Caller;
use super::request_operation::{begin, finish};
use super::{Context, ServiceError, holdings};
use crate::domain::error::{Conflict, FieldName, FieldProblem, RequestError};
use crate::domain::id::UserId;
use crate::domain::operation::OperationKind;
use crate::domain::token::Circumstances;
use crate::domain::view::OperationView;
use crate::store::{stock, token, user};

/// Takes the available token with the lowest serial that no other request has
/// taken, and asks to assign it to `user`.
///
/// # Errors
/// [`RequestError::Refused`] with every reason when the user may not have one;
/// [`Conflict::NoTokenAvailable`] or [`Conflict::TokensReserved`] when there is
/// no token to give; the limits of DESIGN §4; those of the store.
pub async fn request_assignment(
    context: &Context,
    caller: &Caller,
    user: UserId,
) -> Result<OperationView, ServiceError> {
    let mut request = begin(context, caller).await?;
    let company = caller.company.id;
    let writer = &mut request.writer;
    let holder = user::find(writer, company, user)
        .await?
        .ok_or(RequestError::field(FieldName::User, FieldProblem::Wrong))?;
    let holdings = holdings::of_user(writer, user).await?;
    let period = caller.company.contact_period();
    let circumstances = Circumstances {
        ineligibilities: holder.ineligibilities(holdings, request.at, period),
        ..Circumstances::default()
    };
    let token = match token::next_available(writer, company).await? {
        Some(token) => token,
        None if stock::of_company(writer, company).await?.available > 0 => {
            return Err(Conflict::TokensReserved.into());
        }
        None => return Err(Conflict::NoTokenAvailable.into()),
    };
    finish(
        context,
        caller,
        request,
        OperationKind::Assign,
        token,
        holder,
        &circumstances,
    )
    .await
}
