//! The audit log.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::table::{AuditFilter, AuditQuery};
use crate::domain::view::{AuditPage, LogNews};

/// A page of the audit log.
#[server(endpoint = "audit/list", input = Json, output = Json)]
pub async fn list_log(query: AuditQuery) -> Result<AuditPage, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::list_log::list_log(&context, &person, &query).await)
}

/// How many entries that the filter lets through came since the log had `since`
/// entries.
#[server(endpoint = "audit/news", input = Json, output = Json)]
pub async fn news_of_log(filter: AuditFilter, since: i64) -> Result<LogNews, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(
        crate::service::news_of_log::news_of_log(&context, &person, &filter, since).await,
    )
}
