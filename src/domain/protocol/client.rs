//! The device's side of the protocol, the same for the AppMovil and for
//! `llavero device`: only the key operations differ ([`DeviceKeys`]).

use serde::{Deserialize, Serialize};

use super::VERSION;
use super::bytes::{Base64Bytes, NotCanonical, canonical_bytes};
use super::challenge::{
    Challenge, ChallengeSubject, ConfirmationStatement, Decision, DeviceOperation,
};
use super::enrolment::{EnrolmentOffer, EnrolmentRequest, EnrolmentStatement};
use super::invitation::InvitationCode;
use super::keys::{DeviceKeys, Secret, derive_one_time_secret, derive_transport_pad};
use super::one_time_code::{OneTimeCode, one_time_code};
use super::pin::{pin_mac, xor};
use super::request::{DeviceCall, DeviceRequest, SignedRequest};
use crate::domain::id::DeviceId;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;

/// What a device keeps of one enrolment beside its two keys. None of it is
/// secret without the keys, and nothing in it tells the PIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceProfile {
    /// The device's name inside Llavero.
    pub device: DeviceId,
    /// Its token's serial.
    pub serial: Serial,
    /// The company's name.
    pub company: String,
    /// The holder's name.
    pub username: String,
    /// The server's name for itself.
    pub audience: String,
    /// What the device called itself.
    pub device_name: String,
    /// The server's agreement key.
    pub server_key: Base64Bytes,
    /// The enrolment's nonce.
    pub nonce: Base64Bytes,
    /// The salt of the stretched PIN.
    pub pin_salt: Base64Bytes,
    /// The PIN secret under the stretched PIN, without anything that tells a
    /// wrong PIN.
    pub locked_pin_secret: Base64Bytes,
}

impl DeviceProfile {
    /// What an operation that waits says, if it is for this device and every
    /// byte of it can be shown: a device shows all that it signs, and signs
    /// nothing else.
    pub fn read(&self, operation: &DeviceOperation) -> Option<Challenge> {
        operation.challenge().filter(|challenge| {
            challenge.v == VERSION
                && challenge.purpose == Challenge::PURPOSE
                && challenge.audience == self.audience
                && challenge.device == self.device
                && challenge.confirmation == operation.confirmation
                && (!matches!(challenge.subject, ChallengeSubject::Batch(_))
                    || challenge.kind.comes_in_batches())
                && challenge.is_consistent()
                && canonical_bytes(challenge)
                    .is_ok_and(|bytes| bytes == operation.challenge.as_slice())
        })
    }
}

/// Why a device cannot say what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClientError<E> {
    /// The keys failed.
    #[error("the device's keys failed")]
    Keys(E),
    /// The profile or the server's message is not of this protocol.
    #[error("the message cannot be read")]
    Malformed,
}

impl<E> From<NotCanonical> for ClientError<E> {
    fn from(_: NotCanonical) -> Self {
        Self::Malformed
    }
}

/// Random bytes for one enrolment.
#[derive(Clone)]
pub struct EnrolmentRandomness {
    /// The PIN secret.
    pub pin_secret: Secret,
    /// The salt of the stretched PIN.
    pub pin_salt: [u8; 16],
}

/// Answers an offer: the request to send, and what to keep once it succeeded.
///
/// # Errors
/// [`ClientError::Keys`] when the keys fail.
pub async fn answer_offer<K: DeviceKeys>(
    keys: &K,
    offer: &EnrolmentOffer,
    code: &InvitationCode,
    pin: &str,
    device_name: &str,
    randomness: EnrolmentRandomness,
) -> Result<(EnrolmentRequest, DeviceProfile), ClientError<K::Error>> {
    let shared = keys
        .agree(offer.server_key.as_slice())
        .await
        .map_err(ClientError::Keys)?;
    let pad = derive_transport_pad(&shared, offer.nonce.as_slice(), offer.serial, offer.device);
    let stretched = keys
        .stretch_pin(pin, &randomness.pin_salt)
        .await
        .map_err(ClientError::Keys)?;
    let statement = canonical_bytes(&EnrolmentStatement {
        v: VERSION,
        purpose: EnrolmentStatement::PURPOSE.to_owned(),
        audience: offer.audience.clone(),
        enrolment: offer.enrolment,
        device: offer.device,
        serial: offer.serial,
        code_hash: code.hash().into(),
        signing_key: keys.signing_public().into(),
        agreement_key: keys.agreement_public().into(),
        nonce: offer.nonce.clone(),
        hidden_pin_secret: xor(&randomness.pin_secret, &pad).into(),
        device_name: device_name.to_owned(),
    })?;
    let signature = keys.sign(&statement).await.map_err(ClientError::Keys)?;
    let request = EnrolmentRequest {
        code: code.to_string(),
        statement: statement.into(),
        signature: signature.into(),
    };
    let profile = DeviceProfile {
        device: offer.device,
        serial: offer.serial,
        company: offer.company.clone(),
        username: offer.username.clone(),
        audience: offer.audience.clone(),
        device_name: device_name.to_owned(),
        server_key: offer.server_key.clone(),
        nonce: offer.nonce.clone(),
        pin_salt: randomness.pin_salt.into(),
        locked_pin_secret: xor(&randomness.pin_secret, &stretched).into(),
    };
    Ok((request, profile))
}

/// Signs a call. `at` is the device's idea of the server's clock.
///
/// # Errors
/// [`ClientError::Keys`] when the keys fail.
pub async fn sign_call<K: DeviceKeys>(
    keys: &K,
    profile: &DeviceProfile,
    call: DeviceCall,
    at: Timestamp,
    nonce: [u8; 16],
) -> Result<SignedRequest, ClientError<K::Error>> {
    let payload = DeviceRequest {
        v: VERSION,
        purpose: DeviceRequest::PURPOSE.to_owned(),
        audience: profile.audience.clone(),
        device: profile.device,
        nonce: nonce.into(),
        at,
        call,
    }
    .to_bytes()?;
    let signature = keys.sign(&payload).await.map_err(ClientError::Keys)?;
    Ok(SignedRequest {
        payload: payload.into(),
        signature: signature.into(),
    })
}

/// The yes to an operation, with the console's number and the PIN. Whether the
/// PIN is right, only the server can tell.
///
/// # Errors
/// [`ClientError::Keys`] when the keys fail, [`ClientError::Malformed`] when the
/// profile is damaged.
pub async fn approval<K: DeviceKeys>(
    keys: &K,
    profile: &DeviceProfile,
    operation: &DeviceOperation,
    number: &str,
    pin: &str,
) -> Result<DeviceCall, ClientError<K::Error>> {
    let stretched = keys
        .stretch_pin(pin, profile.pin_salt.as_slice())
        .await
        .map_err(ClientError::Keys)?;
    let locked: Secret = profile
        .locked_pin_secret
        .as_slice()
        .try_into()
        .map_err(|_| ClientError::Malformed)?;
    let pin_secret = xor(&locked, &stretched);
    let mac = pin_mac(
        &pin_secret,
        operation.challenge.as_slice(),
        number,
        Decision::Approve,
    );
    Ok(DeviceCall::Confirm(ConfirmationStatement {
        confirmation: operation.confirmation,
        challenge: operation.challenge.clone(),
        decision: Decision::Approve,
        number: number.to_owned(),
        pin_mac: mac.into(),
    }))
}

/// The no to an operation.
pub fn rejection(operation: &DeviceOperation) -> DeviceCall {
    DeviceCall::Confirm(ConfirmationStatement {
        confirmation: operation.confirmation,
        challenge: operation.challenge.clone(),
        decision: Decision::Reject,
        number: String::new(),
        pin_mac: Base64Bytes(Vec::new()),
    })
}

/// The code to show at `now`, the server's clock.
///
/// # Errors
/// [`ClientError::Keys`] when the keys fail.
pub async fn current_code<K: DeviceKeys>(
    keys: &K,
    profile: &DeviceProfile,
    now: Timestamp,
) -> Result<OneTimeCode, ClientError<K::Error>> {
    let shared = keys
        .agree(profile.server_key.as_slice())
        .await
        .map_err(ClientError::Keys)?;
    let secret = derive_one_time_secret(
        &shared,
        profile.nonce.as_slice(),
        profile.serial,
        profile.device,
    );
    Ok(one_time_code(&secret, now))
}
