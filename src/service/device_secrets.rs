//! A bound device's two secrets, sealed at rest.

use super::vault::Place;
use super::{Context, ServiceError};
use crate::domain::id::{DeviceId, EnrolmentId, MessageId};
use crate::domain::protocol::Secret;
use crate::store::device::{DeviceRecord, DeviceState};

/// Where a device's one-time-code secret is kept.
pub(super) fn one_time_place(device: DeviceId) -> Place {
    Place::new("device", "one_time_secret", device)
}

/// Where a device's PIN secret is kept.
pub(super) fn pin_place(device: DeviceId) -> Place {
    Place::new("device", "pin_secret", device)
}

/// Where an enrolment's agreement key is kept.
pub(super) fn agreement_place(enrolment: EnrolmentId) -> Place {
    Place::new("enrolment", "offer_server_key", enrolment)
}

/// Where a message's body is kept.
pub(super) fn message_place(message: MessageId) -> Place {
    Place::new("message", "body", message)
}

/// The secrets of a live device, opened.
pub(super) struct DeviceSecrets {
    /// What one-time codes are made from.
    pub one_time: Secret,
    /// What tells a right PIN from a wrong one.
    pub pin: Secret,
}

/// Opens a device's secrets; `None` once it was revoked.
pub(super) fn open(
    context: &Context,
    device: &DeviceRecord,
) -> Result<Option<DeviceSecrets>, ServiceError> {
    let DeviceState::Live {
        one_time_secret,
        pin_secret,
    } = &device.state
    else {
        return Ok(None);
    };
    let opened = |place: Place, sealed: &[u8]| {
        let plain = context
            .vault
            .open(&place, sealed)
            .map_err(|_| ServiceError::Fault("a device's secret does not open"))?;
        Secret::try_from(plain.as_slice())
            .map_err(|_| ServiceError::Fault("a device's secret has another length"))
    };
    Ok(Some(DeviceSecrets {
        one_time: opened(one_time_place(device.id), one_time_secret)?,
        pin: opened(pin_place(device.id), pin_secret)?,
    }))
}

/// Seals a new device's secrets.
pub(super) fn seal(
    context: &Context,
    device: DeviceId,
    secrets: &DeviceSecrets,
) -> Result<DeviceState, ServiceError> {
    let sealed = |place: Place, secret: &Secret| {
        context
            .vault
            .seal(&place, secret, context.random.as_ref())
            .map_err(|_| ServiceError::Fault("a device's secret that cannot be sealed"))
    };
    Ok(DeviceState::Live {
        one_time_secret: sealed(one_time_place(device), &secrets.one_time)?,
        pin_secret: sealed(pin_place(device), &secrets.pin)?,
    })
}
