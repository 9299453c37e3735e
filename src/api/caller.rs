//! Who calls a server function, and how its error is answered.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;

use crate::domain::error::RequestError;
use crate::service::{Caller, Context, ServiceError};

/// The server's parts, put in the context by the router.
pub fn context() -> Context {
    expect_context::<Context>()
}

/// The person who calls, as their cookie says.
///
/// # Errors
/// [`RequestError::SignedOut`] when nobody is signed in.
pub async fn signed_in() -> Result<Caller, RequestError> {
    let token = session_token();
    answer(crate::service::identify::identify(&context(), token.as_deref()).await)
}

/// The session's token, from the request's cookie.
pub fn session_token() -> Option<String> {
    let headers = use_context::<axum::http::request::Parts>()?.headers;
    crate::service::session_cookie::read(&headers)
}

/// The request's headers.
pub fn headers() -> HeaderMap {
    use_context::<axum::http::request::Parts>()
        .map(|parts| parts.headers)
        .unwrap_or_default()
}

/// Sets or clears the session's cookie.
pub fn set_cookie(value: &str) {
    if let (Some(options), Ok(value)) = (
        use_context::<ResponseOptions>(),
        HeaderValue::from_str(value),
    ) {
        options.append_header(header::SET_COOKIE, value);
    }
}

/// Puts an error into its HTTP status and a fault of ours into the log.
///
/// # Errors
/// The one it was given, in the form that travels.
pub fn answer<T>(result: Result<T, ServiceError>) -> Result<T, RequestError> {
    result.map_err(|error| {
        let error = error.into_request_error(&context());
        if let Some(options) = use_context::<ResponseOptions>() {
            options.set_status(
                StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            );
            if let RequestError::Paused { retry_after, .. } = error {
                options.insert_header(header::RETRY_AFTER, HeaderValue::from(retry_after));
            }
            if let RequestError::Unavailable { .. } = error {
                options.insert_header(header::RETRY_AFTER, HeaderValue::from_static("5"));
            }
        }
        error
    })
}
