//! A device's signed request: whose it is, and whether it is fresh.

use super::Context;
use super::device_crypto::verify_signature;
use super::device_error::DeviceError;
use crate::domain::company::CompanyStatus;
use crate::domain::protocol::{
    DeviceCall, DeviceFault, DeviceRequest, REQUEST_LIFETIME, SignedRequest, VERSION,
    canonical_bytes,
};
use crate::domain::time::Timestamp;
use crate::store::device::DeviceRecord;
use crate::store::{company, device, device_nonce};

/// A request whose signature is right and which never came before.
pub(super) struct Authenticated {
    /// Who asks.
    pub device: DeviceRecord,
    /// What for.
    pub call: DeviceCall,
    /// When it came.
    pub at: Timestamp,
}

/// Checks form, device, signature, company, clock and nonce, in that order. The nonce is
/// used up whatever becomes of the call.
pub(super) async fn authenticate(
    context: &Context,
    signed: &SignedRequest,
) -> Result<Authenticated, DeviceError> {
    let bytes = signed.payload.as_slice();
    let request: DeviceRequest =
        serde_json::from_slice(bytes).map_err(|_| DeviceFault::Malformed)?;
    if canonical_bytes(&request)? != bytes
        || request.v != VERSION
        || request.purpose != DeviceRequest::PURPOSE
        || request.nonce.as_slice().len() != 16
    {
        return Err(DeviceFault::Malformed.into());
    }
    let at = context.now();
    let (device, is_suspended) = {
        let mut reader = context.store.read().await?;
        let device = device::find(&mut reader, request.device)
            .await?
            .filter(DeviceRecord::is_live)
            .ok_or(DeviceFault::NotRecognised)?;
        let company = company::find(&mut reader, device.company).await?;
        (
            device,
            company.is_none_or(|company| company.status == CompanyStatus::Suspended),
        )
    };
    if request.audience != context.settings.public_url
        || !verify_signature(&device.signing_key, bytes, signed.signature.as_slice())
    {
        return Err(DeviceFault::NotRecognised.into());
    }
    if is_suspended {
        return Err(DeviceFault::Suspended.into());
    }
    if at.since(request.at) > REQUEST_LIFETIME || request.at.since(at) > REQUEST_LIFETIME {
        return Err(DeviceFault::ClockOff { server_time: at }.into());
    }
    let mut writer = context.store.write().await?;
    // A request may be as far in the future as in the past, so its nonce is
    // remembered for both.
    let remembered_until = at.plus(REQUEST_LIFETIME * 2);
    if !device_nonce::use_once(
        &mut writer,
        device.id,
        request.nonce.as_slice(),
        remembered_until,
    )
    .await?
    {
        return Err(DeviceFault::Replayed.into());
    }
    writer.commit().await?;
    Ok(Authenticated {
        device,
        call: request.call,
        at,
    })
}
