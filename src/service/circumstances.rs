//! What the rule of a token's life looks at besides the token's state.

use super::{ServiceError, holdings};
use crate::domain::company::Company;
use crate::domain::id::OperationId;
use crate::domain::time::Timestamp;
use crate::domain::token::{Circumstances, Token, TokenState};
use crate::domain::user::{Role, User};
use crate::store::{Connection, operation, user};

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
