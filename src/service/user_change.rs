//! What an administrator changes of a user of their company.

use super::identify::Caller;
use super::withdraw_operations::supersede_contact_change;
use super::{Change, Context, ServiceError, Topic, audit, circumstances};
use crate::domain::audit::AuditAction;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::domain::user_change::{UserAction, UserFacts, decide_user};
use crate::domain::view::SeenUser;
use crate::store::audit::AuditEntry;
use crate::store::{self, Connection, Writer, company, token, user};

/// A change that has begun.
pub(super) struct UserChange {
    /// The transaction, with the company locked.
    pub writer: Writer,
    /// The user as they are.
    pub person: User,
    /// When it is made.
    pub at: Timestamp,
}

impl UserChange {
    /// Writes `edited` in place of the person with a row of the log, commits and
    /// tells.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) async fn conclude(
        mut self,
        context: &Context,
        edited: &User,
        entry: AuditEntry,
    ) -> Result<(), ServiceError> {
        let writer = &mut self.writer;
        user::save(writer, edited, self.person.version).await?;
        store::audit::append(writer, &entry).await?;
        let mut changes =
            supersede_contact_change(context, writer, edited, &entry.actor, self.at).await?;
        self.writer.commit().await?;
        changes.push(Change {
            company: edited.company,
            topic: Topic::User(edited.id),
        });
        context.publish_all(changes);
        Ok(())
    }

    /// The log's row of `action`.
    pub(super) fn entry(
        &self,
        context: &Context,
        caller: &Caller,
        action: AuditAction,
    ) -> AuditEntry {
        audit::of_user(
            context,
            &self.person,
            audit::caller(caller),
            action,
            self.at,
        )
    }
}

/// Checks who asks, and begins.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no administrator;
/// [`RequestError::NotFound`] for a user of another company or of nobody; those
/// of the store.
pub(super) async fn begin(
    context: &Context,
    caller: &Caller,
    user: UserId,
) -> Result<UserChange, ServiceError> {
    caller.must_be_admin()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let person = user::find(&mut writer, caller.company.id, user)
        .await?
        .ok_or(RequestError::NotFound)?;
    Ok(UserChange { writer, person, at })
}

/// The same for a user whom the administrator saw, if the rule allows `action`.
/// With it comes the token that they hold.
///
/// # Errors
/// Those of [`begin`]; [`Conflict::ChangedMeanwhile`] when somebody changed them
/// first; what [`decide_user`] refuses.
pub(super) async fn begin_seen(
    context: &Context,
    caller: &Caller,
    seen: SeenUser,
    action: UserAction,
) -> Result<(UserChange, Option<Token>), ServiceError> {
    let mut change = begin(context, caller, seen.user).await?;
    let held = check_seen(
        &mut change.writer,
        caller,
        &change.person,
        seen,
        action,
        change.at,
    );
    let held = held.await?;
    Ok((change, held))
}

/// Whether the caller may do `action` to a person whom they saw; the token that
/// the person holds.
///
/// # Errors
/// [`Conflict::ChangedMeanwhile`] when somebody changed the person first; the
/// rule's refusal; those of the store.
pub(super) async fn check_seen(
    connection: &mut Connection,
    caller: &Caller,
    person: &User,
    seen: SeenUser,
    action: UserAction,
    at: Timestamp,
) -> Result<Option<Token>, ServiceError> {
    if person.version != seen.version {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let held = token::find_live_of(connection, seen.user).await?;
    let is_last_admin = match &held {
        Some(held) => circumstances::is_last_admin(connection, held, person).await?,
        None => false,
    };
    let facts = UserFacts {
        user: person.id,
        status: person.status,
        problems: person.contact.problems(at, caller.company.contact_period()),
        is_last_admin,
    };
    decide_user(caller.user.id, caller.user.role, &facts, action)?;
    Ok(held)
}
