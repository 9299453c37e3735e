//! The beginning of a token's life: the bank grants it to a company.

use super::audit::TokenChange;
use super::{Context, ServiceError};
use crate::domain::audit::AuditAction;
use crate::domain::id::{CompanyId, TokenId};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenState};
use crate::store::audit::AuditActor;
use crate::store::{Connection, audit, token};

/// Writes a new token and its audit row.
pub(super) async fn grant_token(
    context: &Context,
    writer: &mut Connection,
    company: CompanyId,
    serial: Serial,
    operator: AuditActor,
    at: Timestamp,
) -> Result<Token, ServiceError> {
    let token = Token {
        id: TokenId::new(at, context.random_bytes()),
        company,
        serial,
        state: TokenState::Available,
        updated_at: at,
        version: 1,
    };
    token::insert(writer, &token).await?;
    let entry = TokenChange {
        actor: operator,
        action: AuditAction::Grant,
        token: &token,
        from: None,
        holder: None,
        operation: None,
        detail: "",
    }
    .into_entry(context, at);
    audit::append(writer, &entry).await?;
    Ok(token)
}
