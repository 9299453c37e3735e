//! A session and its token; only the token's hash is kept.

use super::Context;
use super::identify::{Caller, session_hash};
use super::sign_in::Origin;
use crate::domain::time::Timestamp;
use crate::store::session::{SessionRecord, SessionStage};

/// A new token for a person's browser, and the session that it names.
pub(super) fn new_session(
    context: &Context,
    caller: &Caller,
    stage: SessionStage,
    origin: &Origin,
    at: Timestamp,
) -> (String, SessionRecord) {
    let token = data_encoding::BASE64URL_NOPAD.encode(&context.random_bytes::<32>());
    let record = SessionRecord {
        hash: session_hash(&token),
        user: caller.user.id,
        company: caller.company.id,
        stage,
        created_at: at,
        last_seen_at: at,
        user_agent: origin.user_agent.clone(),
        address: origin.address.clone(),
    };
    (token, record)
}
