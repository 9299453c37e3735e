//! What became of each token of an operation on many.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::view::{ItemPage, WantedItems};
use crate::store::{operation, operation_item};

/// How many are told at once.
const PIECE: u32 = 50;

/// A piece of the items of an operation that the caller asked for, or that two
/// administrators of their company confirm, from the place `from` of its list on.
///
/// # Errors
/// [`RequestError::NotFound`] for any other operation and for none, alike; those
/// of the store.
pub async fn list_items(
    context: &Context,
    caller: &Caller,
    operation: OperationId,
    wanted: WantedItems,
    from: u32,
) -> Result<ItemPage, ServiceError> {
    caller.may_look()?;
    let mut reader = context.store.read().await?;
    let operation = operation::find(&mut reader, caller.company.id, operation)
        .await?
        .filter(|found| found.requested_by == caller.user.id || found.is_shared())
        .ok_or(RequestError::NotFound)?;
    let mut items =
        operation_item::page(&mut reader, operation.id, wanted, from, PIECE + 1).await?;
    let next = if items.len() > PIECE as usize {
        items.pop().map(|item| item.position)
    } else {
        None
    };
    Ok(ItemPage { items, next })
}
