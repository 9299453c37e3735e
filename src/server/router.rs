//! Which path leads where.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef, Request, State};
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use leptos::config::LeptosOptions;
use leptos_axum::{
    AxumRouteListing, LeptosRoutes, generate_route_list, handle_server_fns_with_context,
};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use super::same_origin::same_origin;
use super::security_headers::security_headers;
use super::static_files::{files, immutable, revalidated};
use super::{device_routes, events, log_export, page, refusal};
use crate::app::{App, shell};
use crate::service::Context;

/// No request of ours is longer: one about ten thousand tokens names each.
const LONGEST_BODY: usize = 1024 * 1024;
/// How long a request may take until its answer begins.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// Where the app's pages are. The list is made by drawing the app while a switch
/// of the whole process holds its questions back: made once, before any page is
/// written, it holds back nobody else's.
static PAGES: LazyLock<Vec<AxumRouteListing>> = LazyLock::new(|| generate_route_list(App));

/// What handlers find in their state.
#[derive(Clone, FromRef)]
pub struct ServerState {
    /// The use cases' context.
    pub context: Context,
    /// How pages are rendered.
    pub leptos: LeptosOptions,
}

/// The whole of the server's routes.
pub fn router(context: Context, leptos: LeptosOptions) -> Router {
    let site = PathBuf::from(leptos.site_root.as_ref());
    let state = ServerState {
        context: context.clone(),
        leptos: leptos.clone(),
    };
    let pages = {
        let context = context.clone();
        move || page::provide(&context)
    };
    let shell_options = leptos.clone();
    let panicking = context.clone();
    Router::<ServerState>::new()
        .route("/healthz", get(health))
        .route("/events", get(events::events))
        .route("/api/{*path}", post(server_function))
        .route(log_export::PATH, post(log_export::export))
        .nest(
            "/device/v1",
            device_routes::routes().fallback(refusal::not_found),
        )
        .nest_service(
            "/pkg",
            tower::ServiceBuilder::new()
                .layer(from_fn(immutable))
                .service(files(&site.join("pkg"))),
        )
        .leptos_routes_with_context(&state, PAGES.clone(), pages, move || {
            shell(shell_options.clone())
        })
        .fallback(fallback)
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            REQUEST_TIMEOUT,
        ))
        .layer(from_fn_with_state(context.clone(), same_origin))
        .layer(CatchPanicLayer::custom(move |_| {
            refusal::panicked(&panicking)
        }))
        .layer(from_fn_with_state(context, security_headers))
        .layer(TraceLayer::new_for_http())
        .with_state(state)
}

/// Whether the server can answer: it can when its database does.
async fn health(State(context): State<Context>) -> Response {
    match context.store.read().await {
        Ok(_) => "ok".into_response(),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database is unavailable",
        )
            .into_response(),
    }
}

async fn server_function(State(context): State<Context>, request: Request) -> Response {
    handle_server_fns_with_context(move || page::provide(&context), request)
        .await
        .into_response()
}

/// A public file, or the page that says there is no such page.
async fn fallback(State(state): State<ServerState>, request: Request) -> Response {
    let site = PathBuf::from(state.leptos.site_root.as_ref());
    let has_extension = request
        .uri()
        .path()
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    if has_extension {
        let service = tower::ServiceBuilder::new()
            .layer(from_fn(revalidated))
            .service(files(&site));
        return match tower::ServiceExt::oneshot(service, request).await {
            Ok(response) => response.into_response(),
            Err(never) => match never {},
        };
    }
    let context = state.context.clone();
    let options = state.leptos.clone();
    let render = leptos_axum::render_app_to_stream_with_context(
        move || page::provide(&context),
        move || shell(options.clone()),
    );
    let mut response = render(request).await.into_response();
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
