//! Granting tokens to a company.

use super::audit;
use super::company_change::{self, CompanyChange, of_company};
use super::grant_token::grant_token;
use super::identify::Caller;
use super::{Change, Context, ServiceError, Topic};
use crate::domain::error::{Conflict, RequestError};
use crate::domain::grant::{GrantOrder, Granted, check_count};
use crate::domain::id::CompanyId;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::store::audit::AuditActor;
use crate::store::{Connection, StoreError, Unique, serial_number, stock};

/// Grants as many tokens as the operator asks for, with the bank's next serials,
/// in one transaction with a row of the company's log for each.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::Invalid`] for a number that is none;
/// [`Conflict::ChangedMeanwhile`] when the company was granted others since the
/// operator looked; [`Conflict::SerialsUsedUp`]; those of the store.
pub async fn grant_tokens(
    context: &Context,
    caller: &Caller,
    order: &GrantOrder,
) -> Result<Granted, ServiceError> {
    caller.must_be_operator()?;
    let count = check_count(&order.count).map_err(|wrong| RequestError::Invalid(vec![wrong]))?;
    let change = company_change::begin(context, caller, order.company).await?;
    let CompanyChange { mut writer, at, .. } = change;
    if stock::granted(&mut writer, order.company).await? != order.seen_granted {
        return Err(Conflict::ChangedMeanwhile.into());
    }
    let actor = audit::caller(caller);
    let tokens = grant_next(context, &mut writer, order.company, count, actor, at).await?;
    writer.commit().await?;
    context.publish_all(told(order.company, &tokens));
    granted(&tokens)
}

/// Writes `count` new tokens of the company with the bank's next serials.
pub(super) async fn grant_next(
    context: &Context,
    writer: &mut Connection,
    company: CompanyId,
    count: u32,
    operator: AuditActor,
    at: Timestamp,
) -> Result<Vec<Token>, ServiceError> {
    let serials = match serial_number::take(writer, count).await {
        Err(StoreError::Duplicate(Unique::Serial)) => return Err(Conflict::SerialsUsedUp.into()),
        taken => taken?,
    };
    let mut tokens = Vec::with_capacity(serials.len());
    for serial in serials {
        let operator = operator.clone();
        tokens.push(grant_token(context, writer, company, serial, operator, at).await?);
    }
    Ok(tokens)
}

/// What to tell open screens: the company's own look again once, however many
/// tokens it got.
pub(super) fn told(company: CompanyId, tokens: &[Token]) -> Vec<Change> {
    let token = tokens.first().map(|token| Change {
        company,
        topic: Topic::Token(token.id),
    });
    token.into_iter().chain([of_company(company)]).collect()
}

fn granted(tokens: &[Token]) -> Result<Granted, ServiceError> {
    let serials = || tokens.iter().map(|token| token.serial);
    match (serials().min(), serials().max()) {
        (Some(first), Some(last)) => Ok(Granted {
            count: u32::try_from(tokens.len()).unwrap_or(u32::MAX),
            first,
            last,
        }),
        _ => Err(ServiceError::Fault("a grant of no tokens")),
    }
}
