//! What the rule of a token's life looks at besides the token's state.

use std::collections::HashSet;

use super::{ServiceError, holdings};
use crate::domain::company::Company;
use crate::domain::id::{OperationId, TokenId};
use crate::domain::time::Timestamp;
use crate::domain::token::{Circumstances, Token, TokenState};
use crate::domain::user::{Holdings, Role, User};
use crate::store::{Connection, operation, operation_item, user};

/// A token beside the user whom a change of it is about.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    /// The token.
    pub token: Token,
    /// The user.
    pub holder: User,
    /// What the user has, or is about to get.
    pub holdings: Holdings,
}

/// The circumstances of a change of `token` that is about `holder`. The
/// operation `carried_out` stands in nobody's way, least of all in its own.
pub(super) async fn of_token(
    connection: &mut Connection,
    company: &Company,
    token: &Token,
    holder: &User,
    carried_out: Option<OperationId>,
    at: Timestamp,
) -> Result<Circumstances, ServiceError> {
    let open = operation::open_of_token(connection, token.id).await?;
    let mut holdings = holdings::of_user(connection, holder.id).await?;
    // Of one user only one assignment is open: this one.
    holdings.has_open_operation &= carried_out.is_none();
    Ok(Circumstances {
        ineligibilities: holder.ineligibilities(holdings, at, company.contact_period()),
        has_open_operation: open
            .is_some_and(|open| Some(open.id) != carried_out && !open.is_expired(at)),
        holder_is_last_admin: is_last_admin(connection, token, holder).await?,
    })
}

/// The circumstances of a change of each of `subjects`, in their order: as
/// [`of_token`] tells them, in a few queries for all.
///
/// Who is the last administrator with an active token may change with each of
/// several changes: ask [`is_last_admin`] just before one.
pub(super) async fn of_tokens(
    connection: &mut Connection,
    company: &Company,
    subjects: &[Subject],
    carried_out: Option<OperationId>,
    at: Timestamp,
) -> Result<Vec<Circumstances>, ServiceError> {
    let tokens: Vec<TokenId> = subjects.iter().map(|subject| subject.token.id).collect();
    let waiting: HashSet<TokenId> = operation_item::waiting_for(connection, company.id, &tokens)
        .await?
        .into_iter()
        .filter(|waiting| Some(waiting.operation) != carried_out)
        .filter(|waiting| waiting.until.is_none_or(|until| at < until))
        .map(|waiting| waiting.token)
        .collect();
    let mut all = Vec::with_capacity(subjects.len());
    for Subject {
        token,
        holder,
        holdings,
    } in subjects
    {
        let mut holdings = *holdings;
        holdings.has_open_operation &= carried_out.is_none();
        all.push(Circumstances {
            ineligibilities: holder.ineligibilities(holdings, at, company.contact_period()),
            has_open_operation: waiting.contains(&token.id),
            holder_is_last_admin: is_last_admin(connection, token, holder).await?,
        });
    }
    Ok(all)
}

/// Whether `holder` is their company's last administrator with an active token.
pub(super) async fn is_last_admin(
    connection: &mut Connection,
    token: &Token,
    holder: &User,
) -> Result<bool, ServiceError> {
    if holder.role != Role::Admin || !matches!(token.state, TokenState::Active { .. }) {
        return Ok(false);
    }
    let others = user::other_admins_with_active_token(connection, token.company, holder.id).await?;
    Ok(others == 0)
}
