//! The lists of *Aprobaciones*.

use super::identify::Caller;
use super::show_approval::seen_at;
use super::{Context, ServiceError};
use crate::domain::table::ApprovalQuery;
use crate::domain::user::Role;
use crate::domain::view::ApprovalPage;
use crate::store::{approval, user};

/// How many rows a piece has.
const PIECE: u16 = 20;

/// A piece of one list.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who may not look at the
/// console; those of the store.
pub async fn list_approvals(
    context: &Context,
    caller: &Caller,
    query: &ApprovalQuery,
) -> Result<ApprovalPage, ServiceError> {
    caller.may_look()?;
    let now = context.now();
    let (company, reader) = (&caller.company, caller.user.id);
    let mut connection = context.store.read().await?;
    let (rows, next) =
        approval::page(&mut connection, company.id, reader, query, now, PIECE).await?;
    Ok(ApprovalPage {
        rows: rows.into_iter().map(|row| seen_at(row, now)).collect(),
        next,
        approvals: company.approvals,
        others: user::other_admins_with_active_token(&mut connection, company.id, reader)
            .await?
            .into(),
    })
}

/// How many operations wait for the caller's own answer; none for who may give
/// none.
///
/// # Errors
/// As [`list_approvals`].
pub async fn count_approvals(context: &Context, caller: &Caller) -> Result<u64, ServiceError> {
    caller.may_look()?;
    if caller.user.role != Role::Admin {
        return Ok(0);
    }
    let mut connection = context.store.read().await?;
    let now = context.now();
    Ok(approval::waiting_for(&mut connection, caller.company.id, caller.user.id, now).await?)
}
