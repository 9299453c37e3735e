//! Writing what was accepted: everything in the caller's transaction, with a row
//! of the log for each thing and one for the whole.

use super::{Plan, Write};
use crate::domain::audit::AuditAction;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::import::ImportKind;
use crate::domain::time::Timestamp;
use crate::domain::token::PhysicalToken;
use crate::domain::user::User;
use crate::service::audit;
use crate::service::edit_user::what_changed;
use crate::service::identify::Caller;
use crate::service::outbox;
use crate::service::password::NO_PASSWORD;
use crate::service::withdraw_operations::supersede_contact_change;
use crate::service::{Change, Context, ServiceError, Topic};
use crate::store::audit::AuditEntry;
use crate::store::{self, Connection, StoreError, physical_token, user};

/// The codes under which the log keeps them.
const IMPORTED: AuditAction = AuditAction::ImportAccepted;
const CREATED: AuditAction = AuditAction::UserCreated;
const EDITED: AuditAction = AuditAction::UserEdited;
const REGISTERED: AuditAction = AuditAction::PhysicalTokenRegistered;

/// Writes everything of `plan`. What to tell open screens once it is committed:
/// one change for all of them, since a screen fetches its whole list again.
///
/// # Errors
/// [`Conflict::ChangedMeanwhile`] when another transaction was faster all the
/// same; those of the store. Then the transaction must not be committed.
pub(in crate::service) async fn write(
    context: &Context,
    connection: &mut Connection,
    caller: &Caller,
    plan: Plan,
    at: Timestamp,
) -> Result<Option<Change>, ServiceError> {
    let log = Log {
        context,
        caller,
        at,
    };
    let tally = plan.report.tally();
    let detail = format!(
        "{}: {} created, {} updated, {} unchanged, {} left out",
        plan.report.kind.code(),
        tally.created,
        tally.updated,
        tally.unchanged,
        tally.refused
    );
    let whole = audit::entry(
        context,
        caller.company.id,
        audit::caller(caller),
        IMPORTED,
        at,
    );
    let mut entries = vec![AuditEntry { detail, ..whole }];
    let mut told = None;
    for write in plan.writes {
        let (entry, topic) = write_one(connection, &log, write).await?;
        entries.push(entry);
        told = Some(topic);
    }
    store::audit::append_all(connection, caller.company.id, &entries).await?;
    Ok(told.map(|topic| Change {
        company: caller.company.id,
        topic,
    }))
}

async fn write_one(
    connection: &mut Connection,
    log: &Log<'_>,
    write: Write,
) -> Result<(AuditEntry, Topic), ServiceError> {
    match write {
        Write::Create(new) => {
            user::insert(connection, &new, NO_PASSWORD, log.at)
                .await
                .map_err(overtaken)?;
            let by = ImportKind::Users.code().to_owned();
            Ok((log.of_user(&new, CREATED, by), Topic::User(new.id)))
        }
        Write::Update { before, after } => {
            user::save(connection, &after, before.version)
                .await
                .map_err(overtaken)?;
            if before.contact.leads_elsewhere(&after.contact) {
                let by = audit::caller(log.caller);
                outbox::tell_of_contact_change(
                    log.context,
                    connection,
                    &before,
                    &after,
                    &by,
                    log.at,
                )
                .await?;
            }
            let by = audit::caller(log.caller);
            supersede_contact_change(log.context, connection, &after, &by, log.at).await?;
            let detail = what_changed(&before, &after);
            Ok((log.of_user(&after, EDITED, detail), Topic::User(after.id)))
        }
        Write::Register(registered) => {
            let (token, holder) = *registered;
            physical_token::insert(connection, &token)
                .await
                .map_err(overtaken)?;
            Ok((log.of_token(&token, &holder), Topic::Token(token.id)))
        }
    }
}

/// The company was locked and everything was looked at: what is still in the way
/// was written by a transaction that does not lock it, such as a grant of the
/// same serial to another company.
fn overtaken(error: StoreError) -> ServiceError {
    match error {
        StoreError::Duplicate(_) | StoreError::VersionConflict => {
            RequestError::Conflict(Conflict::ChangedMeanwhile).into()
        }
        other => other.into(),
    }
}

/// What every row of the log has in common.
struct Log<'a> {
    context: &'a Context,
    caller: &'a Caller,
    at: Timestamp,
}

impl Log<'_> {
    fn of_user(&self, user: &User, action: AuditAction, detail: String) -> AuditEntry {
        let actor = audit::caller(self.caller);
        AuditEntry {
            detail,
            ..audit::of_user(self.context, user, actor, action, self.at)
        }
    }

    fn of_token(&self, token: &PhysicalToken, holder: &User) -> AuditEntry {
        AuditEntry {
            token: Some(token.id),
            serial: Some(token.serial),
            to: Some(token.state.status()),
            ..self.of_user(holder, REGISTERED, String::new())
        }
    }
}
