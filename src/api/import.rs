//! Files: the dry run, and what is written once it is accepted.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::import::{Acceptance, ImportKind, ImportOutcome, ImportReport};

/// What a file would do, row by row; nothing is written.
#[server(endpoint = "import/check", input = Json, output = Json)]
pub async fn check_import(kind: ImportKind, text: String) -> Result<ImportReport, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer(crate::service::check_import::check_import(&context, &person, kind, &text).await)
}

/// Writes all of a file whose dry run the person saw, or nothing.
#[server(endpoint = "import/accept", input = Json, output = Json)]
pub async fn accept_import(
    kind: ImportKind,
    text: String,
    acceptance: Acceptance,
) -> Result<ImportOutcome, RequestError> {
    use crate::api::caller;
    use crate::domain::audit::AuditAction;
    use crate::service::attempt::Attempt;

    let person = caller::signed_in().await?;
    let context = caller::context();
    caller::answer_attempt(
        &person,
        Attempt::of(AuditAction::ImportAccepted),
        crate::service::accept_import::accept_import(&context, &person, kind, &text, &acceptance)
            .await,
    )
}
