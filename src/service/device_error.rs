use super::ServiceError;
use crate::domain::protocol::{DeviceFault, NotCanonical};
use crate::store::StoreError;

/// Why a device's request did not end well.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    /// Refused, in words the device may read.
    #[error(transparent)]
    Fault(#[from] DeviceFault),
    /// A fault of ours.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

impl From<StoreError> for DeviceError {
    fn from(error: StoreError) -> Self {
        Self::Service(error.into())
    }
}

impl From<NotCanonical> for DeviceError {
    fn from(error: NotCanonical) -> Self {
        Self::Service(error.into())
    }
}
