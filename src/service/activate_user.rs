//! Setting a user active again. Their token stays blocked until an administrator
//! unblocks it in the AppMovil.

use super::identify::Caller;
use super::{Context, ServiceError, user_change};
use crate::domain::audit::AuditAction;
use crate::domain::user::{User, UserStatus};
use crate::domain::user_change::UserAction;
use crate::domain::view::SeenUser;

/// What the log calls it.
const ACTION: AuditAction = AuditAction::UserActivated;

/// Sets a user active as the administrator saw them.
///
/// # Errors
/// Those of [`user_change::begin_seen`]; those of the store.
pub async fn activate_user(
    context: &Context,
    caller: &Caller,
    seen: SeenUser,
) -> Result<(), ServiceError> {
    let (change, _) = user_change::begin_seen(context, caller, seen, UserAction::Activate).await?;
    let active = User {
        status: UserStatus::Active,
        ..change.person.clone()
    };
    let entry = change.entry(context, caller, ACTION);
    change.conclude(context, &active, entry).await
}
