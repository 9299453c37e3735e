//! *Inicio* of an operator: what waits at the bank.

use super::identify::Caller;
use super::{Context, ServiceError};
use crate::domain::company::CompanyStatus;
use crate::domain::message::MessageState;
use crate::domain::view::OperatorHomeView;
use crate::store::{company, message_table, token_request};

/// How many requests and messages wait for the bank, and how many companies there
/// are.
///
/// # Errors
/// [`crate::domain::error::RequestError::NotAllowed`] for who is no operator;
/// those of the store.
pub async fn show_operator_home(
    context: &Context,
    caller: &Caller,
) -> Result<OperatorHomeView, ServiceError> {
    caller.must_be_operator()?;
    let mut reader = context.store.read().await?;
    Ok(OperatorHomeView {
        open_requests: token_request::count_open(&mut reader).await?,
        failed_messages: message_table::total(&mut reader, Some(MessageState::Failed), None, None)
            .await?,
        active_companies: company::count_customers(&mut reader, CompanyStatus::Active).await?,
        suspended_companies: company::count_customers(&mut reader, CompanyStatus::Suspended)
            .await?,
    })
}
