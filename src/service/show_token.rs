//! A token's page.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::serial::Serial;
use crate::domain::token::{ActionKind, PhysicalToken, TokenState};
use crate::domain::view::{PhysicalTokenRow, TimelineActor, TimelineEntry, TokenDetail};
use crate::store::audit::{ActorKind, AuditEntry};
use crate::store::{audit, device, enrolment, operation, physical_token, token, user};

/// How many events a token's page tells at most.
const LONGEST_TIMELINE: u32 = 200;

/// The code under which the log keeps the beginning of a token's life.
pub const GRANT: &str = "grant";

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
    let company = caller.company.id;
    let mut reader = context.store.read().await?;
    let token = token::find_by_serial(&mut reader, company, serial)
        .await?
        .ok_or(RequestError::NotFound)?;
    let holder = match token.state.holder() {
        Some(id) => user::find(&mut reader, company, id).await?,
        None => None,
    };
    let bound = match token.state.device() {
        Some(id) => device::find(&mut reader, id)
            .await?
            .map(|device| (id, device.name)),
        None => None,
    };
    let physical = match &holder {
        Some(holder) => physical_token::of_holder(&mut reader, company, holder.id).await?,
        None => Vec::new(),
    };
    let invitation = match token.state {
        TokenState::Assigned { .. } => enrolment::open_of_token(&mut reader, token.id).await?,
        _ => None,
    };
    let open = operation::open_of_token(&mut reader, token.id).await?;
    let entries = audit::of_token(&mut reader, company, token.id, LONGEST_TIMELINE).await?;
    Ok(TokenDetail {
        id: token.id,
        serial,
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
        has_open_operation: open.is_some_and(|operation| !operation.is_expired(context.now())),
        physical: physical.iter().map(physical_row).collect(),
        timeline: entries.into_iter().filter_map(timeline_entry).collect(),
    })
}

fn physical_row(token: &PhysicalToken) -> PhysicalTokenRow {
    PhysicalTokenRow {
        serial: token.serial,
        status: token.state.status(),
        updated_at: token.updated_at,
    }
}

/// What changed the token; requests and refusals are the audit log's.
fn timeline_entry(entry: AuditEntry) -> Option<TimelineEntry> {
    let action = ActionKind::from_code(&entry.action);
    if action.is_none() && entry.action != GRANT {
        return None;
    }
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
