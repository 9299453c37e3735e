//! Attempts that were refused, written into the log (ADR 21).
//!
//! A refusal is told at once and undoes its transaction, so that its row has a
//! transaction of its own, after the answer. It is a courtesy to whoever reads
//! the log: where the database cannot take it, the refusal stands all the same.
//! A person adds so many within some time, and no more: nobody fills the log by
//! trying.

use std::time::Duration;

use tokio::sync::Semaphore;
use tracing::warn;

use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::{AuditAction, AuditOutcome, AuditReason};
use crate::domain::error::RequestError;
use crate::domain::id::{CompanyId, TokenId, UserId};
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::{self, company, token, user};

/// So many refusals of one person are written down within [`WINDOW`].
pub const REFUSALS_KEPT: u32 = 20;
/// See [`REFUSALS_KEPT`].
pub const WINDOW: Duration = Duration::from_secs(10 * 60);

/// How many refusals may wait to be written, in the whole process; more are
/// left out.
static WAITING: Semaphore = Semaphore::const_new(32);

/// Something that somebody tried.
#[derive(Debug, Clone, Copy)]
pub struct Attempt {
    action: AuditAction,
    token: Option<TokenId>,
    user: Option<UserId>,
}

impl Attempt {
    /// Of this kind.
    pub fn of(action: impl Into<AuditAction>) -> Self {
        Self {
            action: action.into(),
            token: None,
            user: None,
        }
    }

    /// On this token.
    pub fn on_token(self, token: impl Into<Option<TokenId>>) -> Self {
        Self {
            token: token.into(),
            ..self
        }
    }

    /// On this user.
    pub fn on_user(self, user: impl Into<Option<UserId>>) -> Self {
        Self {
            user: user.into(),
            ..self
        }
    }
}

/// Writes down, some time soon, that what the caller tried was refused, if the
/// refusal is one of consequence.
pub fn note_refusal(context: &Context, caller: &Caller, attempt: Attempt, error: &RequestError) {
    if let Some(reason) = AuditReason::of(error).filter(|reason| reason.is_of_consequence()) {
        let actor = audit::caller(caller);
        note(context, caller.company.id, actor, attempt, reason);
    }
}

/// The same for any actor and reason.
pub(super) fn note(
    context: &Context,
    company: CompanyId,
    actor: AuditActor,
    attempt: Attempt,
    reason: AuditReason,
) {
    let Ok(place) = WAITING.try_acquire() else {
        warn!("too many refusals at once: one is not in the log");
        return;
    };
    let context = context.clone();
    tokio::spawn(async move {
        let _place = place;
        if let Err(error) = write(&context, company, actor, attempt, reason).await {
            warn!(%error, "a refusal could not be written into the log");
        }
    });
}

async fn write(
    context: &Context,
    id: CompanyId,
    actor: AuditActor,
    attempt: Attempt,
    reason: AuditReason,
) -> Result<(), ServiceError> {
    let at = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, id).await?;
    if let Some(person) = actor.user {
        let since = at.minus(WINDOW);
        let kept =
            store::audit::refusals_since(&mut writer, id, person, since, REFUSALS_KEPT).await?;
        if kept >= REFUSALS_KEPT {
            return Ok(());
        }
    }
    let mut entry = AuditEntry {
        outcome: AuditOutcome::Refused(reason),
        ..audit::entry(context, id, actor, attempt.action, at)
    };
    // What is not of this company is not named.
    if let Some(wanted) = attempt.token
        && let Some(token) = token::find(&mut writer, id, wanted).await?
    {
        entry.token = Some(token.id);
        entry.serial = Some(token.serial);
        entry.from = Some(token.state.status());
    }
    if let Some(wanted) = attempt.user
        && let Some(user) = user::find(&mut writer, id, wanted).await?
    {
        entry.user = Some(user.id);
        entry.username = Some(user.username);
    }
    store::audit::append(&mut writer, &entry).await?;
    writer.commit().await?;
    context.publish(Change {
        company: id,
        topic: Topic::AuditLog,
    });
    Ok(())
}
