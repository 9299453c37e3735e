//! Inviting a user to bind a device to their token.

use serde::{Deserialize, Serialize};

use super::device_secrets::message_place;
use super::settings::INVITATION_LIFETIME;
use super::{Context, ServiceError};
use crate::domain::id::{EnrolmentId, MessageId};
use crate::domain::protocol::InvitationCode;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::store::enrolment::EnrolmentRecord;
use crate::store::message::MessageRecord;
use crate::store::{Connection, enrolment, message};

/// How an invitation reaches whom it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivery {
    /// By a message to the user.
    Message,
    /// On the screen of the user, who asked for it.
    Screen,
}

/// What a message tells; sealed in the outbox until it is sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct InvitationMessage {
    /// The user's own name.
    pub full_name: String,
    /// The name they sign in with.
    pub username: String,
    /// The token's serial.
    pub serial: Serial,
    /// The link to follow.
    pub link: String,
    /// The code to type.
    pub code: String,
    /// Until when.
    pub expires_at: Timestamp,
}

/// The link that opens the AppMovil at this invitation. The code stands in the
/// fragment, which browsers do not send to any server.
pub(super) fn invitation_link(context: &Context, code: &InvitationCode) -> String {
    format!("{}/app/enrolar#{code}", context.settings.public_url)
}

/// Makes a new invitation; an older one of the same token stops working.
pub(super) async fn issue_invitation(
    context: &Context,
    writer: &mut Connection,
    token: &Token,
    holder: &User,
    delivery: Delivery,
    at: Timestamp,
) -> Result<InvitationCode, ServiceError> {
    let code = InvitationCode::from_bytes(context.random_bytes());
    let expires_at = at.plus(INVITATION_LIFETIME);
    enrolment::void_open_of_token(writer, token.id).await?;
    let record = EnrolmentRecord {
        id: EnrolmentId::new(at, context.random_bytes()),
        company: token.company,
        token: token.id,
        holder: holder.id,
        code_hash: code.hash(),
        state: enrolment::EnrolmentState::Open,
        issued_at: at,
        expires_at,
        offer: None,
    };
    enrolment::insert(writer, &record).await?;
    if delivery == Delivery::Message {
        let body = InvitationMessage {
            full_name: holder.full_name.clone(),
            username: holder.username.clone(),
            serial: token.serial,
            link: invitation_link(context, &code),
            code: code.to_string(),
            expires_at,
        };
        put_in_outbox(context, writer, holder, &body, at).await?;
    }
    Ok(code)
}

async fn put_in_outbox(
    context: &Context,
    writer: &mut Connection,
    holder: &User,
    body: &InvitationMessage,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let id = MessageId::new(at, context.random_bytes());
    let plain = serde_json::to_vec(body)
        .map_err(|_| ServiceError::Fault("a message that JSON cannot hold"))?;
    let body = context
        .vault
        .seal(&message_place(id), &plain, context.random.as_ref())
        .map_err(|_| ServiceError::Fault("a message that cannot be sealed"))?;
    let record = MessageRecord {
        id,
        company: holder.company,
        user: holder.id,
        kind: "invitation".to_owned(),
        to_email: holder.contact.email.clone(),
        to_mobile: holder.contact.mobile.clone(),
        body,
        created_at: at,
        delivered_at: None,
    };
    message::insert(writer, &record).await?;
    Ok(())
}
