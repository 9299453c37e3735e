//! What an enrolled device may ask for.

use super::device_error::DeviceError;
use super::device_request::{Authenticated, authenticate};
use super::{Context, ServiceError, confirm_operation};
use crate::domain::id::ConfirmationId;
use crate::domain::protocol::{
    DeviceCall, DeviceDetails, DeviceFault, DeviceOperation, DeviceReply, SignedRequest,
};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenStatus};
use crate::store::device::DeviceRecord;
use crate::store::{Connection, company, confirmation, operation, token, user};

/// Answers a device's signed request.
///
/// # Errors
/// [`crate::domain::protocol::DeviceFault`] for what is refused; those of the
/// store.
pub async fn serve_device(
    context: &Context,
    signed: &SignedRequest,
) -> Result<DeviceReply, DeviceError> {
    let Authenticated { device, call, at } = authenticate(context, signed).await?;
    match call {
        DeviceCall::Operations => list_operations(context, &device, at).await,
        DeviceCall::List(confirmation) => show_list(context, &device, confirmation, at).await,
        DeviceCall::Details => show_details(context, device, at).await,
        DeviceCall::Confirm(statement) => {
            confirm_operation::confirm_operation(context, device, statement, signed, at)
                .await
                .map(DeviceReply::Confirmed)
        }
    }
}

/// The token of a device. One that was replaced has none; its device was
/// revoked and never comes here.
pub(super) async fn token_of(
    connection: &mut Connection,
    device: &DeviceRecord,
) -> Result<Token, DeviceError> {
    Ok(token::find(connection, device.company, device.token)
        .await?
        .ok_or(ServiceError::Fault("a device's token is not there"))?)
}

async fn list_operations(
    context: &Context,
    device: &DeviceRecord,
    at: Timestamp,
) -> Result<DeviceReply, DeviceError> {
    let mut reader = context.store.read().await?;
    let status = token_of(&mut reader, device).await?.state.status();
    let waiting = if status == TokenStatus::Active {
        confirmation::waiting_for(&mut reader, device.id, at)
            .await?
            .into_iter()
            .map(|record| DeviceOperation {
                confirmation: record.id,
                challenge: record.challenge.into(),
            })
            .collect()
    } else {
        Vec::new()
    };
    Ok(DeviceReply::Operations {
        waiting,
        status,
        server_time: at,
    })
}

/// The list of an operation that waits for this device.
async fn show_list(
    context: &Context,
    device: &DeviceRecord,
    wanted: ConfirmationId,
    at: Timestamp,
) -> Result<DeviceReply, DeviceError> {
    let mut reader = context.store.read().await?;
    let waiting = confirmation::waiting_for(&mut reader, device.id, at).await?;
    let asked = waiting
        .into_iter()
        .find(|record| record.id == wanted)
        .ok_or(DeviceFault::NoSuchOperation)?;
    let list = operation::list_of(&mut reader, asked.operation)
        .await?
        .ok_or(DeviceFault::NoSuchOperation)?;
    Ok(DeviceReply::List(list.into()))
}

async fn show_details(
    context: &Context,
    device: DeviceRecord,
    at: Timestamp,
) -> Result<DeviceReply, DeviceError> {
    let mut reader = context.store.read().await?;
    let token = token_of(&mut reader, &device).await?;
    let company = company::find(&mut reader, device.company)
        .await?
        .ok_or(ServiceError::Fault("a device's company is not there"))?;
    let holder = user::find(&mut reader, device.company, device.holder)
        .await?
        .ok_or(ServiceError::Fault("a device's holder is not there"))?;
    Ok(DeviceReply::Details(DeviceDetails {
        device: device.id,
        device_name: device.name,
        serial: token.serial,
        status: token.state.status(),
        company: company.name,
        username: holder.username,
        enrolled_at: device.enrolled_at,
        server_time: at,
    }))
}
