//! The second step of signing in: the AppMovil's one-time code.

use super::identify::{self, session_hash};
use super::settings::FAILURES_ALLOWED;
use super::sign_in::SignedIn;
use super::{Context, ServiceError, apply_action, own_token, show_session};
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::protocol::accepted_step;
use crate::domain::token::{TokenAction, TokenState};
use crate::domain::view::SignInStep;
use crate::store::device::DeviceRecord;
use crate::store::session::SessionStage;
use crate::store::{device, session};

/// Checks the code; the session gets a new token.
///
/// # Errors
/// [`RequestError::SignedOut`] when no password came first or too many wrong
/// codes blocked the token; [`RequestError::Invalid`] for a wrong code.
pub async fn sign_in_with_code(
    context: &Context,
    token: Option<&str>,
    code: &str,
) -> Result<SignedIn, ServiceError> {
    let code: String = code.chars().filter(|character| !character.is_whitespace()).collect();
    if code.is_empty() {
        return Err(RequestError::field(FieldName::Code, FieldProblem::Missing).into());
    }
    let Some((SessionStage::PasswordOnly, caller)) = identify::find(context, token).await? else {
        return Err(RequestError::SignedOut.into());
    };
    let now = context.now();
    let mut writer = context.store.write().await?;
    let Some((own, Some(device))) = own_token::find(&mut writer, &caller.user).await? else {
        return Err(RequestError::SignedOut.into());
    };
    let step = matches!(own.state, TokenState::Active { .. })
        .then(|| one_time_secret(context, &device))
        .transpose()?
        .and_then(|secret| accepted_step(&secret, &code, now, device.last_step));
    let accepted = match step {
        Some(step) => device::accept_step(&mut writer, device.id, step).await?,
        None => false,
    };
    if !accepted {
        let failures = device::record_wrong_code(&mut writer, device.id).await?;
        let blocks = failures >= FAILURES_ALLOWED && matches!(own.state, TokenState::Active { .. });
        let change = if blocks {
            let action = TokenAction::BlockForFailures;
            Some(apply_action::by_system(context, &mut writer, own, action, now).await?.change)
        } else {
            None
        };
        writer.commit().await?;
        if let Some(change) = change {
            context.publish(change);
        }
        return Err(RequestError::field(FieldName::Code, FieldProblem::Wrong).into());
    }
    let new_token = data_encoding::BASE64URL_NOPAD.encode(&context.random_bytes::<32>());
    session::promote(&mut writer, &caller.session, &session_hash(&new_token), now).await?;
    writer.commit().await?;
    let person = show_session::person(context, caller).await?;
    Ok(SignedIn { token: new_token, step: SignInStep::SignedIn(Box::new(person)) })
}

/// The secret of a device's one-time codes.
fn one_time_secret(context: &Context, device: &DeviceRecord) -> Result<Vec<u8>, ServiceError> {
    context
        .vault
        .open("device.one_time_secret", &device.id.to_string(), &device.one_time_secret)
        .map_err(|_| ServiceError::Fault("a device's one-time-code secret does not open"))
}
