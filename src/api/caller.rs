//! Who calls a server function, and how its error is answered.

use std::net::SocketAddr;

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;

use crate::domain::error::RequestError;
use crate::service::attempt::{Attempt, note_refusal};
use crate::service::sign_in::Origin;
use crate::service::typed_sign_in::TypedSignIn;
use crate::service::{Caller, Context, ServiceError, session_cookie};

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
    from_cookies(session_cookie::read)
}

/// What a refused sign-in form held, from the request's cookie.
pub fn typed_sign_in() -> Option<TypedSignIn> {
    from_cookies(TypedSignIn::read)
}

fn from_cookies<T>(read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let parts = use_context::<Parts>()?;
    parts
        .headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(read)
}

/// Carries what a refused sign-in form held to the page that comes back, if the
/// browser itself sent it.
pub fn keep_typed_sign_in(context: &Context, typed: &TypedSignIn) {
    if let Some(cookie) = context
        .typed_sign_in_cookie(typed)
        .filter(|_| is_plain_form())
    {
        set_cookie(&cookie);
    }
}

/// Whether a page is being written: server functions themselves answer no GET.
pub fn is_page() -> bool {
    use_context::<Parts>().is_some_and(|parts| parts.method == Method::GET)
}

/// Where the request comes from.
pub fn origin() -> Origin {
    let Some(parts) = use_context::<Parts>() else {
        return Origin::default();
    };
    let address = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let user_agent = parts
        .headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok());
    Origin::new(address.map(|info| info.0.ip().to_string()), user_agent)
}

/// Sets or clears a cookie.
pub fn set_cookie(value: &str) {
    if let (Some(options), Ok(value)) = (
        use_context::<ResponseOptions>(),
        HeaderValue::from_str(value),
    ) {
        options.append_header(header::SET_COOKIE, value);
    }
}

/// Puts an error's HTTP status on the answer.
///
/// A form that a browser sends before its page is hydrated is answered with the
/// way back to that page, which shows the error: that answer keeps its own
/// status.
pub fn set_status(error: &RequestError) {
    if is_plain_form() {
        return;
    }
    if let Some(options) = use_context::<ResponseOptions>() {
        options.set_status(
            StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        );
    }
}

/// Whether the request is a form that the browser itself sent.
fn is_plain_form() -> bool {
    use_context::<Parts>().is_some_and(|parts| {
        let wants_page = parts
            .headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.contains("text/html"));
        parts.method == Method::POST && wants_page
    })
}

/// Puts an error into its HTTP status and a fault of ours into the log.
///
/// # Errors
/// The one it was given, in the form that travels.
pub fn answer<T>(result: Result<T, ServiceError>) -> Result<T, RequestError> {
    result.map_err(|error| {
        let error = error.into_request_error(&context());
        set_status(&error);
        if let Some(options) = use_context::<ResponseOptions>() {
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

/// The same for what changes something: a refusal of consequence goes into the
/// log.
///
/// # Errors
/// The one it was given, in the form that travels.
pub fn answer_attempt<T>(
    person: &Caller,
    attempt: Attempt,
    result: Result<T, ServiceError>,
) -> Result<T, RequestError> {
    if let Err(ServiceError::Request(error)) = &result {
        note_refusal(&context(), person, attempt, error);
    }
    answer(result)
}
