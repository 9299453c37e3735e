//! Signing out.

use super::identify::session_hash;
use super::sign_in::Origin;
use super::{Change, Context, ServiceError, Topic, audit};
use crate::domain::audit::AuditAction;
use crate::store::session::SessionStage;
use crate::store::{self, session, user};

/// Ends the session that a token names; none is no error.
///
/// # Errors
/// Those of the store.
pub async fn sign_out(context: &Context, token: Option<&str>) -> Result<(), ServiceError> {
    let Some(token) = token else { return Ok(()) };
    let hash = session_hash(token);
    let mut writer = context.store.write().await?;
    let Some(ended) = session::find(&mut writer, &hash).await? else {
        return Ok(());
    };
    session::delete(&mut writer, &hash).await?;
    let person = user::find(&mut writer, ended.company, ended.user)
        .await?
        // Whoever never gave their code was never in.
        .filter(|_| ended.stage == SessionStage::Full);
    if let Some(person) = person {
        let origin = Origin {
            address: ended.address,
            user_agent: ended.user_agent,
        };
        let actor = audit::person_at(&person, &origin);
        let at = context.now();
        let entry = audit::of_user(context, &person, actor, AuditAction::SignOut, at);
        store::audit::append(&mut writer, &entry).await?;
    }
    writer.commit().await?;
    context.publish(Change {
        company: ended.company,
        topic: Topic::Sessions(ended.user),
    });
    Ok(())
}
