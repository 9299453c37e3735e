//! The rows of the audit log.

use super::Context;
use super::identify::Caller;
use super::sign_in::Origin;
use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome};
use crate::domain::id::{AuditId, CompanyId, OperationId};
use crate::domain::operation::Operation;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenStatus};
use crate::domain::user::{Role, User};
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::device::DeviceRecord;

/// What the log says of one change of a token.
pub(super) struct TokenChange<'a> {
    /// Who did it.
    pub actor: AuditActor,
    /// What.
    pub action: AuditAction,
    /// The token after it.
    pub token: &'a Token,
    /// Its status before.
    pub from: Option<TokenStatus>,
    /// The user it was about.
    pub holder: Option<&'a User>,
    /// The operation that brought it.
    pub operation: Option<OperationId>,
    /// More, as a code.
    pub detail: &'a str,
}

impl TokenChange<'_> {
    /// The row to write.
    pub(super) fn into_entry(self, context: &Context, at: Timestamp) -> AuditEntry {
        AuditEntry {
            token: Some(self.token.id),
            serial: Some(self.token.serial),
            user: self.holder.map(|user| user.id),
            username: self.holder.map(|user| user.username.clone()),
            from: self.from,
            to: Some(self.token.state.status()),
            operation: self.operation,
            detail: self.detail.to_owned(),
            ..entry(context, self.token.company, self.actor, self.action, at)
        }
    }
}

/// A row that says who did what and when; what it was done to is filled in.
pub(super) fn entry(
    context: &Context,
    company: CompanyId,
    actor: AuditActor,
    action: impl Into<AuditAction>,
    at: Timestamp,
) -> AuditEntry {
    AuditEntry {
        id: AuditId::new(at, context.random_bytes()),
        company,
        at,
        actor,
        action: action.into(),
        outcome: AuditOutcome::Done,
        token: None,
        serial: None,
        user: None,
        username: None,
        from: None,
        to: None,
        operation: None,
        detail: String::new(),
    }
}

/// A row about a user.
pub(super) fn of_user(
    context: &Context,
    user: &User,
    actor: AuditActor,
    action: impl Into<AuditAction>,
    at: Timestamp,
) -> AuditEntry {
    AuditEntry {
        user: Some(user.id),
        username: Some(user.username.clone()),
        ..entry(context, user.company, actor, action, at)
    }
}

/// A row about an operation on many tokens; `detail` says more, as a code.
pub(super) fn of_batch(
    context: &Context,
    operation: &Operation,
    actor: AuditActor,
    action: impl Into<AuditAction>,
    detail: String,
    at: Timestamp,
) -> AuditEntry {
    AuditEntry {
        operation: Some(operation.id),
        detail,
        ..entry(context, operation.company, actor, action, at)
    }
}

/// A person as the log names them, wherever they are.
pub(super) fn person(user: &User) -> AuditActor {
    AuditActor::person(user.id, user.username.clone())
}

/// A person in the console as the log names them.
pub(super) fn person_at(user: &User, origin: &Origin) -> AuditActor {
    person(user).from(AuditOrigin::Console {
        address: origin.address.clone(),
        user_agent: origin.user_agent.clone(),
    })
}

/// A signed-in person as the log names them. An operator's name stands in the
/// logs of companies whose people do not know it: the bank's is added.
pub(super) fn caller(caller: &Caller) -> AuditActor {
    let Caller { user, company, .. } = caller;
    let person = person(user).from(caller.origin.clone());
    match user.role {
        Role::Operator => AuditActor {
            name: format!("{} ({})", user.username, company.name),
            ..person
        },
        _ => person,
    }
}

/// A device as the log names it.
pub(super) fn device(device: &DeviceRecord) -> AuditActor {
    AuditActor::device(device.holder, device.name.clone())
}
