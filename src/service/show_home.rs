//! *Inicio*: what waits in a company.

use std::time::Duration;

use super::identify::Caller;
use super::list_approvals::count_approvals;
use super::{Context, ServiceError};
use crate::domain::table::{TokenFilter, UserFilter};
use crate::domain::token::TokenStatus;
use crate::domain::view::HomeView;
use crate::store::{enrolment, stock, token_table, user_table};

/// How long before its end an invitation is about to expire.
const ABOUT_TO_EXPIRE: Duration = Duration::from_secs(86_400);

/// What waits in the caller's company now.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who may not look at
/// the console; those of the store.
pub async fn show_home(context: &Context, caller: &Caller) -> Result<HomeView, ServiceError> {
    let approvals = count_approvals(context, caller).await?;
    let (company, now) = (caller.company.id, context.now());
    let mut reader = context.store.read().await?;
    let pending = TokenFilter::in_status(TokenStatus::PendingActivation);
    let blocked = TokenFilter::in_status(TokenStatus::Blocked);
    let stale = UserFilter::to_confirm();
    let stale_before = now.minus(caller.company.contact_period());
    let until = now.plus(ABOUT_TO_EXPIRE);
    Ok(HomeView {
        approvals,
        pending_activation: token_table::total(&mut reader, company, &pending).await?,
        blocked: token_table::total(&mut reader, company, &blocked).await?,
        expiring_invitations: enrolment::open_until(&mut reader, company, now, until).await?,
        stale_users: user_table::total(&mut reader, company, &stale, stale_before).await?,
        stock: stock::of_company(&mut reader, company).await?,
        mail_goes_out: context.settings.ways_out.email.is_some(),
    })
}
