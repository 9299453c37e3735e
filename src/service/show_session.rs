//! How far a browser's sign-in has come.

use super::identify::{self, Caller};
use super::{Context, ServiceError, own_token};
use crate::domain::view::{PersonView, SignInStep};
use crate::store::session::SessionStage;

/// Tells whose session a token names, if anybody's.
///
/// # Errors
/// Those of the store.
pub async fn show_session(
    context: &Context,
    token: Option<&str>,
) -> Result<SignInStep, ServiceError> {
    match identify::find(context, token).await? {
        None => Ok(SignInStep::SignedOut),
        Some((SessionStage::PasswordOnly, _)) => Ok(SignInStep::CodeNeeded),
        Some((SessionStage::Full, caller)) => Ok(SignInStep::SignedIn(Box::new(
            person(context, caller).await?,
        ))),
    }
}

/// A person as the screen shows them.
pub(super) async fn person(context: &Context, caller: Caller) -> Result<PersonView, ServiceError> {
    let now = context.now();
    let mut reader = context.store.read().await?;
    let own_token = own_token::show(&mut reader, &caller.user, now).await?;
    let Caller { user, company, .. } = caller;
    Ok(PersonView {
        user: user.id,
        username: user.username,
        full_name: user.full_name,
        role: user.role,
        email: user.contact.email,
        mobile: user.contact.mobile,
        company: company.name,
        own_token,
        demo: context.settings.demo,
        server_time: now,
    })
}
