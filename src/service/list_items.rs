//! What became of each token of an operation on many.

use super::identify::Caller;
use super::show_operation::own;
use super::{Context, ServiceError};
use crate::domain::id::OperationId;
use crate::domain::view::{ItemPage, WantedItems};
use crate::store::operation_item;

/// How many are told at once.
const PIECE: u32 = 50;

/// A piece of the items of an operation that the caller asked for, from the
/// place `from` of its list on.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotFound`] for an operation of somebody
/// else or of nobody, alike; those of the store.
pub async fn list_items(
    context: &Context,
    caller: &Caller,
    operation: OperationId,
    wanted: WantedItems,
    from: u32,
) -> Result<ItemPage, ServiceError> {
    caller.must_be_admin()?;
    let mut reader = context.store.read().await?;
    let operation = own(&mut reader, caller, operation).await?;
    let mut items =
        operation_item::page(&mut reader, operation.id, wanted, from, PIECE + 1).await?;
    let next = if items.len() > PIECE as usize {
        items.pop().map(|item| item.position)
    } else {
        None
    };
    Ok(ItemPage { items, next })
}
