//! Linking one's own AppMovil.

use super::identify::Caller;
use super::issue_invitation::{Delivery, invitation_link, issue_invitation};
use super::settings::INVITATION_LIFETIME;
use super::{Context, ServiceError, own_token};
use crate::domain::error::Conflict;
use crate::domain::token::TokenState;
use crate::domain::view::Invitation;

/// Makes a new invitation for the caller's own assigned token and shows it to
/// them; an older one stops working.
///
/// # Errors
/// [`Conflict::NoActiveToken`] when they have no token to link,
/// [`Conflict::AlreadyLinked`] when a device is bound to it; those of the store.
pub async fn invite_own_device(
    context: &Context,
    caller: &Caller,
) -> Result<Invitation, ServiceError> {
    let now = context.now();
    let mut writer = context.store.write().await?;
    let (token, _) = own_token::find(&mut writer, &caller.user)
        .await?
        .ok_or(Conflict::NoActiveToken)?;
    let TokenState::Assigned { .. } = token.state else {
        return Err(Conflict::AlreadyLinked.into());
    };
    let code = issue_invitation(
        context,
        &mut writer,
        &token,
        &caller.user,
        Delivery::Screen,
        now,
    )
    .await?;
    writer.commit().await?;
    let link = invitation_link(context, &code);
    Ok(Invitation {
        serial: token.serial,
        qr_svg: qr_svg(&link)?,
        code: code.to_string(),
        link,
        expires_at: now.plus(INVITATION_LIFETIME),
        server_time: now,
    })
}

fn qr_svg(link: &str) -> Result<String, ServiceError> {
    let code = fast_qr::QRBuilder::new(link)
        .build()
        .map_err(|_| ServiceError::Fault("a link that no QR holds"))?;
    Ok(fast_qr::convert::svg::SvgBuilder::default().to_str(&code))
}
