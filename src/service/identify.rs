//! Who calls: from a session's token to a person of a company.

use sha2::{Digest, Sha256};

use super::settings::{SESSION_IDLE, SESSION_LIFETIME};
use super::{Context, ServiceError};
use crate::domain::audit::AuditOrigin;
use crate::domain::company::{Company, CompanyStatus};
use crate::domain::error::RequestError;
use crate::domain::time::Timestamp;
use crate::domain::token::Actor;
use crate::domain::user::{Role, User, UserStatus};
use crate::store::session::{SessionRecord, SessionStage};
use crate::store::{Connection, company, session, user};

/// A signed-in person.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The person.
    pub user: User,
    /// Their company.
    pub company: Company,
    /// The name of their session.
    pub session: [u8; 32],
    /// From where they call: where the session was begun.
    pub origin: AuditOrigin,
}

impl Caller {
    /// This person as the rule of a token's life sees them.
    pub const fn actor(&self) -> Actor {
        Actor::Person {
            user: self.user.id,
            role: self.user.role,
        }
    }

    /// Only those who may look at the console pass.
    ///
    /// # Errors
    /// [`RequestError::NotAllowed`] for the others.
    pub fn may_look(&self) -> Result<(), RequestError> {
        if self.user.role.may_open_console() {
            Ok(())
        } else {
            Err(RequestError::NotAllowed)
        }
    }

    /// Only an administrator passes.
    ///
    /// # Errors
    /// [`RequestError::NotAllowed`] for the others.
    pub fn must_be_admin(&self) -> Result<(), RequestError> {
        if self.user.role == Role::Admin {
            Ok(())
        } else {
            Err(RequestError::NotAllowed)
        }
    }

    /// Only an operator of the bank passes.
    ///
    /// # Errors
    /// [`RequestError::NotAllowed`] for the others.
    pub fn must_be_operator(&self) -> Result<(), RequestError> {
        if self.user.role == Role::Operator {
            Ok(())
        } else {
            Err(RequestError::NotAllowed)
        }
    }
}

/// What is kept of a session's token.
pub fn session_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The person whose session this is. Asking keeps no session alive: see
/// [`note_activity`](super::note_activity::note_activity).
///
/// # Errors
/// [`RequestError::SignedOut`] when there is no such session, it has ended, or
/// waits for its code.
pub async fn identify(context: &Context, token: Option<&str>) -> Result<Caller, ServiceError> {
    match find(context, token).await? {
        Some((SessionStage::Full, caller)) => Ok(caller),
        Some((SessionStage::PasswordOnly, _)) | None => Err(RequestError::SignedOut.into()),
    }
}

/// The session and its person, whatever its stage; `None` when it has ended.
pub(super) async fn find(
    context: &Context,
    token: Option<&str>,
) -> Result<Option<(SessionStage, Caller)>, ServiceError> {
    let Some(token) = token else { return Ok(None) };
    let hash = session_hash(token);
    let now = context.now();
    let mut reader = context.store.read().await?;
    let Some(session) = session::find(&mut reader, &hash).await? else {
        return Ok(None);
    };
    if has_ended(&session, now) {
        return Ok(None);
    }
    let caller = person_of(&mut reader, &session).await?;
    Ok(caller.map(|caller| (session.stage, caller)))
}

/// Whether its time is over at `now`.
pub(super) fn has_ended(session: &SessionRecord, now: Timestamp) -> bool {
    now.since(session.last_seen_at) >= SESSION_IDLE
        || now.since(session.created_at) >= SESSION_LIFETIME
}

async fn person_of(
    reader: &mut Connection,
    session: &SessionRecord,
) -> Result<Option<Caller>, ServiceError> {
    let company = company::find(reader, session.company).await?;
    let user = user::find(reader, session.company, session.user).await?;
    Ok(match (company, user) {
        (Some(company), Some(user))
            if company.status == CompanyStatus::Active && user.status == UserStatus::Active =>
        {
            Some(Caller {
                user,
                company,
                session: session.hash,
                origin: AuditOrigin::Console {
                    address: session.address.clone(),
                    user_agent: session.user_agent.clone(),
                },
            })
        }
        _ => None,
    })
}
