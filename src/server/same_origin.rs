//! Requests that change something must come from our own pages (DESIGN §6).

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::service::Context;

const FETCH_SITE: &str = "sec-fetch-site";

/// Refuses a request other than GET and HEAD that another site's page sent.
///
/// Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in
/// `Origin`; a cookie's bearer that says neither is no browser of ours. A device
/// has no cookie and its requests are signed, so there neither is asked for.
pub(super) async fn same_origin(
    State(context): State<Context>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_device = request.uri().path().starts_with("/device/");
    if reads || comes_from_us(&context, request.headers()).unwrap_or(is_device) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "cross-origin request refused").into_response()
    }
}

/// Whether the request says it comes from our origin; `None` when it says
/// nothing of where it comes from.
fn comes_from_us(context: &Context, headers: &HeaderMap) -> Option<bool> {
    if let Some(site) = headers.get(FETCH_SITE) {
        return Some(site == "same-origin");
    }
    let origin = headers.get(header::ORIGIN)?.to_str().ok()?;
    Some(origin == context.settings.public_url)
}
