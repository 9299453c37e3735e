//! Where an operation stands.

use super::identify::Caller;
use super::operation_view::Subjects;
use super::{Context, ServiceError, operation_view, seen_token};
use crate::domain::company::Approvals;
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::operation::{Operation, OperationState, Subject};
use crate::domain::time::Timestamp;
use crate::domain::view::OperationView;
use crate::store::{Connection, confirmation, operation, operation_item, token, user};

/// An operation that the caller asked for.
///
/// # Errors
/// [`RequestError::NotFound`] for one of somebody else or of nobody, alike;
/// those of the store.
pub async fn show_operation(
    context: &Context,
    caller: &Caller,
    operation: OperationId,
) -> Result<OperationView, ServiceError> {
    caller.must_be_admin()?;
    let mut reader = context.store.read().await?;
    let operation = own(&mut reader, caller, operation).await?;
    show(context, &mut reader, &operation, context.now()).await
}

/// The caller's own operation of that name.
pub(super) async fn own(
    connection: &mut Connection,
    caller: &Caller,
    operation: OperationId,
) -> Result<Operation, ServiceError> {
    operation::find(connection, caller.company.id, operation)
        .await?
        .filter(|operation| operation.requested_by == caller.user.id)
        .ok_or(RequestError::NotFound.into())
}

/// The view of an operation with what it speaks of, and who has confirmed or
/// could confirm it as the second administrator.
pub(super) async fn show(
    context: &Context,
    connection: &mut Connection,
    operation: &Operation,
    now: Timestamp,
) -> Result<OperationView, ServiceError> {
    let view = show_subject(context, connection, operation, now).await?;
    if operation.approvals == Approvals::One {
        return Ok(view);
    }
    let (company, requester) = (operation.company, operation.requested_by);
    let second = match operation.second {
        Some(second) => user::find(connection, company, second).await?,
        None => None,
    };
    Ok(OperationView {
        second_username: second.map(|second| second.username),
        approvers: user::other_admins_with_active_token(connection, company, requester).await?,
        ..view
    })
}

async fn show_subject(
    context: &Context,
    connection: &mut Connection,
    operation: &Operation,
    now: Timestamp,
) -> Result<OperationView, ServiceError> {
    let confirmations = confirmation::of_operation(connection, operation.id).await?;
    let asked = confirmations.first();
    let Subject::Token(subject) = operation.subject else {
        let progress = operation_item::progress(connection, operation.id).await?;
        let subjects = Subjects::Batch(progress);
        return Ok(operation_view::view(
            context,
            operation,
            subjects,
            asked,
            Some(now),
        ));
    };
    let token = token::find(connection, operation.company, subject.token)
        .await?
        .ok_or(ServiceError::Fault("an operation's token is not there"))?;
    let holder = user::find(connection, operation.company, subject.holder)
        .await?
        .ok_or(ServiceError::Fault("an operation's user is not there"))?;
    let subjects = Subjects::Token {
        token: &token,
        holder: &holder,
    };
    let view = operation_view::view(context, operation, subjects, asked, Some(now));
    let meanwhile = match operation.state {
        OperationState::Superseded => {
            let since = operation.requested_at;
            seen_token::newest_change(connection, token.company, token.id, since).await?
        }
        _ => None,
    };
    Ok(OperationView { meanwhile, ..view })
}
