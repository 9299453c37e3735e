//! Linking one's own AppMovil.

use super::audit::{self, TokenChange};
use super::identify::Caller;
use super::issue_invitation::{Delivery, invitation_link, issue_invitation};
use super::settings::INVITATION_LIFETIME;
use super::{Context, ServiceError, own_token};
use crate::domain::audit::AuditAction;
use crate::domain::error::Conflict;
use crate::domain::token::TokenState;
use crate::domain::view::Invitation;
use crate::store::{self, company};

/// Makes an invitation for the caller's own assigned token and shows it to them.
///
/// An older one stops working. Where that one can still be used, it may be in a
/// phone's hands at this moment: then a new one is made only if the caller wants
/// to `replace` it, and not because a page was opened again (docs/adr/0010).
///
/// # Errors
/// [`Conflict::NoActiveToken`] when they have no token to link,
/// [`Conflict::AlreadyLinked`] when a device is bound to it,
/// [`Conflict::AlreadyInvited`] as said; those of the store.
pub async fn invite_own_device(
    context: &Context,
    caller: &Caller,
    replace: bool,
) -> Result<Invitation, ServiceError> {
    let now = context.now();
    let mut writer = context.store.write().await?;
    company::lock(&mut writer, caller.company.id).await?;
    let (token, _) = own_token::find(&mut writer, &caller.user)
        .await?
        .ok_or(Conflict::NoActiveToken)?;
    let TokenState::Assigned { .. } = token.state else {
        return Err(Conflict::AlreadyLinked.into());
    };
    let is_invited = own_token::invited_until(&mut writer, &token, now).await?;
    if is_invited.is_some() && !replace {
        return Err(Conflict::AlreadyInvited.into());
    }
    let code = issue_invitation(
        context,
        &mut writer,
        &token,
        &caller.user,
        Delivery::Screen,
        now,
    )
    .await?;
    let status = token.state.status();
    let entry = TokenChange {
        actor: audit::caller(caller),
        action: AuditAction::OwnDeviceInvited,
        token: &token,
        from: Some(status),
        holder: Some(&caller.user),
        operation: None,
        detail: "",
    };
    store::audit::append(&mut writer, &entry.into_entry(context, now)).await?;
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
