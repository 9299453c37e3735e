//! Who acts at the command line, and what they name: companies by their word,
//! people by the name they sign in with.

use super::identify::Caller;
use super::{Context, ServiceError, show_company};
use crate::domain::audit::AuditOrigin;
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::user::{Role, User, UserStatus};
use crate::domain::view::CompanyDetail;
use crate::store::{company, user};

/// What stands beside an operator's name in the logs.
const BESIDE_NAME: &str = "línea de comandos";

/// The operator in whose name a command is carried out: the one who is named.
/// Logs say that it was done on the command line.
///
/// # Errors
/// [`RequestError::NotFound`] for who is no active operator; those of the store.
pub async fn operator(context: &Context, username: &str) -> Result<Caller, ServiceError> {
    let mut reader = context.store.read().await?;
    let bank = company::bank(&mut reader)
        .await?
        .ok_or(RequestError::NotFound)?;
    let found = user::find_by_username(&mut reader, bank.id, username)
        .await?
        .filter(|user| user.role == Role::Operator && user.status == UserStatus::Active)
        .ok_or(RequestError::NotFound)?;
    Ok(Caller {
        user: User {
            username: format!("{}, {BESIDE_NAME}", found.username),
            ..found
        },
        company: bank,
        session: [0; 32],
        origin: AuditOrigin::CommandLine,
    })
}

/// A company's page, by the code that its people sign in with.
///
/// # Errors
/// Those of [`show_company::show_company`].
pub async fn company_by_slug(
    context: &Context,
    caller: &Caller,
    slug: &str,
) -> Result<CompanyDetail, ServiceError> {
    caller.must_be_operator()?;
    let id = {
        let mut reader = context.store.read().await?;
        company::find_by_slug(&mut reader, slug)
            .await?
            .ok_or(RequestError::NotFound)?
            .id
    };
    show_company::show_company(context, caller, &id.to_string()).await
}

/// A person of a company, by the name they sign in with.
///
/// # Errors
/// [`RequestError::NotFound`] for nobody; those of the store.
pub async fn person_by_username(
    context: &Context,
    caller: &Caller,
    company: &CompanyDetail,
    username: &str,
) -> Result<UserId, ServiceError> {
    caller.must_be_operator()?;
    let mut reader = context.store.read().await?;
    let found = user::find_by_username(&mut reader, company.id, username)
        .await?
        .ok_or(RequestError::NotFound)?;
    Ok(found.id)
}
