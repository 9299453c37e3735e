//! The token of a person of the console.

use super::ServiceError;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenState};
use crate::domain::user::User;
use crate::domain::view::OwnToken;
use crate::store::device::DeviceRecord;
use crate::store::{Connection, device, enrolment, token};

/// A person's live token and the device bound to it.
pub(super) async fn find(
    connection: &mut Connection,
    user: &User,
) -> Result<Option<(Token, Option<DeviceRecord>)>, ServiceError> {
    let Some(token) = token::find_live_of(connection, user.id).await? else {
        return Ok(None);
    };
    let device = match token.state.device() {
        Some(id) => Some(
            device::find(connection, id)
                .await?
                .ok_or(ServiceError::Fault("a token's device is not there"))?,
        ),
        None => None,
    };
    Ok(Some((token, device)))
}

/// Until when the token's newest invitation can be used, if it can at `now`.
pub(super) async fn invited_until(
    connection: &mut Connection,
    token: &Token,
    now: Timestamp,
) -> Result<Option<Timestamp>, ServiceError> {
    let invitation = enrolment::open_of_token(connection, token.id).await?;
    Ok(invitation
        .map(|invitation| invitation.expires_at)
        .filter(|expires_at| now < *expires_at))
}

/// A person's token as the screen shows it.
pub(super) async fn show(
    connection: &mut Connection,
    user: &User,
    now: Timestamp,
) -> Result<OwnToken, ServiceError> {
    Ok(match find(connection, user).await? {
        None => OwnToken::None,
        Some((token, None)) => OwnToken::Unlinked {
            serial: token.serial,
            invited_until: invited_until(connection, &token, now).await?,
        },
        Some((token, Some(device))) => OwnToken::Linked {
            serial: token.serial,
            status: token.state.status(),
            device_name: device.name,
            enrolled_at: device.enrolled_at,
        },
    })
}

/// The device with which this person confirms: that of their active token.
pub(super) async fn active_device(
    connection: &mut Connection,
    user: &User,
) -> Result<Option<DeviceRecord>, ServiceError> {
    Ok(find(connection, user).await?.and_then(|(token, device)| {
        matches!(token.state, TokenState::Active { .. })
            .then_some(device)
            .flatten()
    }))
}
