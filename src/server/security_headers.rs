//! Headers on every answer (DESIGN §6).

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::service::Context;

/// A service worker obeys the policy of its own script: this one fetches.
const SERVICE_WORKER: &str = "/app-service-worker.js";

/// Sets what no handler set itself.
pub(super) async fn security_headers(
    State(context): State<Context>,
    request: Request,
    next: Next,
) -> Response {
    let policy = if request.uri().path() == SERVICE_WORKER {
        "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"
    } else {
        "default-src 'none'; frame-ancestors 'none'"
    };
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, policy);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(), microphone=()",
    );
    set(header::CACHE_CONTROL, "no-store");
    if context.settings.is_secure() {
        set(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=63072000; includeSubDomains",
        );
    }
    response
}

/// Where `make watch` tells open pages to reload.
pub(super) const RELOAD_PORT: u32 = 3001;

/// Whether the program runs under `make watch`.
pub(super) fn is_watched() -> bool {
    std::env::var_os("LEPTOS_WATCH").is_some()
}

/// The policy of a page whose scripts bear `nonce`: nothing inline without it,
/// nothing from anywhere else, WebAssembly allowed; where it is `watched`, the
/// news that there is a newer build too.
pub(super) fn page_policy(nonce: &str, watched: bool) -> String {
    let reload = if watched {
        format!(" ws://127.0.0.1:{RELOAD_PORT}")
    } else {
        String::new()
    };
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'{reload}; \
         manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_reaches_nobody_else_unless_it_is_being_worked_on() {
        assert!(page_policy("n", false).contains("connect-src 'self'; "));
        assert!(page_policy("n", true).contains("connect-src 'self' ws://127.0.0.1:3001; "));
    }
}
