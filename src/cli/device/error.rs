use std::io;
use std::path::PathBuf;

use serde_json::json;

use crate::domain::id::OperationId;
use crate::domain::protocol::client::ClientError;
use crate::domain::protocol::{DeviceFault, NotCanonical};
use crate::domain::serial::Serial;
use crate::service::device_crypto::InvalidKey;

/// Why a device's command was not carried out. [`super::words`] says what to do
/// about it.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    /// The invitation is neither a code nor a link.
    #[error("that is not an invitation's code or link")]
    NotAnInvitation,
    /// The PIN is not six digits.
    #[error("a PIN is six digits")]
    NotAPin,
    /// The PIN was not typed the same twice.
    #[error("the two PINs differ")]
    PinsDiffer,
    /// The number is not six digits.
    #[error("the console's number is six digits")]
    NotANumber,
    /// Something was to be asked for, and nobody answered.
    #[error("{0} is missing")]
    Unanswered(&'static str),
    /// No token is enrolled in the file.
    #[error("no token is enrolled in {0}")]
    NothingEnrolled(PathBuf),
    /// Several tokens are, and none was named.
    #[error("several tokens are enrolled here: {}", list(.0))]
    SeveralEnrolled(Vec<Serial>),
    /// The named token is not among them.
    #[error("{0} is not enrolled here")]
    NotEnrolledHere(Serial),
    /// Nothing waits.
    #[error("nothing waits for an approval")]
    NothingWaits,
    /// Several requests wait, and none was named.
    #[error("several requests wait: {}", list(.0))]
    SeveralWait(Vec<OperationId>),
    /// The named request does not wait.
    #[error("request {0} does not wait for this device")]
    DoesNotWait(OperationId),
    /// A request is not addressed to this device, or has parts it cannot show.
    #[error("the server sent a request that this device cannot show whole")]
    CannotShow,
    /// The home directory is not known.
    #[error("the home directory is not known")]
    NoHome,
    /// The file of keys cannot be read or written.
    #[error("the file of keys {path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file of keys is not one.
    #[error("{0} is not a file of device keys, or it is damaged")]
    FileDamaged(PathBuf),
    /// Others may read the file of keys.
    #[error("others may read the keys in {0}")]
    FileExposed(PathBuf),
    /// The server's address is not one.
    #[error("{0} is not a server's address")]
    NotAServer(String),
    /// The server is not on this machine.
    #[error("{0} is not on this machine, and plain HTTP is all that this speaks")]
    NotLoopback(String),
    /// The server did not answer.
    #[error("no answer from {server}: {source}")]
    Unreachable {
        /// Which server.
        server: String,
        /// What went wrong.
        source: reqwest::Error,
    },
    /// The answer to an enrolment did not come.
    #[error("the enrolment was sent, but its answer did not come: {0}")]
    EnrolmentUnsure(Box<DeviceError>),
    /// The server's answer is not of this protocol.
    #[error("the answer (HTTP {0}) is not Llavero's")]
    Garbled(u16),
    /// The server refused.
    #[error("refused: {0}")]
    Refused(DeviceFault),
    /// A message could not be made or read.
    #[error("a message of the protocol could not be made or read")]
    Protocol,
    /// The program could not start its work.
    #[error("could not start: {0}")]
    Runtime(io::Error),
}

impl DeviceError {
    /// The error for `--json`.
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Refused(fault) => json!({ "error": self.to_string(), "fault": fault }),
            _ => json!({ "error": self.to_string() }),
        }
    }
}

impl From<ClientError<InvalidKey>> for DeviceError {
    fn from(_: ClientError<InvalidKey>) -> Self {
        Self::Protocol
    }
}

impl From<NotCanonical> for DeviceError {
    fn from(_: NotCanonical) -> Self {
        Self::Protocol
    }
}

impl From<InvalidKey> for DeviceError {
    fn from(_: InvalidKey) -> Self {
        Self::Protocol
    }
}

fn list(things: &[impl ToString]) -> String {
    let texts: Vec<_> = things.iter().map(ToString::to_string).collect();
    texts.join(", ")
}
