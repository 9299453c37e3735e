//! A user as the screens show them.

use std::time::Duration;

use super::ServiceError;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::{Role, User, UserStatus};
use crate::domain::view::UserRow;
use crate::store::Connection;
use crate::store::user::other_admins_with_active_token;

/// The row of `user`, who holds `token`; `period` is how long a confirmation of
/// contact data holds.
pub(super) fn user_row(
    user: User,
    token: Option<(Serial, TokenStatus)>,
    is_last_admin: bool,
    period: Duration,
    at: Timestamp,
) -> UserRow {
    UserRow {
        problems: user.contact.problems(at, period),
        id: user.id,
        username: user.username,
        full_name: user.full_name,
        role: user.role,
        status: user.status,
        email: user.contact.email,
        mobile: user.contact.mobile,
        confirmed_at: user.contact.confirmed_at,
        token,
        is_last_admin,
        version: user.version,
    }
}

/// Whether `user`, who holds `token`, is their company's last administrator with
/// an active token.
pub(super) async fn is_last_admin(
    connection: &mut Connection,
    user: &User,
    token: Option<&(Serial, TokenStatus)>,
) -> Result<bool, ServiceError> {
    let may_confirm = user.role == Role::Admin
        && user.status == UserStatus::Active
        && matches!(token, Some((_, TokenStatus::Active)));
    Ok(
        may_confirm
            && other_admins_with_active_token(connection, user.company, user.id).await? == 0,
    )
}
