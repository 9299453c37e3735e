//! A user as the screens show them.

use super::ServiceError;
use super::identify::Caller;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::{Role, User, UserStatus};
use crate::domain::view::UserRow;
use crate::store::Connection;
use crate::store::user::other_admins_with_active_token;

/// The row of `user`, who holds `token`.
pub(super) async fn user_row(
    connection: &mut Connection,
    caller: &Caller,
    user: User,
    token: Option<(Serial, TokenStatus)>,
    at: Timestamp,
) -> Result<UserRow, ServiceError> {
    let holds_active = matches!(token, Some((_, TokenStatus::Active)));
    let is_last_admin = user.role == Role::Admin
        && user.status == UserStatus::Active
        && holds_active
        && other_admins_with_active_token(connection, user.company, user.id).await? == 0;
    Ok(UserRow {
        problems: user.contact.problems(at, caller.company.contact_period()),
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
    })
}
