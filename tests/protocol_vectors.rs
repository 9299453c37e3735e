//! The test vectors of `docs/PROTOCOL.md`, computed again with the real code:
//! from what the document gives, what it says must follow.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

use data_encoding::HEXLOWER;
use llavero::cli::device::keys::SoftKeys;
use llavero::domain::protocol::client::{
    DeviceProfile, EnrolmentRandomness, answer_offer, approval, current_code, rejection, sign_call,
};
use llavero::domain::protocol::{
    Challenge, ChallengeToken, Decision, DeviceCall, DeviceKeys, DeviceOperation, EnrolmentOffer,
    FirstApproval, InvitationCode, Secret, SignedRequest, accepted_step, canonical_bytes,
    derive_one_time_secret, derive_transport_pad, sign_list, verify_pin_mac, xor,
};
use llavero::domain::time::Timestamp;
use llavero::service::device_crypto::{agree, verify_signature};
use serde::Deserialize;
use serde_json::{Value, json};

const DOCUMENT: &str = include_str!("../docs/PROTOCOL.md");

/// What the document gives.
#[derive(Deserialize)]
struct Given {
    invitation_bytes: String,
    server_secret: String,
    signing_secret: String,
    agreement_secret: String,
    pin: String,
    pin_salt: String,
    pin_secret: String,
    device_name: String,
    offer: EnrolmentOffer,
    challenge: Challenge,
    first_approval: FirstApproval,
    batch: Vec<ChallengeToken>,
    number: String,
    requests_at: Timestamp,
    request_nonces: [String; 3],
    codes_at: Vec<i64>,
}

fn document() -> Value {
    let block = DOCUMENT
        .split("```json vectors\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    serde_json::from_str(block).unwrap()
}

fn given() -> Given {
    serde_json::from_value(document()["given"].clone()).unwrap()
}

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let bytes = HEXLOWER.decode(hex.as_bytes()).unwrap();
    bytes.try_into().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A device with the document's keys, enrolled as the document says.
struct Enrolled {
    given: Given,
    keys: SoftKeys,
    code: InvitationCode,
    profile: DeviceProfile,
    statement: Vec<u8>,
    signature: Vec<u8>,
}

impl Enrolled {
    async fn new() -> Self {
        let given = given();
        let signing = bytes(&given.signing_secret);
        let keys = SoftKeys::from_secrets(&signing, &bytes(&given.agreement_secret)).unwrap();
        let code = InvitationCode::from_bytes(bytes(&given.invitation_bytes));
        let randomness = EnrolmentRandomness {
            pin_secret: bytes(&given.pin_secret),
            pin_salt: bytes(&given.pin_salt),
        };
        let (request, profile) = answer_offer(
            &keys,
            &given.offer,
            &code,
            &given.pin,
            &given.device_name,
            randomness,
        )
        .await
        .unwrap();
        Self {
            given,
            keys,
            code,
            profile,
            statement: request.statement.0,
            signature: request.signature.0,
        }
    }

    fn operation(&self) -> DeviceOperation {
        DeviceOperation {
            confirmation: self.given.challenge.confirmation,
            challenge: canonical_bytes(&self.given.challenge).unwrap().into(),
        }
    }

    /// The same question to a second administrator's device.
    fn second_challenge(&self) -> Challenge {
        Challenge {
            first_approval: Some(self.given.first_approval.clone()),
            ..self.given.challenge.clone()
        }
    }

    async fn request(&self, call: DeviceCall, index: usize) -> SignedRequest {
        let nonce = bytes(&self.given.request_nonces[index]);
        sign_call(
            &self.keys,
            &self.profile,
            call,
            self.given.requests_at,
            nonce,
        )
        .await
        .unwrap()
    }

    async fn approval(&self) -> DeviceCall {
        let operation = self.operation();
        let (number, pin) = (&self.given.number, &self.given.pin);
        approval(&self.keys, &self.profile, &operation, number, pin)
            .await
            .unwrap()
    }

    /// The three requests: list, approve, reject.
    async fn requests(&self) -> [SignedRequest; 3] {
        [
            self.request(DeviceCall::Operations, 0).await,
            self.request(self.approval().await, 1).await,
            self.request(rejection(&self.operation()), 2).await,
        ]
    }

    async fn follows(&self) -> Value {
        let offer = &self.given.offer;
        let (nonce, serial, device) = (offer.nonce.as_slice(), offer.serial, offer.device);
        let shared = self.keys.agree(offer.server_key.as_slice()).await.unwrap();
        let salt = self.profile.pin_salt.as_slice();
        let stretched = self.keys.stretch_pin(&self.given.pin, salt).await.unwrap();
        let hex = |bytes: &[u8]| HEXLOWER.encode(bytes);
        let requests = self.requests().await;
        let signed = |request: &SignedRequest| {
            json!({
                "payload": text(request.payload.as_slice()),
                "signature": hex(request.signature.as_slice()),
            })
        };
        let DeviceCall::Confirm(confirmation) = self.approval().await else {
            panic!("an approval confirms");
        };
        let (list, batch) = sign_list(&self.given.batch).unwrap();
        let mut codes = Vec::new();
        for seconds in &self.given.codes_at {
            let now = Timestamp::from_seconds(*seconds);
            let code = current_code(&self.keys, &self.profile, now).await.unwrap();
            codes.push(code.digits);
        }
        json!({
            "invitation_code": self.code.to_string(),
            "invitation_hash": hex(&self.code.hash()),
            "signing_public": hex(&self.keys.signing_public()),
            "agreement_public": hex(&self.keys.agreement_public()),
            "shared": hex(&shared),
            "one_time_secret": hex(&derive_one_time_secret(&shared, nonce, serial, device)),
            "transport_pad": hex(&derive_transport_pad(&shared, nonce, serial, device)),
            "stretched_pin": hex(&stretched),
            "locked_pin_secret": hex(self.profile.locked_pin_secret.as_slice()),
            "enrolment": {
                "statement": text(&self.statement),
                "signature": hex(&self.signature),
            },
            "challenge": text(self.operation().challenge.as_slice()),
            "second_challenge": text(&canonical_bytes(&self.second_challenge()).unwrap()),
            "batch": {
                "bytes": text(&list),
                "items": batch.items,
                "list_hash": batch.list_hash,
            },
            "pin_mac": hex(confirmation.pin_mac.as_slice()),
            "list": signed(&requests[0]),
            "approve": signed(&requests[1]),
            "reject": signed(&requests[2]),
            "codes": codes,
        })
    }
}

#[tokio::test]
async fn what_the_document_says_follows_from_what_it_gives() {
    let follows = Enrolled::new().await.follows().await;
    let right = serde_json::to_string_pretty(&follows).unwrap();
    assert!(
        document()["follows"] == follows,
        "docs/PROTOCOL.md should say \"follows\": {right}"
    );
}

#[tokio::test]
async fn the_server_reads_the_same_secrets_from_the_enrolment() {
    let enrolled = Enrolled::new().await;
    let (given, offer) = (&enrolled.given, &enrolled.given.offer);
    assert!(verify_signature(
        &enrolled.keys.signing_public(),
        &enrolled.statement,
        &enrolled.signature
    ));
    let server_secret: Secret = bytes(&given.server_secret);
    let shared = agree(&server_secret, &enrolled.keys.agreement_public()).unwrap();
    let statement: Value = serde_json::from_slice(&enrolled.statement).unwrap();
    let hidden: Secret = data_encoding::BASE64URL_NOPAD
        .decode(statement["hidden_pin_secret"].as_str().unwrap().as_bytes())
        .unwrap()
        .try_into()
        .unwrap();
    let pad = derive_transport_pad(&shared, offer.nonce.as_slice(), offer.serial, offer.device);
    assert_eq!(xor(&hidden, &pad), bytes(&given.pin_secret));

    let now = Timestamp::from_seconds(given.codes_at[0]);
    let code = current_code(&enrolled.keys, &enrolled.profile, now)
        .await
        .unwrap();
    let secret =
        derive_one_time_secret(&shared, offer.nonce.as_slice(), offer.serial, offer.device);
    assert!(accepted_step(&secret, &code.digits, now, None).is_some());
}

#[tokio::test]
async fn the_server_accepts_each_signed_request_and_no_other_bytes() {
    let enrolled = Enrolled::new().await;
    let public = enrolled.keys.signing_public();
    for request in enrolled.requests().await {
        let (payload, signature) = (request.payload.0, request.signature.0);
        assert!(verify_signature(&public, &payload, &signature));
        for index in 0..payload.len() {
            let mut changed = payload.clone();
            changed[index] ^= 1;
            assert!(!verify_signature(&public, &changed, &signature), "{index}");
        }
    }
}

#[tokio::test]
async fn only_the_right_pin_makes_the_mac_that_the_server_expects() {
    let enrolled = Enrolled::new().await;
    let secret: Secret = bytes(&enrolled.given.pin_secret);
    let (operation, number) = (enrolled.operation(), &enrolled.given.number);
    for (pin, right) in [(enrolled.given.pin.as_str(), true), ("204817", false)] {
        let call = approval(&enrolled.keys, &enrolled.profile, &operation, number, pin)
            .await
            .unwrap();
        let DeviceCall::Confirm(statement) = call else {
            panic!("an approval confirms");
        };
        let mac = statement.pin_mac.as_slice();
        let challenge = operation.challenge.as_slice();
        let accepted = verify_pin_mac(&secret, challenge, number, Decision::Approve, mac);
        assert_eq!(accepted, right, "{pin}");
    }
}

#[tokio::test]
async fn the_document_s_challenge_is_one_that_its_device_shows() {
    let enrolled = Enrolled::new().await;
    let shown = enrolled.profile.read(&enrolled.operation());
    assert_eq!(shown.as_ref(), Some(&enrolled.given.challenge));
}

#[tokio::test]
async fn a_second_approval_s_challenge_is_one_that_its_device_shows() {
    let enrolled = Enrolled::new().await;
    let challenge = enrolled.second_challenge();
    let operation = DeviceOperation {
        confirmation: challenge.confirmation,
        challenge: canonical_bytes(&challenge).unwrap().into(),
    };
    assert_eq!(enrolled.profile.read(&operation), Some(challenge));
}
