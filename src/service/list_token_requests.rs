//! *Solicitudes de tokens*: what companies ask the bank for.

use super::identify::Caller;
use super::{Context, ServiceError, token_request_view};
use crate::domain::table::{Page, PageRequest};
use crate::domain::token_request::TokenRequest;
use crate::domain::view::{OwningCompany, WaitingTokenRequest};
use crate::store::{Connection, company, stock, token_request};

/// A page of the requests that wait, the oldest first.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no operator;
/// those of the store.
pub async fn list_token_requests(
    context: &Context,
    caller: &Caller,
    page: &PageRequest,
) -> Result<Page<WaitingTokenRequest>, ServiceError> {
    caller.must_be_operator()?;
    let mut reader = context.store.read().await?;
    let found = token_request::open_page(&mut reader, page).await?;
    let mut told = Vec::with_capacity(found.rows.len());
    for request in &found.rows {
        told.push(waiting(&mut reader, request.clone()).await?);
    }
    Ok(Page {
        rows: told,
        total: found.total,
        number: found.number,
        size: found.size,
        previous: found.previous,
        next: found.next,
    })
}

async fn waiting(
    reader: &mut Connection,
    request: TokenRequest,
) -> Result<WaitingTokenRequest, ServiceError> {
    let owner = company::find(reader, request.company)
        .await?
        .ok_or(ServiceError::Fault("who asks for tokens is not there"))?;
    let stock = stock::of_company(reader, owner.id).await?;
    Ok(WaitingTokenRequest {
        request: token_request_view::view(reader, request).await?,
        company: OwningCompany {
            id: owner.id,
            name: owner.name,
            status: owner.status,
        },
        total: stock.total,
        available: stock.available,
    })
}
