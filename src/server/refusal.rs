//! Answers that no handler gave.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The answer to a request during which the program panicked: the person can
/// try again, and the log has the cause.
pub(super) fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        "internal error",
    )
        .into_response()
}

/// For a path below `/api` or `/device` that leads nowhere.
pub(super) async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "not found").into_response()
}
