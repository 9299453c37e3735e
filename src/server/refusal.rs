//! Answers that no handler gave.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tracing::error;

use crate::service::Context;

/// The answer to a request during which the program panicked: the person can
/// try again, and name the reference under which the log has it.
pub(super) fn panicked(context: &Context) -> Response {
    let reference = context.new_reference();
    error!(%reference, "a request ended in a panic, whose cause stands above");
    let words = format!("Ocurrió un error de nuestro lado. Referencia: {reference}");
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        words,
    )
        .into_response()
}

/// For a path below `/api` or `/device` that leads nowhere.
pub(super) async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "not found").into_response()
}
