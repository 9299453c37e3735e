//! The rows of the audit log.

use super::Context;
use super::identify::Caller;
use crate::domain::id::{AuditId, OperationId};
use crate::domain::operation::Operation;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenStatus};
use crate::domain::user::User;
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::device::DeviceRecord;

/// What the log says of one change of a token.
pub(super) struct TokenChange<'a> {
    /// Who did it.
    pub actor: AuditActor,
    /// What, as a code.
    pub action: &'a str,
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
            id: AuditId::new(at, context.random_bytes()),
            company: self.token.company,
            at,
            actor: self.actor,
            action: self.action.to_owned(),
            token: Some(self.token.id),
            serial: Some(self.token.serial),
            user: self.holder.map(|user| user.id),
            username: self.holder.map(|user| user.username.clone()),
            from: self.from,
            to: Some(self.token.state.status()),
            operation: self.operation,
            detail: self.detail.to_owned(),
        }
    }
}

/// What the log says of an operation on many tokens.
pub(super) struct BatchChange<'a> {
    /// Who did it.
    pub actor: AuditActor,
    /// What, as a code.
    pub action: &'a str,
    /// The operation.
    pub operation: &'a Operation,
    /// More, as a code.
    pub detail: String,
}

impl BatchChange<'_> {
    /// The row to write.
    pub(super) fn into_entry(self, context: &Context, at: Timestamp) -> AuditEntry {
        AuditEntry {
            id: AuditId::new(at, context.random_bytes()),
            company: self.operation.company,
            at,
            actor: self.actor,
            action: self.action.to_owned(),
            token: None,
            serial: None,
            user: None,
            username: None,
            from: None,
            to: None,
            operation: Some(self.operation.id),
            detail: self.detail,
        }
    }
}

/// A person as the log names them.
pub(super) fn person(user: &User) -> AuditActor {
    AuditActor::person(user.id, user.username.clone())
}

/// A signed-in person as the log names them.
pub(super) fn caller(caller: &Caller) -> AuditActor {
    person(&caller.user)
}

/// A device as the log names it.
pub(super) fn device(device: &DeviceRecord) -> AuditActor {
    AuditActor::device(device.holder, device.name.clone())
}
