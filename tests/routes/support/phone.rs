//! A device with real keys that speaks the real protocol.

use llavero::cli::device::keys::SoftKeys;
use llavero::domain::protocol::client::{
    DeviceProfile, EnrolmentRandomness, answer_offer, approval, current_code, rejection, sign_call,
};
use llavero::domain::protocol::{
    DeviceCall, DeviceFault, DeviceOperation, DeviceReply, EnrolmentOffer, SignedRequest,
};
use llavero::domain::time::Timestamp;
use llavero::service::clock::{OsRandom, random_bytes};
use serde_json::json;

use super::{Answer, Server};

/// The PIN that phones of these tests choose.
pub const PIN: &str = "204816";

/// A phone with one enrolled token.
pub struct Phone {
    pub keys: SoftKeys,
    pub profile: DeviceProfile,
}

fn fault(answer: &Answer) -> DeviceFault {
    assert!(
        answer.status.is_client_error(),
        "{}: {}",
        answer.status,
        answer.text()
    );
    serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("no fault: {}", answer.text()))
}

impl Phone {
    pub async fn enrol(server: &Server, code: &str, pin: &str) -> Result<Self, DeviceFault> {
        let opened = server
            .post(
                "/device/v1/enrolments/open",
                None,
                &json!({"v": 1, "code": code}),
            )
            .await;
        if !opened.status.is_success() {
            return Err(fault(&opened));
        }
        let offer: EnrolmentOffer = serde_json::from_slice(&opened.body).unwrap();
        let keys = SoftKeys::generate(&OsRandom).unwrap();
        let randomness = EnrolmentRandomness {
            pin_secret: random_bytes(&OsRandom),
            pin_salt: random_bytes(&OsRandom),
        };
        let code = code.parse().unwrap();
        let (request, profile) =
            answer_offer(&keys, &offer, &code, pin, "Teléfono de prueba", randomness)
                .await
                .unwrap();
        let answer = server
            .post(
                "/device/v1/enrolments",
                None,
                &serde_json::to_value(request).unwrap(),
            )
            .await;
        if answer.status.is_success() {
            Ok(Self { keys, profile })
        } else {
            Err(fault(&answer))
        }
    }

    pub async fn signed(&self, server: &Server, call: DeviceCall) -> SignedRequest {
        self.signed_at(server.context.now(), call).await
    }

    pub async fn signed_at(&self, at: Timestamp, call: DeviceCall) -> SignedRequest {
        sign_call(&self.keys, &self.profile, call, at, random_bytes(&OsRandom))
            .await
            .unwrap()
    }

    pub async fn send(
        &self,
        server: &Server,
        request: &SignedRequest,
    ) -> Result<DeviceReply, DeviceFault> {
        let answer = server
            .post(
                "/device/v1/requests",
                None,
                &serde_json::to_value(request).unwrap(),
            )
            .await;
        if answer.status.is_success() {
            Ok(serde_json::from_slice(&answer.body).unwrap())
        } else {
            Err(fault(&answer))
        }
    }

    pub async fn call(
        &self,
        server: &Server,
        call: DeviceCall,
    ) -> Result<DeviceReply, DeviceFault> {
        let request = self.signed(server, call).await;
        self.send(server, &request).await
    }

    pub async fn waiting(&self, server: &Server) -> Vec<DeviceOperation> {
        match self.call(server, DeviceCall::Operations).await {
            Ok(DeviceReply::Operations { waiting, .. }) => waiting,
            other => panic!("no operations: {other:?}"),
        }
    }

    /// The one operation that waits.
    pub async fn waiting_one(&self, server: &Server) -> DeviceOperation {
        let mut waiting = self.waiting(server).await;
        assert_eq!(waiting.len(), 1);
        waiting.remove(0)
    }

    pub async fn approve(
        &self,
        server: &Server,
        number: &str,
        pin: &str,
    ) -> Result<DeviceReply, DeviceFault> {
        let operation = self.waiting_one(server).await;
        let call = approval(&self.keys, &self.profile, &operation, number, pin)
            .await
            .unwrap();
        self.call(server, call).await
    }

    pub async fn reject(&self, server: &Server) -> Result<DeviceReply, DeviceFault> {
        let operation = self.waiting_one(server).await;
        self.call(server, rejection(&operation)).await
    }

    pub async fn code(&self, server: &Server) -> String {
        current_code(&self.keys, &self.profile, server.context.now())
            .await
            .unwrap()
            .digits
    }
}
