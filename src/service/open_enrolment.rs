//! A device shows its invitation and is told what it would be bound to.

use super::device_crypto::generate_agreement_key;
use super::device_error::DeviceError;
use super::device_secrets::agreement_place;
use super::{Context, ServiceError};
use crate::domain::company::{Company, CompanyStatus};
use crate::domain::id::DeviceId;
use crate::domain::protocol::{
    DeviceFault, EnrolmentOffer, InvitationCode, OpenEnrolmentRequest, VERSION,
};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenState};
use crate::domain::user::{User, UserStatus};
use crate::store::enrolment::{EnrolmentRecord, EnrolmentState, Offer};
use crate::store::{Connection, company, enrolment, token, user};

/// What an invitation leads to.
pub(super) struct Invited {
    /// The invitation.
    pub enrolment: EnrolmentRecord,
    /// Its token, which is assigned.
    pub token: Token,
    /// Whom it invites.
    pub user: User,
    /// Their company.
    pub company: Company,
}

/// Answers with an offer: a name for the device, a nonce and a key to agree
/// with. A new offer replaces the one before, so a broken enrolment can be begun
/// again.
///
/// # Errors
/// [`DeviceFault::InvitationInvalid`] and [`DeviceFault::InvitationExpired`];
/// those of the store.
pub async fn open_enrolment(
    context: &Context,
    request: &OpenEnrolmentRequest,
) -> Result<EnrolmentOffer, DeviceError> {
    if request.v != VERSION {
        return Err(DeviceFault::Malformed.into());
    }
    let code: InvitationCode = request
        .code
        .parse()
        .map_err(|_| DeviceFault::InvitationInvalid)?;
    let now = context.now();
    let mut writer = context.store.write().await?;
    let invited = find_invited(&mut writer, &code, now).await?;
    let nonce = context.random_bytes::<32>();
    let key = generate_agreement_key(context.random.as_ref());
    let id = invited.enrolment.id;
    let sealed = context
        .vault
        .seal(
            &agreement_place(id),
            key.secret.as_slice(),
            context.random.as_ref(),
        )
        .map_err(|_| ServiceError::Fault("an agreement key that cannot be sealed"))?;
    let device = DeviceId::new(now, context.random_bytes());
    let offer = Offer {
        device,
        nonce: nonce.to_vec(),
        server_key: sealed,
    };
    enrolment::set_offer(&mut writer, id, &offer).await?;
    writer.commit().await?;
    Ok(EnrolmentOffer {
        v: VERSION,
        enrolment: id,
        device,
        serial: invited.token.serial,
        company: invited.company.name,
        username: invited.user.username,
        audience: context.settings.public_url.clone(),
        nonce: nonce.into(),
        server_key: key.public.into(),
        expires_at: invited.enrolment.expires_at,
        server_time: now,
    })
}

/// The invitation with this code, if it can be used now.
pub(super) async fn find_invited(
    connection: &mut Connection,
    code: &InvitationCode,
    now: Timestamp,
) -> Result<Invited, DeviceError> {
    let enrolment = enrolment::find_by_code_hash(connection, &code.hash())
        .await?
        .filter(|enrolment| enrolment.state == EnrolmentState::Open)
        .ok_or(DeviceFault::InvitationInvalid)?;
    if now >= enrolment.expires_at {
        return Err(DeviceFault::InvitationExpired.into());
    }
    let company = company::find(connection, enrolment.company)
        .await?
        .filter(|company| company.status == CompanyStatus::Active)
        .ok_or(DeviceFault::InvitationInvalid)?;
    let user = user::find(connection, enrolment.company, enrolment.holder)
        .await?
        .filter(|user| user.status == UserStatus::Active)
        .ok_or(DeviceFault::InvitationInvalid)?;
    let token = token::find(connection, enrolment.company, enrolment.token)
        .await?
        .filter(
            |token| matches!(token.state, TokenState::Assigned { holder, .. } if holder == user.id),
        )
        .ok_or(DeviceFault::InvitationInvalid)?;
    Ok(Invited {
        enrolment,
        token,
        user,
        company,
    })
}
