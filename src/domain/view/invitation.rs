use serde::{Deserialize, Serialize};

use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;

/// An invitation to bind a device, shown once to whom it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The token's serial.
    pub serial: Serial,
    /// The code to type.
    pub code: String,
    /// The link to follow.
    pub link: String,
    /// The link as a QR code: an SVG drawing.
    pub qr_svg: String,
    /// Until when it can be used.
    pub expires_at: Timestamp,
    /// The server's clock.
    pub server_time: Timestamp,
}
