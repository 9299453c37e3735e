//! A token's page.

use super::identify::Caller;
use super::{Context, ServiceError, circumstances};
use crate::domain::audit::{AuditAction, AuditOutcome};
use crate::domain::company::Company;
use crate::domain::error::RequestError;
use crate::domain::id::TokenId;
use crate::domain::serial::Serial;
use crate::domain::token::{Circumstances, PhysicalToken, Token, TokenState};
use crate::domain::view::{PhysicalTokenRow, TimelineActor, TimelineEntry, TokenDetail};
use crate::store::audit::{ActorKind, AuditEntry};
use crate::store::{Connection, audit, device, enrolment, physical_token, token, user};

/// How many events a token's page tells at most.
const LONGEST_TIMELINE: u32 = 200;

/// A token of the caller's company with what happened to it.
///
/// # Errors
/// [`RequestError::NotFound`] for a serial that is none, of another company or
/// of nobody, all alike; those of the store.
pub async fn show_token(
    context: &Context,
    caller: &Caller,
    serial: &str,
) -> Result<TokenDetail, ServiceError> {
    caller.may_look()?;
    let serial: Serial = serial.parse().map_err(|_| RequestError::NotFound)?;
    let mut reader = context.store.read().await?;
    let token = token::find_by_serial(&mut reader, caller.company.id, serial)
        .await?
        .ok_or(RequestError::NotFound)?;
    detail(context, &mut reader, &caller.company, token).await
}

/// What is known of a token of `company`.
pub(super) async fn detail(
    context: &Context,
    reader: &mut Connection,
    company: &Company,
    token: Token,
) -> Result<TokenDetail, ServiceError> {
    let holder = match token.state.holder() {
        Some(id) => user::find(reader, company.id, id).await?,
        None => None,
    };
    let bound = match token.state.device() {
        Some(id) => device::find(reader, id)
            .await?
            .map(|device| (id, device.name)),
        None => None,
    };
    let physical = match &holder {
        Some(holder) => physical_token::of_holder(reader, company.id, holder.id).await?,
        None => Vec::new(),
    };
    let invitation = match token.state {
        TokenState::Assigned { .. } => enrolment::open_of_token(reader, token.id).await?,
        _ => None,
    };
    let circumstances = match &holder {
        Some(holder) => {
            let now = context.now();
            circumstances::of_token(reader, company, &token, holder, None, now).await?
        }
        None => Circumstances::default(),
    };
    let entries = audit::of_token(reader, company.id, token.id, LONGEST_TIMELINE).await?;
    Ok(TokenDetail {
        id: token.id,
        serial: token.serial,
        status: token.state.status(),
        block_reason: match token.state {
            TokenState::Blocked { reason, .. } => Some(reason),
            _ => None,
        },
        holder: holder.map(|user| (user.id, user.username, user.full_name)),
        device: bound,
        invitation_expires_at: invitation.map(|invitation| invitation.expires_at),
        updated_at: token.updated_at,
        version: token.version,
        circumstances,
        physical: physical
            .iter()
            .map(|physical| physical_row(physical, token.id))
            .collect(),
        timeline: entries.into_iter().filter_map(timeline_entry).collect(),
    })
}

fn physical_row(token: &PhysicalToken, replacement: TokenId) -> PhysicalTokenRow {
    PhysicalTokenRow {
        serial: token.serial,
        status: token.state.status(),
        updated_at: token.updated_at,
        restorable: token.is_disabled_by(replacement),
    }
}

/// What changed the token; requests and refusals are the audit log's.
pub(super) fn timeline_entry(entry: AuditEntry) -> Option<TimelineEntry> {
    if entry.outcome != AuditOutcome::Done {
        return None;
    }
    let action = match entry.action {
        AuditAction::Token(kind) => Some(kind),
        AuditAction::Grant => None,
        _ => return None,
    };
    let actor = match entry.actor.kind {
        ActorKind::Person => TimelineActor::Person(entry.actor.name),
        ActorKind::Device => TimelineActor::Device(entry.actor.name),
        ActorKind::System => TimelineActor::System,
    };
    Some(TimelineEntry {
        at: entry.at,
        actor,
        action,
        from: entry.from,
        to: entry.to,
        username: entry.username,
    })
}
