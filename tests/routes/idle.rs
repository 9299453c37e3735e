//! What keeps a session alive, and what does not.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, Response, StatusCode, header};
use llavero::service::forget_past::forget_past;
use serde_json::json;
use tokio_stream::StreamExt;

use crate::support::{Server, Session};

const MINUTE: Duration = Duration::from_secs(60);

async fn auditor() -> (Server, Session) {
    let server = Server::start().await;
    let session = server.sign_in("andina", "AuditoraP").await;
    (server, session)
}

#[tokio::test]
async fn a_session_ends_after_fifteen_idle_minutes() {
    let (server, session) = auditor().await;
    server.clock.advance(MINUTE * 15 - Duration::from_secs(1));
    assert!(server.is_signed_in(&session).await);
    server.clock.advance(Duration::from_secs(1));
    assert!(!server.is_signed_in(&session).await);
}

#[tokio::test]
async fn what_an_open_page_asks_by_itself_keeps_no_session_alive() {
    let (server, session) = auditor().await;
    for _ in 0..14 {
        server.clock.advance(MINUTE);
        server.tokens(&session).await;
        server
            .post(
                "/api/token/show",
                Some(&session),
                &json!({"serial": "FEF5100003"}),
            )
            .await
            .ok();
        let known = server
            .post_bytes(
                "/api/session/current",
                Some(&session),
                "application/x-www-form-urlencoded",
                vec![],
            )
            .await
            .ok();
        assert!(known.get("signed_in").is_some(), "{known}");
    }
    server.clock.advance(MINUTE);
    assert!(!server.is_signed_in(&session).await);
}

#[tokio::test]
async fn listening_keeps_no_session_alive_and_is_refused_after_its_end() {
    let (server, session) = auditor().await;
    for _ in 0..14 {
        server.clock.advance(MINUTE);
        assert_eq!(listen(&server, &session).await, StatusCode::OK);
    }
    server.clock.advance(MINUTE);
    assert_eq!(listen(&server, &session).await, StatusCode::UNAUTHORIZED);
}

/// Opens the stream of changes and hears its greeting.
async fn listen(server: &Server, session: &Session) -> StatusCode {
    let response = ask_for_events(server, session).await;
    let status = response.status();
    if status.is_success() {
        drop(greeted(response).await);
    }
    status
}

async fn ask_for_events(server: &Server, session: &Session) -> Response<Body> {
    let request = Request::get("/events")
        .header(header::COOKIE, session.cookie())
        .body(Body::empty())
        .unwrap();
    server.open(request).await
}

/// The stream of changes, after its greeting.
async fn open_stream(server: &Server, session: &Session) -> BodyDataStream {
    greeted(ask_for_events(server, session).await).await
}

async fn greeted(response: Response<Body>) -> BodyDataStream {
    let mut stream = response.into_body().into_data_stream();
    let greeting = stream.next().await.unwrap().unwrap();
    assert!(greeting.starts_with(b"event: open"));
    stream
}

#[tokio::test]
async fn a_stream_ends_at_once_with_its_session_and_another_persons_goes_on() {
    let (server, session) = auditor().await;
    let other = server.sign_in("cafetera", "RodrigoAV").await;
    let mut stream = open_stream(&server, &session).await;
    let mut others = open_stream(&server, &other).await;
    server
        .post("/api/session/sign-out", Some(&session), &json!({}))
        .await
        .ok();
    let end = tokio::time::timeout(Duration::from_secs(5), stream.next()).await;
    assert!(end.unwrap().is_none(), "the stream ends");
    let quiet = tokio::time::timeout(Duration::from_millis(200), others.next()).await;
    assert!(quiet.is_err(), "the other neither ends nor hears of it");
}

#[tokio::test]
async fn what_a_person_does_and_the_pages_they_open_keep_it_alive() {
    let (server, session) = auditor().await;
    for _ in 0..3 {
        server.clock.advance(MINUTE * 14);
        server.is_there(&session).await;
        server.clock.advance(MINUTE * 14);
        let page = server
            .get("/administracion/token-virtual", Some(&session))
            .await;
        assert_eq!(page.status, StatusCode::OK);
    }
    assert!(server.is_signed_in(&session).await);
}

#[tokio::test]
async fn nothing_brings_a_session_back_or_beyond_twelve_hours() {
    let (server, session) = auditor().await;
    server.clock.advance(MINUTE * 15);
    server.is_there(&session).await;
    server
        .get("/administracion/token-virtual", Some(&session))
        .await;
    assert!(!server.is_signed_in(&session).await);

    let session = server.sign_in("andina", "AuditoraP").await;
    for _ in 0..(12 * 6) {
        assert!(server.is_signed_in(&session).await);
        server.clock.advance(MINUTE * 10);
        server.is_there(&session).await;
    }
    assert!(!server.is_signed_in(&session).await);
}

#[tokio::test]
async fn the_wait_for_a_code_is_not_made_longer() {
    let server = Server::start().await;
    let (_, phone) = server.admin("andina", "LauraG").await;
    let half = server.sign_in_up_to_code("andina", "LauraG").await;
    server.clock.advance(MINUTE * 14);
    server.is_there(&half).await;
    server.get("/ingreso", Some(&half)).await;
    server.clock.advance(MINUTE);
    let late = server.try_code(&half, &phone.code(&server).await).await;
    assert_eq!(late.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_session_that_ended_is_forgotten_and_one_that_lives_is_not() {
    let (server, session) = auditor().await;
    assert_eq!(forget_past(&server.context).await.unwrap(), 0);
    assert!(server.is_signed_in(&session).await);
    server.clock.advance(MINUTE * 15 + Duration::from_secs(1));
    assert_eq!(forget_past(&server.context).await.unwrap(), 1);
    assert_eq!(forget_past(&server.context).await.unwrap(), 0);
}
