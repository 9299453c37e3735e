//! The second step of signing in: the AppMovil's one-time code.

use super::attempt::{self, Attempt};
use super::identify;
use super::new_session::new_session;
use super::settings::FAILURES_ALLOWED;
use super::sign_in::{Origin, SignedIn, note_signed_in};
use super::{
    Change, Context, ServiceError, Topic, apply_action, audit, device_secrets, own_token,
    show_session,
};
use crate::domain::audit::{AuditAction, AuditReason};
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::protocol::accepted_step;
use crate::domain::token::{TokenAction, TokenState};
use crate::domain::view::SignInStep;
use crate::store::session::SessionStage;
use crate::store::{company, device, session};

/// Checks the code; the session gets a new token.
///
/// # Errors
/// [`RequestError::SignedOut`] when no password came first;
/// [`RequestError::Invalid`] for a wrong code, and for any while the token is
/// blocked, as it is after too many wrong ones.
pub async fn sign_in_with_code(
    context: &Context,
    token: Option<&str>,
    code: &str,
    origin: &Origin,
) -> Result<SignedIn, ServiceError> {
    let code: String = code
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    if code.is_empty() {
        return Err(RequestError::field(FieldName::Code, FieldProblem::Missing).into());
    }
    let Some((SessionStage::PasswordOnly, caller)) = identify::find(context, token).await? else {
        return Err(RequestError::SignedOut.into());
    };
    let now = context.now();
    let mut writer = context.store.write().await?;
    // Before the device's row: a wrong code may block its token.
    company::lock(&mut writer, caller.company.id).await?;
    let Some((own, Some(device))) = own_token::find(&mut writer, &caller.user).await? else {
        return Err(RequestError::SignedOut.into());
    };
    let is_active = matches!(own.state, TokenState::Active { .. });
    let step = device_secrets::open(context, &device)?
        .filter(|_| is_active)
        .and_then(|secrets| accepted_step(&secrets.one_time, &code, now, device.last_step));
    let accepted = match step {
        Some(step) => device::accept_step(&mut writer, device.id, step).await?,
        None => false,
    };
    if !accepted {
        let failures = device::record_wrong_code(&mut writer, device.id).await?;
        let mut changes = Vec::new();
        let blocks = is_active && failures >= FAILURES_ALLOWED;
        if blocks {
            let action = TokenAction::BlockForFailures;
            let blocked = apply_action::by_system(context, &mut writer, own, action, now).await?;
            changes = blocked.changes;
        }
        writer.commit().await?;
        context.publish_all(changes);
        let actor = audit::person_at(&caller.user, origin);
        let attempt = Attempt::of(AuditAction::SignIn)
            .on_user(caller.user.id)
            .on_token(device.token);
        attempt::note(
            context,
            caller.company.id,
            actor,
            attempt,
            AuditReason::WrongCode,
        );
        let problem = if blocks || !is_active {
            FieldProblem::Blocked
        } else {
            FieldProblem::Wrong
        };
        return Err(RequestError::field(FieldName::Code, problem).into());
    }
    let (new_token, record) = new_session(context, &caller, SessionStage::Full, origin, now);
    session::replace(&mut writer, &caller.session, &record).await?;
    note_signed_in(context, &mut writer, &caller, origin, now).await?;
    writer.commit().await?;
    context.publish(Change {
        company: caller.company.id,
        topic: Topic::AuditLog,
    });
    let person = show_session::person(context, caller).await?;
    Ok(SignedIn {
        token: new_token,
        step: SignInStep::SignedIn(Box::new(person)),
    })
}
