//! What an administrator does to a token without confirming it: it only removes
//! power, or renews what was approved.

use super::apply_action::{Author, apply_action};
use super::identify::Caller;
use super::{Context, ServiceError, audit, circumstances, seen_token};
use crate::domain::token::TokenAction;
use crate::domain::view::SeenToken;
use crate::store::company;

/// Does `action` to the token that the caller saw, in one transaction.
///
/// # Errors
/// [`crate::domain::error::RequestError::Overtaken`] when somebody changed it
/// first; the rule's refusal; [`crate::domain::error::RequestError::NotFound`]
/// for a token of another company or of nobody; those of the store.
pub(super) async fn act_at_once(
    context: &Context,
    caller: &Caller,
    seen: SeenToken,
    action: TokenAction,
) -> Result<(), ServiceError> {
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let (token, holder) = seen_token::find(&mut writer, caller, seen, action.kind()).await?;
    let circumstances =
        circumstances::of_token(&mut writer, &caller.company, &token, &holder, None, at).await?;
    let author = Author {
        actor: caller.actor(),
        name: audit::caller(caller),
        operation: None,
    };
    let applied = apply_action(
        context,
        &mut writer,
        token,
        action,
        author,
        &circumstances,
        at,
    )
    .await?;
    writer.commit().await?;
    context.publish_all(applied.changes);
    Ok(())
}
