use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;

use crate::support::{ORIGIN, Server};

#[tokio::test]
async fn a_request_from_another_site_changes_nothing() {
    let server = Server::start().await;
    let session = server.sign_in("andina", "AuditoraP").await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("x-nothing", "said"),
    ] {
        let request = Request::post("/api/session/sign-out")
            .header(name, value)
            .header(header::COOKIE, session.cookie())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = server.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    server.tokens(&session).await;
}

#[tokio::test]
async fn an_older_browser_s_origin_is_enough() {
    let server = Server::start().await;
    let request = Request::post("/api/support")
        .header(header::ORIGIN, ORIGIN)
        .header(header::CONTENT_TYPE, "application/json");
    let answer = server.send(request.body(Body::from("{}")).unwrap()).await;
    assert!(answer.status.is_success());
}

#[tokio::test]
async fn server_functions_do_not_answer_a_get() {
    let server = Server::start().await;
    for path in [
        "/api/session/sign-out",
        "/api/operation/cancel",
        "/api/token/list",
    ] {
        let answer = server.get(path, None).await;
        assert!(
            answer.status == StatusCode::METHOD_NOT_ALLOWED
                || answer.status == StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn every_answer_bears_the_security_headers() {
    let server = Server::start().await;
    for path in [
        "/healthz",
        "/ingreso",
        "/app",
        "/no-hay-tal",
        "/api/x",
        "/device/v1/x",
    ] {
        let answer = server.get(path, None).await;
        for name in [
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "cross-origin-opener-policy",
        ] {
            assert!(answer.headers.contains_key(name), "{path} lacks {name}");
        }
    }
}

#[tokio::test]
async fn a_page_s_policy_allows_no_inline_script_without_its_nonce() {
    let server = Server::start().await;
    let answer = server.get("/ingreso", None).await;
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(policy.contains("script-src 'nonce-"), "{policy}");
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
        "{policy}"
    );
    let again = server.get("/ingreso", None).await;
    assert_ne!(
        again.headers[header::CONTENT_SECURITY_POLICY],
        policy.as_str()
    );
}

#[tokio::test]
async fn events_are_for_the_signed_in() {
    let server = Server::start().await;
    assert_eq!(
        server.get("/events", None).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn the_mailbox_is_a_demo_s() {
    let server = Server::start().await;
    assert!(
        server
            .post("/api/demo/mailbox", None, &json!({}))
            .await
            .status
            .is_success()
    );
}
