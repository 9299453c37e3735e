//! The browser's files: compressed when they were built, and cached for ever
//! where their name has their hash.

use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use tower_http::services::ServeDir;

/// Serves a folder's files as they were compressed at build time.
pub(super) fn files(folder: &std::path::Path) -> ServeDir {
    ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false)
}

/// For files whose name changes with their content.
pub(super) async fn immutable(request: Request, next: Next) -> Response {
    cached(request, next, "public, max-age=31536000, immutable").await
}

/// For files whose name stays.
pub(super) async fn revalidated(request: Request, next: Next) -> Response {
    cached(request, next, "public, max-age=3600, must-revalidate").await
}

async fn cached(request: Request, next: Next, policy: &'static str) -> Response {
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == axum::http::StatusCode::NOT_MODIFIED {
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(policy));
    }
    response
}
