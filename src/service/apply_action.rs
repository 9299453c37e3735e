//! The one way in which a token's state is written: decide, save, carry out the
//! effects, write the messages and the audit row, all in the caller's
//! transaction.

use super::audit::{TokenChange, entry, of_user, person};
use super::hub::{Change, Topic};
use super::issue_invitation::{Delivery, issue_invitation};
use super::withdraw_operations::{supersede_operation, withdraw_operations};
use super::{Context, ServiceError, outbox};
use crate::domain::audit::{AuditAction, AuditOrigin};
use crate::domain::id::{OperationId, UserId};
use crate::domain::message::{HolderNews, Told, told};
use crate::domain::time::Timestamp;
use crate::domain::token::{
    ActivationRule, Actor, Circumstances, Effect, PhysicalToken, Token, TokenAction, TokenStatus,
    decide,
};
use crate::domain::user::User;
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::{Connection, audit, device, enrolment, physical_token, session, token, user};

/// Who acts, for the rule and for the log.
pub(super) struct Author {
    /// For the rule.
    pub actor: Actor,
    /// For the log.
    pub name: AuditActor,
    /// The operation that brought it, if one did.
    pub operation: Option<OperationId>,
}

impl Author {
    /// The administrator whose operation was confirmed.
    pub(super) fn requester(user: &User, operation: OperationId) -> Self {
        Self {
            actor: Actor::Person {
                user: user.id,
                role: user.role,
            },
            name: person(user),
            operation: Some(operation),
        }
    }

    /// The same, from there.
    pub(super) fn from(self, origin: AuditOrigin) -> Self {
        Self {
            name: self.name.from(origin),
            ..self
        }
    }
}

/// A token after an action.
pub(super) struct Applied {
    /// The token.
    pub token: Token,
    /// What to tell open screens once it is committed.
    pub changes: Vec<Change>,
}

/// Does `action` to `token` and writes it. An operation that waits for this token
/// is superseded, unless it is what brought the action.
///
/// # Errors
/// The rule's refusal, or the store's error; the caller's transaction must then
/// be dropped.
pub(super) async fn apply_action(
    context: &Context,
    writer: &mut Connection,
    before: Token,
    action: TokenAction,
    author: Author,
    circumstances: &Circumstances,
    at: Timestamp,
) -> Result<Applied, ServiceError> {
    let moved = decide(author.actor, before.state, action, circumstances)?;
    let after = Token {
        state: moved.next,
        updated_at: at,
        version: before.version + 1,
        ..before
    };
    token::save(writer, &after, before.version).await?;
    let holder = match after.state.holder().or(before.state.holder()) {
        Some(id) => Some(find_user(writer, &after, id).await?),
        None => None,
    };
    let mut changes = vec![Change {
        company: after.company,
        topic: Topic::Token(after.id),
    }];
    let told = told(action, before.state, after.state);
    for effect in moved.effects {
        if is_linked_on_screen(action, effect) {
            continue;
        }
        let reach = Reach {
            told,
            author: &author,
            at,
        };
        let others = carry_out(context, writer, &after, holder.as_ref(), effect, reach).await?;
        changes.extend(others);
    }
    if let Some(holder) = &holder {
        outbox::tell_of_change(context, writer, told, &after, holder, &author, at).await?;
    }
    let entry = TokenChange {
        actor: author.name.clone(),
        action: action.kind().into(),
        token: &after,
        from: Some(before.state.status()),
        holder: holder.as_ref(),
        operation: author.operation,
        detail: match action {
            TokenAction::Block { reason } => reason.code(),
            _ => "",
        },
    }
    .into_entry(context, at);
    audit::append(writer, &entry).await?;
    changes.extend(supersede_operation(context, writer, &after, &author, at).await?);
    Ok(Applied {
        token: after,
        changes,
    })
}

/// The same for what Llavero does by itself.
pub(super) async fn by_system(
    context: &Context,
    writer: &mut Connection,
    token: Token,
    action: TokenAction,
    at: Timestamp,
) -> Result<Applied, ServiceError> {
    let author = Author {
        actor: Actor::System,
        name: AuditActor::system(),
        operation: None,
    };
    apply_action(
        context,
        writer,
        token,
        action,
        author,
        &Circumstances::default(),
        at,
    )
    .await
}

/// Whether an effect is left to the holder's own screen: an administrator who is
/// given their token signs in first, and the console shows how to link it.
const fn is_linked_on_screen(action: TokenAction, effect: Effect) -> bool {
    matches!(
        (action, effect),
        (
            TokenAction::Assign {
                activation: ActivationRule::OnEnrolment,
                ..
            },
            Effect::IssueInvitation { .. }
        )
    )
}

/// What the effects of one change have in common.
#[derive(Clone, Copy)]
struct Reach<'a> {
    /// Who is told what.
    told: Told,
    /// Who did it.
    author: &'a Author,
    /// When.
    at: Timestamp,
}

async fn carry_out(
    context: &Context,
    writer: &mut Connection,
    token: &Token,
    holder: Option<&User>,
    effect: Effect,
    reach: Reach<'_>,
) -> Result<Vec<Change>, ServiceError> {
    let Reach { told, author, at } = reach;
    let mut withdrawn = Vec::new();
    match effect {
        Effect::IssueInvitation { .. } => {
            let holder = holder.ok_or(ServiceError::Fault(
                "an invitation without anybody to invite",
            ))?;
            let Some(HolderNews::Invitation(reason)) = told.holder else {
                return Err(ServiceError::Fault("an invitation that nobody is told of"));
            };
            let delivery = Delivery::Message(reason);
            issue_invitation(context, writer, token, holder, delivery, at).await?;
        }
        Effect::VoidInvitation => {
            enrolment::void_open_of_token(writer, token.id, at).await?;
        }
        Effect::RevokeDevice { device } => {
            withdrawn = withdraw_operations(context, writer, token, device, at).await?;
            device::revoke(writer, device, at).await?;
            withdrawn.extend(end_sessions(context, writer, holder, &author.name, at).await?);
        }
        Effect::SuspendDevice { device } => {
            withdrawn = withdraw_operations(context, writer, token, device, at).await?;
            withdrawn.extend(end_sessions(context, writer, holder, &author.name, at).await?);
        }
        Effect::ForgiveDevice { device } => device::forgive(writer, device).await?,
        Effect::DisablePhysical { holder: id } => {
            let disable = |physical: PhysicalToken| physical.disabled_by(token.id, at);
            let changed = change_physical(writer, token, id, disable).await?;
            let action = AuditAction::PhysicalTokenDisabled;
            note_physical(context, writer, &changed, holder, action, reach).await?;
        }
        Effect::RestorePhysical { holder: id } => {
            let restore = |physical: PhysicalToken| physical.restored_from(token.id, at);
            let changed = change_physical(writer, token, id, restore).await?;
            let action = AuditAction::PhysicalTokenRestored;
            note_physical(context, writer, &changed, holder, action, reach).await?;
        }
    }
    Ok(withdrawn)
}

/// A physical token, and what it was before.
type Changed = (TokenStatus, PhysicalToken);

/// Changes the holder's physical tokens, and writes those that it changed.
async fn change_physical(
    writer: &mut Connection,
    token: &Token,
    holder: UserId,
    change: impl Fn(PhysicalToken) -> PhysicalToken,
) -> Result<Vec<Changed>, ServiceError> {
    let mut all = Vec::new();
    for physical in physical_token::of_holder(writer, token.company, holder).await? {
        let (version, before) = (physical.version, physical.state.status());
        let changed = change(physical);
        if changed.version != version {
            physical_token::save(writer, &changed, version).await?;
            all.push((before, changed));
        }
    }
    Ok(all)
}

/// Writes a row for each under its own serial.
async fn note_physical(
    context: &Context,
    writer: &mut Connection,
    changed: &[Changed],
    holder: Option<&User>,
    action: AuditAction,
    reach: Reach<'_>,
) -> Result<(), ServiceError> {
    let Reach { author, at, .. } = reach;
    for (before, physical) in changed {
        let entry = AuditEntry {
            token: Some(physical.id),
            serial: Some(physical.serial),
            user: holder.map(|user| user.id),
            username: holder.map(|user| user.username.clone()),
            from: Some(*before),
            to: Some(physical.state.status()),
            operation: author.operation,
            ..entry(context, physical.company, author.name.clone(), action, at)
        };
        audit::append(writer, &entry).await?;
    }
    Ok(())
}

/// Ends the holder's sessions; the log tells it where there were any.
async fn end_sessions(
    context: &Context,
    writer: &mut Connection,
    holder: Option<&User>,
    actor: &AuditActor,
    at: Timestamp,
) -> Result<Option<Change>, ServiceError> {
    let Some(holder) = holder else {
        return Ok(None);
    };
    end_sessions_of(context, writer, holder, actor, at).await?;
    Ok(Some(Change {
        company: holder.company,
        topic: Topic::Sessions(holder.id),
    }))
}

/// Ends a user's sessions; the log tells it where there were any.
pub(super) async fn end_sessions_of(
    context: &Context,
    writer: &mut Connection,
    user: &User,
    actor: &AuditActor,
    at: Timestamp,
) -> Result<(), ServiceError> {
    if session::delete_of_user(writer, user.id).await? > 0 {
        let action = AuditAction::SessionsEnded;
        let entry = of_user(context, user, actor.clone(), action, at);
        audit::append(writer, &entry).await?;
    }
    Ok(())
}

async fn find_user(
    writer: &mut Connection,
    token: &Token,
    id: UserId,
) -> Result<User, ServiceError> {
    user::find(writer, token.company, id)
        .await?
        .ok_or(ServiceError::Fault("a token's holder is not there"))
}
