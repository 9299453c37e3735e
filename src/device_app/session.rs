//! What an enrolled token asks of the server, signed with its keys.

use super::clock;
use super::keys::BrowserKeys;
use super::transport;
use super::trouble::Trouble;
use super::vault::{self, LinkedToken};
use crate::domain::id::DeviceId;
use crate::domain::protocol::client::{self, DeviceProfile};
use crate::domain::protocol::{
    Challenge, ChallengeSubject, ChallengeToken, DeviceCall, DeviceDetails, DeviceFault,
    DeviceOperation, DeviceReply, OneTimeCode, Outcome,
};
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// An operation that waits, with the challenge that its bytes hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingOperation {
    /// As it came.
    pub operation: DeviceOperation,
    /// Read from its bytes.
    pub challenge: Challenge,
}

/// What waits for a token, and where the token stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The operations, in the order they were asked for.
    pub waiting: Vec<WaitingOperation>,
    /// Where the token stands.
    pub status: TokenStatus,
}

/// Asks what waits for a token, and remembers where it stands.
///
/// # Errors
/// See [`Trouble`].
pub async fn standing(device: DeviceId) -> Result<Standing, Trouble> {
    let (token, keys) = open(device).await?;
    match ask(&keys, &token.profile, &DeviceCall::Operations).await? {
        DeviceReply::Operations {
            waiting, status, ..
        } => {
            remember(token.clone(), status).await;
            let waiting = waiting
                .into_iter()
                .filter_map(|operation| readable(&token.profile, operation))
                .collect();
            Ok(Standing { waiting, status })
        }
        _ => Err(DeviceFault::Malformed.into()),
    }
}

/// The list of an operation on many tokens, once it is known to be the one that
/// is signed; of an operation on one token there is none.
///
/// # Errors
/// See [`Trouble`]; [`DeviceFault::WrongChallenge`] for another list.
pub async fn list(waiting: &WaitingOperation) -> Result<Vec<ChallengeToken>, Trouble> {
    let ChallengeSubject::Batch(batch) = &waiting.challenge.subject else {
        return Ok(Vec::new());
    };
    let (token, keys) = open(waiting.challenge.device).await?;
    let call = DeviceCall::List(waiting.challenge.confirmation);
    match ask(&keys, &token.profile, &call).await? {
        DeviceReply::List(bytes) => batch
            .read(bytes.as_slice())
            .ok_or_else(|| DeviceFault::WrongChallenge.into()),
        _ => Err(DeviceFault::Malformed.into()),
    }
}

/// Asks what the server knows of a device, and remembers where its token stands.
///
/// # Errors
/// See [`Trouble`].
pub async fn details(device: DeviceId) -> Result<DeviceDetails, Trouble> {
    let (token, keys) = open(device).await?;
    match ask(&keys, &token.profile, &DeviceCall::Details).await? {
        DeviceReply::Details(details) => {
            remember(token, details.status).await;
            Ok(details)
        }
        _ => Err(DeviceFault::Malformed.into()),
    }
}

/// Says yes, with the console's number and the PIN.
///
/// # Errors
/// See [`Trouble`].
pub async fn approve(
    waiting: &WaitingOperation,
    number: &str,
    pin: &str,
) -> Result<Outcome, Trouble> {
    let (token, keys) = open(waiting.challenge.device).await?;
    let call = client::approval(&keys, &token.profile, &waiting.operation, number, pin).await?;
    confirm(&keys, &token.profile, &call).await
}

/// Says no.
///
/// # Errors
/// See [`Trouble`].
pub async fn reject(waiting: &WaitingOperation) -> Result<Outcome, Trouble> {
    let (token, keys) = open(waiting.challenge.device).await?;
    let call = client::rejection(&waiting.operation);
    confirm(&keys, &token.profile, &call).await
}

/// The code to show at `now`; asks nobody.
///
/// # Errors
/// [`Trouble::NotLinked`] and [`Trouble::Browser`].
pub async fn code(device: DeviceId, now: Timestamp) -> Result<OneTimeCode, Trouble> {
    let (token, keys) = open(device).await?;
    Ok(client::current_code(&keys, &token.profile, now).await?)
}

async fn confirm(
    keys: &BrowserKeys,
    profile: &DeviceProfile,
    call: &DeviceCall,
) -> Result<Outcome, Trouble> {
    match ask(keys, profile, call).await? {
        DeviceReply::Confirmed(outcome) => Ok(outcome),
        _ => Err(DeviceFault::Malformed.into()),
    }
}

async fn open(device: DeviceId) -> Result<(LinkedToken, BrowserKeys), Trouble> {
    vault::open(device).await?.ok_or(Trouble::NotLinked)
}

/// Signs and sends a call; once more when the server says that the clock is off.
async fn ask(
    keys: &BrowserKeys,
    profile: &DeviceProfile,
    call: &DeviceCall,
) -> Result<DeviceReply, Trouble> {
    match ask_once(keys, profile, call).await {
        Err(Trouble::Refused(DeviceFault::ClockOff { server_time })) => {
            clock::correct(server_time);
            ask_once(keys, profile, call).await
        }
        answer => answer,
    }
}

async fn ask_once(
    keys: &BrowserKeys,
    profile: &DeviceProfile,
    call: &DeviceCall,
) -> Result<DeviceReply, Trouble> {
    let nonce = clock::random()?;
    let request = client::sign_call(keys, profile, call.clone(), clock::now(), nonce).await?;
    let sent = clock::device_now();
    let reply = transport::post(transport::REQUESTS, &request).await?;
    if let Some(server_time) = server_time(&reply) {
        clock::learn(server_time, sent);
    }
    Ok(reply)
}

const fn server_time(reply: &DeviceReply) -> Option<Timestamp> {
    match reply {
        DeviceReply::Operations { server_time, .. } => Some(*server_time),
        DeviceReply::Details(details) => Some(details.server_time),
        DeviceReply::Confirmed(_) | DeviceReply::List(_) => None,
    }
}

async fn remember(token: LinkedToken, status: TokenStatus) {
    if token.status != Some(status) || !token.accepted {
        // A status that cannot be kept is asked for again next time.
        let _ = vault::update(&LinkedToken {
            status: Some(status),
            accepted: true,
            ..token
        })
        .await;
    }
}

/// The operation with its challenge, if its bytes are a challenge of this
/// protocol, for this device, from this server, and the one it is named after.
fn readable(profile: &DeviceProfile, operation: DeviceOperation) -> Option<WaitingOperation> {
    let challenge = profile.read(&operation)?;
    Some(WaitingOperation {
        operation,
        challenge,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device_app::sentence::tests::challenge;
    use crate::domain::id::ConfirmationId;
    use crate::domain::operation::OperationKind;
    use crate::domain::protocol::{Base64Bytes, canonical_bytes};

    fn profile() -> DeviceProfile {
        let challenge = challenge(OperationKind::Assign);
        DeviceProfile {
            device: challenge.device,
            serial: crate::domain::serial::Serial::from_number(4_900_031).unwrap(),
            company: challenge.company_name,
            username: challenge.requested_by_username,
            audience: challenge.audience,
            device_name: "Chrome · Android".to_owned(),
            server_key: Base64Bytes(Vec::new()),
            nonce: Base64Bytes(Vec::new()),
            pin_salt: Base64Bytes(Vec::new()),
            locked_pin_secret: Base64Bytes(Vec::new()),
        }
    }

    fn operation(challenge: &Challenge) -> DeviceOperation {
        DeviceOperation {
            confirmation: challenge.confirmation,
            challenge: canonical_bytes(challenge).unwrap().into(),
        }
    }

    #[test]
    fn an_operation_for_this_device_is_shown() {
        let challenge = challenge(OperationKind::Assign);
        let shown = readable(&profile(), operation(&challenge)).unwrap();
        assert_eq!(shown.challenge, challenge);
    }

    #[test]
    fn an_operation_of_another_server_or_purpose_is_not_shown() {
        let good = challenge(OperationKind::Assign);
        for odd in [
            Challenge {
                audience: "https://elsewhere.example".to_owned(),
                ..good.clone()
            },
            Challenge {
                purpose: "transfer".to_owned(),
                ..good.clone()
            },
            Challenge { v: 2, ..good },
        ] {
            assert_eq!(readable(&profile(), operation(&odd)), None);
        }
    }

    #[test]
    fn an_operation_whose_name_is_not_that_of_its_bytes_is_not_shown() {
        let challenge = challenge(OperationKind::Assign);
        let renamed = DeviceOperation {
            confirmation: ConfirmationId::new(challenge.issued_at, [9; 10]),
            ..operation(&challenge)
        };
        assert_eq!(readable(&profile(), renamed), None);
    }
}
