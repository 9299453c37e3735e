//! The token of a person of the console.

use super::ServiceError;
use crate::domain::token::{Token, TokenState};
use crate::domain::user::User;
use crate::domain::view::OwnToken;
use crate::store::device::DeviceRecord;
use crate::store::{Connection, device, token};

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

/// The same for the screen.
pub(super) async fn show(
    connection: &mut Connection,
    user: &User,
) -> Result<OwnToken, ServiceError> {
    Ok(match find(connection, user).await? {
        None => OwnToken::None,
        Some((token, None)) => OwnToken::Unlinked {
            serial: token.serial,
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
