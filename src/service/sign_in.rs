//! The first step of signing in: company, user and password.

use std::time::Duration;

use super::attempt::{self, Attempt};
use super::identify::Caller;
use super::new_session::new_session;
use super::{Change, Context, ServiceError, Topic, audit, own_token, show_session};
use crate::domain::audit::{AuditAction, AuditOrigin, AuditReason};
use crate::domain::company::{Company, CompanyStatus};
use crate::domain::error::{FieldError, FieldName, FieldProblem, Pause, RequestError};
use crate::domain::time::Timestamp;
use crate::domain::user::{User, UserStatus};
use crate::domain::view::SignInStep;
use crate::store::session::SessionStage;
use crate::store::{self, Connection, company, session, sign_in_attempt, user};

/// No field of the form is longer.
pub(super) const LONGEST_FIELD: usize = 200;
/// How many sign-ins may fail within [`FAILURE_WINDOW`] for one name, or from
/// one address.
const FAILURES_FOR_A_NAME: u32 = 5;
const FAILURES_FROM_AN_ADDRESS: u32 = 50;
/// For how long a failed sign-in counts.
pub(super) const FAILURE_WINDOW: Duration = Duration::from_secs(10 * 60);

/// What a person types to sign in.
pub struct Credentials {
    /// The company's word.
    pub company: String,
    /// The name they sign in with.
    pub username: String,
    /// Their password.
    pub password: String,
}

/// Under which word failed sign-ins of a name are counted.
pub(super) fn failures_key(slug: &str, username: &str) -> String {
    format!("name:{slug}/{}", username.to_lowercase())
}

/// Where a sign-in comes from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The network address.
    pub address: String,
    /// The browser, as it calls itself.
    pub user_agent: String,
}

impl Origin {
    /// From what the connection and the browser say; cut to what is kept.
    pub fn new(address: Option<String>, user_agent: Option<&str>) -> Self {
        let user_agent = user_agent
            .unwrap_or_default()
            .chars()
            .take(LONGEST_FIELD)
            .collect();
        Self {
            address: address.unwrap_or_default(),
            user_agent,
        }
    }
}

impl From<&Origin> for AuditOrigin {
    fn from(origin: &Origin) -> Self {
        Self::Console {
            address: origin.address.clone(),
            user_agent: origin.user_agent.clone(),
        }
    }
}

/// A sign-in that went on: the session's new token for the cookie, and what
/// comes next.
pub struct SignedIn {
    /// The session's token; only its hash is kept.
    pub token: String,
    /// What comes next.
    pub step: SignInStep,
}

/// Checks company, user and password. A person who has a token is asked for the
/// AppMovil's code next.
///
/// # Errors
/// [`RequestError::Invalid`] for empty, overlong or wrong fields, without saying
/// which of the three is wrong; [`RequestError::Paused`] after too many failures.
pub async fn sign_in(
    context: &Context,
    credentials: Credentials,
    origin: &Origin,
) -> Result<SignedIn, ServiceError> {
    check_form(&credentials)?;
    let now = context.now();
    let slug = credentials.company.trim().to_lowercase();
    let username = credentials.username.trim().to_owned();
    let keys = [
        (failures_key(&slug, &username), FAILURES_FOR_A_NAME),
        (
            format!("address:{}", origin.address),
            FAILURES_FROM_AN_ADDRESS,
        ),
    ];
    let (found, hash) = {
        let mut reader = context.store.read().await?;
        for (key, allowed) in &keys {
            if sign_in_attempt::failures_since(&mut reader, key, now.minus(FAILURE_WINDOW)).await?
                >= *allowed
            {
                let retry_after = FAILURE_WINDOW.as_secs();
                return Err(RequestError::Paused {
                    pause: Pause::SignIn,
                    retry_after,
                }
                .into());
            }
        }
        let found = find(&mut reader, &slug, &username).await?;
        let hash = match &found {
            Some((_, user)) => user::password_hash(&mut reader, user.id).await?,
            None => None,
        };
        (found, hash)
    };
    let right = context
        .passwords
        .verify(&credentials.password, hash.as_deref())
        .await?;
    let known = found.clone();
    match found.filter(|_| right) {
        Some((company, user)) => {
            start_session(
                context,
                Caller {
                    user,
                    company,
                    session: [0; 32],
                    origin: origin.into(),
                },
                origin,
                &keys[0].0,
                now,
            )
            .await
        }
        None => {
            let mut writer = context.store.write().await?;
            for (key, _) in &keys {
                sign_in_attempt::record_failure(&mut writer, key, now).await?;
            }
            writer.commit().await?;
            if let Some((company, user)) = known {
                let actor = audit::person_at(&user, origin);
                let attempt = Attempt::of(AuditAction::SignIn).on_user(user.id);
                attempt::note(
                    context,
                    company.id,
                    actor,
                    attempt,
                    AuditReason::WrongPassword,
                );
            }
            Err(RequestError::field(FieldName::Password, FieldProblem::Wrong).into())
        }
    }
}

fn check_form(credentials: &Credentials) -> Result<(), RequestError> {
    let fields = [
        (FieldName::Company, credentials.company.trim()),
        (FieldName::Username, credentials.username.trim()),
        (FieldName::Password, credentials.password.as_str()),
    ];
    let errors: Vec<FieldError> = fields
        .into_iter()
        .filter_map(|(field, value)| {
            let problem = match value.chars().count() {
                0 => FieldProblem::Missing,
                1..=LONGEST_FIELD => return None,
                _ => FieldProblem::TooLong,
            };
            Some(FieldError { field, problem })
        })
        .collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(RequestError::Invalid(errors))
    }
}

async fn find(
    reader: &mut Connection,
    slug: &str,
    username: &str,
) -> Result<Option<(Company, User)>, ServiceError> {
    let Some(company) = company::find_by_slug(reader, slug).await? else {
        return Ok(None);
    };
    let Some(user) = user::find_by_username(reader, company.id, username).await? else {
        return Ok(None);
    };
    let may_enter = company.status == CompanyStatus::Active && user.status == UserStatus::Active;
    Ok(may_enter.then_some((company, user)))
}

async fn start_session(
    context: &Context,
    caller: Caller,
    origin: &Origin,
    failures_key: &str,
    now: Timestamp,
) -> Result<SignedIn, ServiceError> {
    let mut writer = context.store.write().await?;
    // A bound device is asked for even when it is blocked: blocking a token
    // must not make a password enough.
    let has_device = own_token::find(&mut writer, &caller.user)
        .await?
        .is_some_and(|(_, device)| device.is_some());
    let stage = if has_device {
        SessionStage::PasswordOnly
    } else {
        SessionStage::Full
    };
    let (token, record) = new_session(context, &caller, stage, origin, now);
    session::insert(&mut writer, &record).await?;
    sign_in_attempt::clear(&mut writer, failures_key).await?;
    if stage == SessionStage::Full {
        note_signed_in(context, &mut writer, &caller, origin, now).await?;
    }
    writer.commit().await?;
    context.publish(Change {
        company: caller.company.id,
        topic: Topic::AuditLog,
    });
    let step = match stage {
        SessionStage::PasswordOnly => SignInStep::CodeNeeded,
        SessionStage::Full => {
            SignInStep::SignedIn(Box::new(show_session::person(context, caller).await?))
        }
    };
    Ok(SignedIn { token, step })
}

/// Writes into the log that somebody is in.
pub(super) async fn note_signed_in(
    context: &Context,
    writer: &mut Connection,
    caller: &Caller,
    origin: &Origin,
    at: Timestamp,
) -> Result<(), ServiceError> {
    let actor = audit::person_at(&caller.user, origin);
    let entry = audit::of_user(context, &caller.user, actor, AuditAction::SignIn, at);
    Ok(store::audit::append(writer, &entry).await?)
}
