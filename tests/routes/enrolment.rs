use std::time::Duration;

use llavero::domain::protocol::DeviceFault;
use serde_json::json;

use crate::support::{PIN, Phone, Server};

async fn invited() -> (Server, String) {
    let server = Server::start().await;
    let session = server.sign_in("andina", "LauraG").await;
    let invitation = server
        .post("/api/invitation/own", Some(&session), &json!({}))
        .await
        .ok();
    (server, invitation["code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn an_invitation_works_once() {
    let (server, code) = invited().await;
    assert!(Phone::enrol(&server, &code, PIN).await.is_ok());
    assert_eq!(
        Phone::enrol(&server, &code, PIN).await.err(),
        Some(DeviceFault::InvitationInvalid)
    );
}

#[tokio::test]
async fn an_invitation_expires_after_three_days() {
    let (server, code) = invited().await;
    server.clock.advance(Duration::from_secs(72 * 3_600));
    assert_eq!(
        Phone::enrol(&server, &code, PIN).await.err(),
        Some(DeviceFault::InvitationExpired)
    );
}

#[tokio::test]
async fn a_newer_invitation_ends_the_one_before() {
    let server = Server::start().await;
    let session = server.sign_in("andina", "LauraG").await;
    let first = server
        .post("/api/invitation/own", Some(&session), &json!({}))
        .await
        .ok();
    let second = server
        .post("/api/invitation/own", Some(&session), &json!({}))
        .await
        .ok();
    let first = Phone::enrol(&server, first["code"].as_str().unwrap(), PIN).await;
    assert_eq!(first.err(), Some(DeviceFault::InvitationInvalid));
    assert!(
        Phone::enrol(&server, second["code"].as_str().unwrap(), PIN)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_code_that_nobody_was_given_is_refused() {
    let server = Server::start().await;
    for code in ["", "nonsense", "00000-00000-00000-00000-00000-0"] {
        let answer = server
            .post(
                "/device/v1/enrolments/open",
                None,
                &json!({"v": 1, "code": code}),
            )
            .await;
        assert_eq!(answer.json()["fault"], "invitation_invalid", "{code}");
    }
}

#[tokio::test]
async fn a_statement_with_a_changed_byte_is_refused_and_the_invitation_stays() {
    use llavero::cli::device::keys::SoftKeys;
    use llavero::domain::protocol::client::{EnrolmentRandomness, answer_offer};
    use llavero::service::clock::OsRandom;

    let (server, code) = invited().await;
    let offer = server
        .post(
            "/device/v1/enrolments/open",
            None,
            &json!({"v": 1, "code": code}),
        )
        .await
        .ok();
    let offer = serde_json::from_value(offer).unwrap();
    let keys = SoftKeys::generate(&OsRandom).unwrap();
    let randomness = EnrolmentRandomness {
        pin_secret: [1; 32],
        pin_salt: [2; 16],
    };
    let (mut request, _) = answer_offer(
        &keys,
        &offer,
        &code.parse().unwrap(),
        PIN,
        "Prueba",
        randomness,
    )
    .await
    .unwrap();
    let text = String::from_utf8(request.statement.0.clone()).unwrap();
    request.statement.0 = text.replace("Prueba", "Pruebo").into_bytes();
    let answer = server
        .post(
            "/device/v1/enrolments",
            None,
            &serde_json::to_value(request).unwrap(),
        )
        .await;
    assert_eq!(answer.json()["fault"], "not_recognised");
    assert!(Phone::enrol(&server, &code, PIN).await.is_ok());
}
