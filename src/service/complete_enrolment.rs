//! A device proves its keys and is bound to its token.

use super::apply_action::{Author, apply_action};
use super::device_crypto::{agree, verify_signature};
use super::device_error::DeviceError;
use super::device_secrets::{DeviceSecrets, agreement_place};
use super::open_enrolment::{Invited, find_invited};
use super::{Context, ServiceError, audit, device_secrets};
use crate::domain::protocol::{
    DeviceFault, EnrolmentReceipt, EnrolmentRequest, EnrolmentStatement, InvitationCode, Secret,
    VERSION, canonical_bytes, derive_one_time_secret, derive_transport_pad, xor,
};
use crate::domain::time::Timestamp;
use crate::domain::token::{Actor, Circumstances, TokenAction};
use crate::store::device::DeviceRecord;
use crate::store::enrolment::Offer;
use crate::store::{company, device, enrolment};

/// What a device calls itself is cut to this length.
const LONGEST_DEVICE_NAME: usize = 60;

/// Verifies the statement and its signature, uses the invitation up, keeps the
/// device, and moves the token, in one transaction.
///
/// # Errors
/// [`DeviceFault`] for whatever does not agree with the offer; those of the
/// store.
pub async fn complete_enrolment(
    context: &Context,
    request: &EnrolmentRequest,
) -> Result<EnrolmentReceipt, DeviceError> {
    let code: InvitationCode = request
        .code
        .parse()
        .map_err(|_| DeviceFault::InvitationInvalid)?;
    let now = context.now();
    let mut writer = context.store.write().await?;
    let invited = find_invited(&mut writer, &code, now).await?;
    // Who takes the token back at this moment holds the company first, and then
    // ends the invitation: what was read before this lock is read again.
    company::lock(&mut writer, invited.token.company).await?;
    let invited = find_invited(&mut writer, &code, now).await?;
    let offer = invited
        .enrolment
        .offer
        .clone()
        .ok_or(DeviceFault::InvitationInvalid)?;
    let statement = read_statement(request)?;
    if !agrees(context, &statement, &invited, &offer, &code) {
        // Another device opened the invitation after this one.
        return Err(DeviceFault::InvitationInvalid.into());
    }
    let device = new_device(context, &invited, &offer, &statement, now)?;
    if !enrolment::use_up(&mut writer, invited.enrolment.id, now).await? {
        return Err(DeviceFault::InvitationInvalid.into());
    }
    device::insert(&mut writer, &device).await?;
    let author = Author {
        actor: Actor::Device { device: device.id },
        name: audit::device(&device),
        operation: None,
    };
    let action = TokenAction::Enrol { device: device.id };
    let applied = apply_action(
        context,
        &mut writer,
        invited.token,
        action,
        author,
        &Circumstances::default(),
        now,
    )
    .await?;
    writer.commit().await?;
    context.publish_all(applied.changes);
    Ok(EnrolmentReceipt {
        v: VERSION,
        status: applied.token.state.status(),
        server_time: now,
    })
}

/// The statement, if its bytes are its canonical form and its own signing key
/// signed them.
fn read_statement(request: &EnrolmentRequest) -> Result<EnrolmentStatement, DeviceError> {
    let bytes = request.statement.as_slice();
    let statement: EnrolmentStatement =
        serde_json::from_slice(bytes).map_err(|_| DeviceFault::Malformed)?;
    if canonical_bytes(&statement)? != bytes || statement.v != VERSION {
        return Err(DeviceFault::Malformed.into());
    }
    if !verify_signature(
        statement.signing_key.as_slice(),
        bytes,
        request.signature.as_slice(),
    ) {
        return Err(DeviceFault::NotRecognised.into());
    }
    Ok(statement)
}

fn agrees(
    context: &Context,
    statement: &EnrolmentStatement,
    invited: &Invited,
    offer: &Offer,
    code: &InvitationCode,
) -> bool {
    statement.purpose == EnrolmentStatement::PURPOSE
        && statement.audience == context.settings.public_url
        && statement.enrolment == invited.enrolment.id
        && statement.device == offer.device
        && statement.serial == invited.token.serial
        && statement.code_hash.as_slice() == code.hash()
        && statement.nonce.as_slice() == offer.nonce
}

fn new_device(
    context: &Context,
    invited: &Invited,
    offer: &Offer,
    statement: &EnrolmentStatement,
    now: Timestamp,
) -> Result<DeviceRecord, DeviceError> {
    let server_secret = context
        .vault
        .open(&agreement_place(invited.enrolment.id), &offer.server_key)
        .map_err(|_| ServiceError::Fault("an enrolment's agreement key does not open"))?;
    let server_secret: Secret = server_secret
        .as_slice()
        .try_into()
        .map_err(|_| ServiceError::Fault("an enrolment's agreement key has another length"))?;
    let shared = agree(&server_secret, statement.agreement_key.as_slice())
        .map_err(|_| DeviceFault::NotRecognised)?;
    let serial = invited.token.serial;
    let hidden: Secret = statement
        .hidden_pin_secret
        .as_slice()
        .try_into()
        .map_err(|_| DeviceFault::Malformed)?;
    let secrets = DeviceSecrets {
        one_time: derive_one_time_secret(&shared, &offer.nonce, serial, offer.device),
        pin: xor(
            &hidden,
            &derive_transport_pad(&shared, &offer.nonce, serial, offer.device),
        ),
    };
    Ok(DeviceRecord {
        id: offer.device,
        company: invited.company.id,
        token: invited.token.id,
        holder: invited.user.id,
        name: device_name(&statement.device_name),
        signing_key: statement.signing_key.as_slice().to_vec(),
        state: device_secrets::seal(context, offer.device, &secrets)?,
        enrolled_at: now,
        wrong_pins: 0,
        wrong_codes: 0,
        last_step: None,
    })
}

fn device_name(text: &str) -> String {
    let name: String = text
        .chars()
        .filter(|character| !character.is_control())
        .take(LONGEST_DEVICE_NAME)
        .collect();
    let name = name.trim();
    if name.is_empty() {
        "AppMovil".to_owned()
    } else {
        name.to_owned()
    }
}
