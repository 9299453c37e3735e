//! The table of virtual tokens.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::table::{TokenFilter, TokenQuery};
use crate::domain::view::TokenPage;
use crate::store::{stock, token_table};

/// A page of the tokens that secondary users of the caller's company hold.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who may not look at
/// the console; those of the store.
pub async fn list_tokens(
    context: &Context,
    caller: &Caller,
    query: &TokenQuery,
) -> Result<TokenPage, ServiceError> {
    caller.may_look()?;
    let company = caller.company.id;
    let mut reader = context.store.read().await?;
    let page = token_table::page(&mut reader, company, query).await?;
    let stock = stock::of_company(&mut reader, company).await?;
    let everything = TokenFilter::default();
    let unfiltered_total = if query.filter == everything {
        page.total
    } else {
        token_table::total(&mut reader, company, &everything).await?
    };
    Ok(TokenPage {
        page,
        stock,
        unfiltered_total,
    })
}
