//! A company's request for more tokens as screens show it.

use super::ServiceError;
use crate::domain::token_request::TokenRequest;
use crate::domain::view::{SeenTokenRequest, TokenRequestView};
use crate::store::{Connection, user};

/// The view, with the name of who asked.
pub(super) async fn view(
    reader: &mut Connection,
    request: TokenRequest,
) -> Result<TokenRequestView, ServiceError> {
    let requester = user::find(reader, request.company, request.requested_by)
        .await?
        .ok_or(ServiceError::Fault("who asked for tokens is not there"))?;
    Ok(TokenRequestView {
        seen: SeenTokenRequest {
            request: request.id,
            version: request.version,
        },
        tokens: request.tokens,
        note: request.note,
        requested_by: requester.username,
        requested_at: request.requested_at,
        state: request.state,
    })
}
