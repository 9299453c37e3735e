//! Accepting connections. `axum::serve` gives a client all the time in the world
//! to send its headers; this does not.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::extract::Request;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use ipnet::IpNet;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;
use tracing::{debug, warn};

use super::client_address::client;

/// How long a client has to send a request's headers.
const HEADER_TIMEOUT: Duration = Duration::from_secs(15);
/// How long open requests have to end when the server stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);
/// How long to wait when the system has no more sockets to give.
const ACCEPT_PAUSE: Duration = Duration::from_millis(200);

/// Serves until `stop` completes, then lets open requests end. Of requests that
/// come through the `trusted` proxies it is told who made them.
pub(super) async fn accept_until(
    listener: TcpListener,
    router: Router,
    trusted: Arc<[IpNet]>,
    stop: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, address)) => {
                    serve_connection(stream, address, &router, &trusted, &graceful);
                },
                Err(error) => {
                    warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                }
            },
        }
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(SHUTDOWN_TIMEOUT) => debug!("some connections were still open"),
    }
}

fn serve_connection(
    stream: TcpStream,
    address: SocketAddr,
    router: &Router,
    trusted: &Arc<[IpNet]>,
    graceful: &GracefulShutdown,
) {
    // Without it, streamed pages wait 40 ms for delayed acknowledgements.
    if let Err(error) = stream.set_nodelay(true) {
        debug!(%error, "TCP_NODELAY was not set");
    }
    let trusted = trusted.clone();
    let service = router
        .clone()
        .map_request(move |mut request: Request<hyper::body::Incoming>| {
            let client = client(address, request.headers(), &trusted);
            request.extensions_mut().insert(ConnectInfo(client));
            request.map(axum::body::Body::new)
        });
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIMEOUT);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(Some(HEADER_TIMEOUT));
    let connection = builder
        .serve_connection_with_upgrades(TokioIo::new(stream), TowerToHyperService::new(service))
        .into_owned();
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            debug!(%error, "a connection ended early");
        }
    });
}
