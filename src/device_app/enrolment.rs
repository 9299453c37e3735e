//! Linking a token to this browser.

use super::browser;
use super::clock;
use super::keys::BrowserKeys;
use super::session;
use super::transport;
use super::trouble::Trouble;
use super::vault::{self, LinkedToken};
use crate::domain::audit::client_name;
use crate::domain::protocol::client::{self, EnrolmentRandomness};
use crate::domain::protocol::{
    DeviceFault, EnrolmentOffer, EnrolmentReceipt, EnrolmentRequest, InvitationCode,
    OpenEnrolmentRequest, VERSION,
};
use crate::domain::token::TokenStatus;

/// The code in what was typed, followed or scanned: the code itself, or a link
/// with the code behind its `#`.
pub fn code_in(text: &str) -> Option<InvitationCode> {
    let (_, code) = text.rsplit_once('#').unwrap_or(("", text));
    code.parse().ok()
}

/// Shows the invitation's code and learns what it invites to.
///
/// # Errors
/// See [`Trouble`].
pub async fn open_invitation(code: &InvitationCode) -> Result<EnrolmentOffer, Trouble> {
    let message = OpenEnrolmentRequest {
        v: VERSION,
        code: code.to_string(),
    };
    let sent = clock::device_now();
    let offer: EnrolmentOffer = transport::post(transport::OPEN_ENROLMENT, &message).await?;
    clock::learn(offer.server_time, sent);
    Ok(offer)
}

/// An enrolment that can be sent, and sent again: its keys are in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    request: EnrolmentRequest,
    token: LinkedToken,
}

/// Makes the keys and keeps them, before the server is asked: an answer that is
/// lost on the way must not leave an enrolled token without its keys.
///
/// # Errors
/// See [`Trouble`].
pub async fn prepare(
    code: &InvitationCode,
    offer: &EnrolmentOffer,
    pin: &str,
    unknown_browser: &str,
) -> Result<Attempt, Trouble> {
    let keys = BrowserKeys::generate().await?;
    let name = browser::user_agent()
        .and_then(|user_agent| client_name(&user_agent))
        .unwrap_or_else(|| unknown_browser.to_owned());
    let randomness = EnrolmentRandomness {
        pin_secret: clock::random()?,
        pin_salt: clock::random()?,
    };
    let (request, profile) =
        client::answer_offer(&keys, offer, code, pin, &name, randomness).await?;
    let token = LinkedToken {
        profile,
        status: None,
        accepted: false,
        since: clock::now(),
    };
    vault::keep(&token, &keys).await?;
    browser::keep_storage();
    Ok(Attempt { request, token })
}

/// Sends the enrolment and tells where the token stands now.
///
/// # Errors
/// See [`Trouble`]. After [`Trouble::Offline`] the same attempt can be sent
/// again, whether or not it had arrived.
pub async fn send(attempt: &Attempt) -> Result<TokenStatus, Trouble> {
    let device = attempt.token.device();
    let sent = clock::device_now();
    let answer: Result<EnrolmentReceipt, Trouble> =
        transport::post(transport::ENROL, &attempt.request).await;
    match answer {
        Ok(receipt) => {
            clock::learn(receipt.server_time, sent);
            vault::update(&LinkedToken {
                status: Some(receipt.status),
                accepted: true,
                ..attempt.token.clone()
            })
            .await?;
            Ok(receipt.status)
        }
        // Used up, perhaps by this very attempt, whose answer was lost: then
        // the server knows these keys.
        Err(Trouble::Refused(DeviceFault::InvitationInvalid)) => {
            match session::details(device).await {
                Ok(details) => Ok(details.status),
                Err(Trouble::Refused(_)) => {
                    vault::forget(device).await?;
                    Err(DeviceFault::InvitationInvalid.into())
                }
                Err(trouble) => Err(trouble),
            }
        }
        Err(trouble) => {
            if trouble.ends_enrolment() {
                vault::forget(device).await?;
            }
            Err(trouble)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_found_in_a_link_and_by_itself() {
        let code = InvitationCode::from_bytes([7; 16]);
        for text in [
            code.to_string(),
            code.to_string().to_lowercase(),
            format!("#{code}"),
            format!("https://llavero.example/app/enrolar#{code}"),
        ] {
            assert!(code_in(&text) == Some(code.clone()), "{text}");
        }
    }

    #[test]
    fn other_text_holds_no_code() {
        for text in ["", "#", "https://llavero.example/app/enrolar", "hola"] {
            assert!(code_in(text).is_none(), "{text}");
        }
    }
}
