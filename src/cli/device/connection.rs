//! The three calls of the device protocol, over HTTP.

use std::net::IpAddr;
use std::time::Duration;

use reqwest::{Client, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::DeviceError;
use crate::domain::protocol::{
    DeviceReply, EnrolmentOffer, EnrolmentReceipt, EnrolmentRequest, OpenEnrolmentRequest,
    SignedRequest,
};
use crate::service::tls::provide_tls;

const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// A server.
pub struct Connection {
    client: Client,
    /// Its origin, without a slash at the end.
    server: String,
}

impl Connection {
    /// To the server at `address`.
    pub fn new(address: &str) -> Result<Self, DeviceError> {
        let server = loopback_origin(address)?;
        provide_tls();
        let client = Client::builder()
            .timeout(LONGEST_WAIT)
            .redirect(reqwest::redirect::Policy::none())
            // On this machine alone, in the clear: no certificates are needed,
            // nor have to be there.
            .tls_certs_only([])
            .build()
            .map_err(|source| DeviceError::Unreachable {
                server: server.clone(),
                source,
            })?;
        Ok(Self { client, server })
    }

    /// The server's origin.
    pub fn server(&self) -> &str {
        &self.server
    }

    /// Shows an invitation's code.
    pub async fn open(
        &self,
        request: &OpenEnrolmentRequest,
    ) -> Result<EnrolmentOffer, DeviceError> {
        self.post("/device/v1/enrolments/open", request).await
    }

    /// Enrols.
    pub async fn enrol(&self, request: &EnrolmentRequest) -> Result<EnrolmentReceipt, DeviceError> {
        self.post("/device/v1/enrolments", request).await
    }

    /// Asks as an enrolled device.
    pub async fn request(&self, request: &SignedRequest) -> Result<DeviceReply, DeviceError> {
        self.post("/device/v1/requests", request).await
    }

    async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, DeviceError> {
        let unreachable = |source| DeviceError::Unreachable {
            server: self.server.clone(),
            source,
        };
        let url = format!("{}{path}", self.server);
        let response = self
            .client
            .post(url)
            .json(body)
            .send()
            .await
            .map_err(unreachable)?;
        let status = response.status();
        let bytes = response.bytes().await.map_err(unreachable)?;
        let garbled = |_| DeviceError::Garbled(status.as_u16());
        if status.is_success() {
            serde_json::from_slice(&bytes).map_err(garbled)
        } else {
            Err(DeviceError::Refused(
                serde_json::from_slice(&bytes).map_err(garbled)?,
            ))
        }
    }
}

/// The origin of an address on this machine. An invitation's code travels as it
/// is, so it does not leave the machine in the clear.
fn loopback_origin(address: &str) -> Result<String, DeviceError> {
    let not_a_server = || DeviceError::NotAServer(address.to_owned());
    let url = Url::parse(address).map_err(|_| not_a_server())?;
    let host = url.host_str().ok_or_else(not_a_server)?;
    let origin = url.origin().ascii_serialization();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_loopback = bare == "localhost"
        || bare
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback());
    match url.scheme() {
        "http" if is_loopback => Ok(origin),
        "http" | "https" => Err(DeviceError::NotLoopback(origin)),
        _ => Err(not_a_server()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_spoken_to_in_the_clear() {
        for (address, origin) in [
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("http://localhost:8080/app", "http://localhost:8080"),
            ("http://[::1]:3000/", "http://[::1]:3000"),
        ] {
            assert_eq!(loopback_origin(address).unwrap(), origin);
        }
        for address in [
            "http://bank.example",
            "https://127.0.0.1",
            "http://127.0.0.1.bank.example",
            "http://10.0.0.1",
        ] {
            assert!(matches!(
                loopback_origin(address),
                Err(DeviceError::NotLoopback(_))
            ));
        }
        for address in ["", "127.0.0.1:3000", "file:///etc/passwd", "data:,x"] {
            assert!(
                matches!(loopback_origin(address), Err(DeviceError::NotAServer(_))),
                "{address}"
            );
        }
    }
}
