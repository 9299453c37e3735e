//! What a user has, or is about to get.

use super::ServiceError;
use crate::domain::id::UserId;
use crate::domain::user::Holdings;
use crate::store::{Connection, operation, token};

/// A user's holdings as the rule of assignment looks at them.
pub(super) async fn of_user(
    connection: &mut Connection,
    user: UserId,
) -> Result<Holdings, ServiceError> {
    Ok(Holdings {
        has_live_token: token::find_live_of(connection, user).await?.is_some(),
        has_open_operation: operation::open_assignment_of(connection, user)
            .await?
            .is_some(),
    })
}
