//! An enrolled device that asks its server.

use super::Tools;
use super::connection::Connection;
use super::error::DeviceError;
use super::keys::SoftKeys;
use super::store::Enrolment;
use crate::domain::protocol::client::{DeviceProfile, sign_call};
use crate::domain::protocol::{
    Challenge, ChallengeSubject, ChallengeToken, DeviceCall, DeviceFault, DeviceOperation,
    DeviceReply,
};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::service::clock::random_bytes;

/// An enrolled device.
pub struct Session<'a> {
    tools: &'a Tools,
    connection: Connection,
    keys: SoftKeys,
    enrolment: Enrolment,
}

/// A request that waits, and what it says.
pub struct Waiting {
    /// As the server sent it.
    pub operation: DeviceOperation,
    /// What its bytes say.
    pub challenge: Challenge,
}

impl<'a> Session<'a> {
    /// With the token of this serial, or the only one.
    pub fn open(tools: &'a Tools, serial: Option<Serial>) -> Result<Self, DeviceError> {
        let enrolment = tools.store.find(serial, tools.server.as_deref())?;
        let server = tools.server.as_ref().unwrap_or(&enrolment.server);
        Ok(Self {
            tools,
            connection: Connection::new(server)?,
            keys: enrolment.keys().ok_or(DeviceError::Protocol)?,
            enrolment,
        })
    }

    /// What the device keeps.
    pub const fn profile(&self) -> &DeviceProfile {
        &self.enrolment.profile
    }

    /// Its keys.
    pub const fn keys(&self) -> &SoftKeys {
        &self.keys
    }

    /// The server's clock, as far as this device knows.
    pub fn now(&self) -> Timestamp {
        let here = self.tools.clock.now().as_micros();
        Timestamp::from_micros(here.saturating_add(self.enrolment.clock_offset))
    }

    /// Asks. When the clocks differ too much it takes the server's and asks
    /// once more.
    pub async fn call(&mut self, call: DeviceCall) -> Result<DeviceReply, DeviceError> {
        match self.call_once(call.clone()).await {
            Err(DeviceError::Refused(DeviceFault::ClockOff { server_time })) => {
                let here = self.tools.clock.now().as_micros();
                let offset = server_time.as_micros().saturating_sub(here);
                self.enrolment.clock_offset = offset;
                let device = self.enrolment.profile.device;
                self.tools.store.set_clock_offset(device, offset)?;
                self.call_once(call).await
            }
            other => other,
        }
    }

    async fn call_once(&self, call: DeviceCall) -> Result<DeviceReply, DeviceError> {
        let nonce = random_bytes(self.tools.random);
        let request = sign_call(&self.keys, self.profile(), call, self.now(), nonce).await?;
        self.connection.request(&request).await
    }

    /// The list of a request that changes many tokens, once it is known to be
    /// the one that is signed.
    pub async fn list(&mut self, waiting: &Waiting) -> Result<Vec<ChallengeToken>, DeviceError> {
        let ChallengeSubject::Batch(batch) = &waiting.challenge.subject else {
            return Ok(Vec::new());
        };
        let call = DeviceCall::List(waiting.challenge.confirmation);
        let DeviceReply::List(bytes) = self.call(call).await? else {
            return Err(DeviceError::Protocol);
        };
        batch.read(bytes.as_slice()).ok_or(DeviceError::CannotShow)
    }

    /// The requests that wait, and where the token stands.
    pub async fn waiting(&mut self) -> Result<(Vec<Waiting>, TokenStatus), DeviceError> {
        let reply = self.call(DeviceCall::Operations).await?;
        let DeviceReply::Operations {
            waiting, status, ..
        } = reply
        else {
            return Err(DeviceError::Protocol);
        };
        let shown = waiting
            .into_iter()
            .map(|operation| {
                let challenge = self
                    .profile()
                    .read(&operation)
                    .ok_or(DeviceError::CannotShow)?;
                Ok(Waiting {
                    operation,
                    challenge,
                })
            })
            .collect::<Result<_, DeviceError>>()?;
        Ok((shown, status))
    }
}
