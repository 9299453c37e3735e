//! A company's page at the bank.

use super::identify::Caller;
use super::unlock_requests::are_locked;
use super::{Context, ServiceError};
use crate::domain::error::RequestError;
use crate::domain::id::CompanyId;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::User;
use crate::domain::view::{CompanyDetail, CompanyPerson, PasswordStanding};
use crate::store::password_link::PasswordLinkRecord;
use crate::store::{company, password_link, stock, user};

/// A customer of the bank.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::NotFound`] for a name that is none or that is the bank's own;
/// those of the store.
pub async fn show_company(
    context: &Context,
    caller: &Caller,
    id: &str,
) -> Result<CompanyDetail, ServiceError> {
    caller.must_be_operator()?;
    let id: CompanyId = id.parse().map_err(|_| RequestError::NotFound)?;
    let mut reader = context.store.read().await?;
    let found = company::find_customer(&mut reader, id)
        .await?
        .ok_or(RequestError::NotFound)?;
    let stock = stock::of_company(&mut reader, id).await?;
    let people = user::managers(&mut reader, id).await?;
    let now = context.now();
    let mut told = Vec::with_capacity(people.len());
    for (user, token) in people {
        let link = password_link::open_of_user(&mut reader, user.id).await?;
        let is_locked = are_locked(&mut reader, user.id).await?;
        told.push(person(user, token, standing(link, now), is_locked));
    }
    Ok(CompanyDetail {
        id,
        name: found.name,
        slug: found.slug,
        status: found.status,
        approvals: found.approvals,
        contact_period_days: found.contact_period_days,
        stock,
        people: told,
        version: found.version,
    })
}

/// How far somebody is with their password, from the link that is open for them.
fn standing(link: Option<PasswordLinkRecord>, now: Timestamp) -> PasswordStanding {
    match link {
        None => PasswordStanding::Chosen,
        Some(link) if now < link.expires_at => PasswordStanding::Invited {
            until: link.expires_at,
        },
        Some(_) => PasswordStanding::Expired,
    }
}

fn person(
    user: User,
    token: Option<(Serial, TokenStatus)>,
    password: PasswordStanding,
    are_requests_locked: bool,
) -> CompanyPerson {
    CompanyPerson {
        id: user.id,
        username: user.username,
        full_name: user.full_name,
        role: user.role,
        status: user.status,
        email: user.contact.email,
        token,
        password,
        are_requests_locked,
    }
}
