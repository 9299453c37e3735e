//! Inviting a user to bind a device to their token.

use super::outbox::{self, Letter};
use super::settings::INVITATION_LIFETIME;
use super::{Context, ServiceError};
use crate::domain::id::EnrolmentId;
use crate::domain::message::{InvitationReason, MessageContent};
use crate::domain::protocol::InvitationCode;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::store::enrolment::EnrolmentRecord;
use crate::store::{Connection, enrolment};

/// How an invitation reaches whom it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivery {
    /// By a message to the user.
    Message(InvitationReason),
    /// On the screen of the user, who asked for it.
    Screen,
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
    enrolment::void_open_of_token(writer, token.id, at).await?;
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
    if let Delivery::Message(reason) = delivery {
        let content = MessageContent::Invitation {
            reason,
            serial: token.serial,
            link: invitation_link(context, &code),
            code: code.to_string(),
            expires_at,
        };
        let letter = Letter {
            to: holder,
            content: &content,
            secret_of: Some(record.id.to_string()),
        };
        outbox::write(context, writer, letter, at).await?;
    }
    Ok(code)
}
