//! `llavero device enrol`.

use serde_json::json;

use super::Tools;
use super::arguments::EnrolArguments;
use super::connection::Connection;
use super::error::DeviceError;
use super::keys::SoftKeys;
use super::store::Enrolment;
use super::words::{ask, plain, status_words};
use crate::domain::protocol::client::{EnrolmentRandomness, answer_offer};
use crate::domain::protocol::{
    DeviceFault, EnrolmentReceipt, EnrolmentRequest, InvitationCode, OpenEnrolmentRequest, VERSION,
    is_pin,
};
use crate::service::clock::random_bytes;

const USUAL_SERVER: &str = "http://127.0.0.1:3000";

/// Binds this device to the token of an invitation.
pub async fn enrol(tools: &Tools, arguments: EnrolArguments) -> Result<(), DeviceError> {
    let invitation = match arguments.invitation {
        Some(invitation) => invitation,
        None => ask("The invitation's code or link: ", "the invitation")?,
    };
    let code = read_code(&invitation).ok_or(DeviceError::NotAnInvitation)?;
    let pin = choose_pin(arguments.pin)?;
    tools.store.check()?;
    let server = tools
        .server
        .clone()
        .or_else(|| server_of(&invitation))
        .unwrap_or_else(|| USUAL_SERVER.to_owned());
    let connection = Connection::new(&server)?;

    let offer = connection
        .open(&OpenEnrolmentRequest {
            v: VERSION,
            code: code.to_string(),
        })
        .await?;
    if offer.v != VERSION {
        return Err(DeviceError::Protocol);
    }
    let keys = SoftKeys::generate(tools.random)?;
    let randomness = EnrolmentRandomness {
        pin_secret: random_bytes(tools.random),
        pin_salt: random_bytes(tools.random),
    };
    let (request, profile) =
        answer_offer(&keys, &offer, &code, &pin, &arguments.name, randomness).await?;
    let clock_offset = offer.server_time.as_micros() - tools.clock.now().as_micros();
    let enrolment = Enrolment::new(connection.server().to_owned(), clock_offset, &keys, profile);
    let receipt = send(tools, &connection, enrolment.clone(), &request).await?;
    say(tools, &enrolment, &receipt);
    Ok(())
}

/// The keys are kept before they are sent: a device that the server knows and
/// that has lost its keys would be a token that nobody can use.
async fn send(
    tools: &Tools,
    connection: &Connection,
    enrolment: Enrolment,
    request: &EnrolmentRequest,
) -> Result<EnrolmentReceipt, DeviceError> {
    let device = enrolment.profile.device;
    tools.store.keep(enrolment)?;
    match connection.enrol(request).await {
        Err(error @ DeviceError::Refused(DeviceFault::Unavailable)) => {
            Err(DeviceError::EnrolmentUnsure(Box::new(error)))
        }
        Err(refused @ DeviceError::Refused(_)) => {
            tools.store.forget(device)?;
            Err(refused)
        }
        Err(other) => Err(DeviceError::EnrolmentUnsure(Box::new(other))),
        Ok(receipt) => Ok(receipt),
    }
}

fn say(tools: &Tools, enrolment: &Enrolment, receipt: &EnrolmentReceipt) {
    let profile = &enrolment.profile;
    let result = json!({
        "token": profile.serial,
        "device": profile.device,
        "company": profile.company,
        "username": profile.username,
        "status": receipt.status,
    });
    tools.say(&result, || {
        format!(
            "Enrolled: token {} of {}, {}.\n{}",
            profile.serial,
            plain(&profile.username),
            plain(&profile.company),
            status_words(receipt.status)
        )
    });
}

fn choose_pin(given: Option<String>) -> Result<String, DeviceError> {
    let pin = match given {
        Some(pin) => pin,
        None => {
            let pin = ask("Choose a PIN of six digits: ", "the PIN")?;
            if ask("The same PIN again: ", "the PIN")? != pin {
                return Err(DeviceError::PinsDiffer);
            }
            pin
        }
    };
    if is_pin(&pin) {
        Ok(pin)
    } else {
        Err(DeviceError::NotAPin)
    }
}

/// The code of an invitation that is one, or a link that holds one.
fn read_code(invitation: &str) -> Option<InvitationCode> {
    let text = invitation.trim();
    text.parse().ok().or_else(|| {
        text.rsplit(['/', '#', '?', '&', '='])
            .find_map(|part| part.parse().ok())
    })
}

/// The server that a link leads to.
fn server_of(invitation: &str) -> Option<String> {
    let url = reqwest::Url::parse(invitation.trim()).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_read_as_a_code_or_as_a_link() {
        let code = InvitationCode::from_bytes([0xa7; 16]);
        for invitation in [
            code.to_string(),
            format!("  {} ", code.to_string().to_lowercase()),
            format!("http://127.0.0.1:3000/app/enrol#{code}"),
            format!("http://127.0.0.1:3000/app/{code}"),
            format!("http://127.0.0.1:3000/app?code={code}&lang=es"),
        ] {
            assert_eq!(read_code(&invitation), Some(code.clone()), "{invitation}");
        }
        for nonsense in ["", "12345", "http://127.0.0.1:3000/app"] {
            assert_eq!(read_code(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_link_names_its_server() {
        assert_eq!(
            server_of("http://127.0.0.1:8080/app#X").as_deref(),
            Some("http://127.0.0.1:8080")
        );
        assert_eq!(server_of("04H2K-00000"), None);
    }
}
