use std::time::Duration;

use axum::http::StatusCode;
use llavero::domain::id::EnrolmentId;
use llavero::domain::protocol::DeviceFault;
use llavero::store::enrolment::{EnrolmentRecord, EnrolmentState};
use llavero::store::{company, enrolment, token};
use serde_json::{Value, json};

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
        .post(
            "/api/invitation/own",
            Some(&session),
            &json!({"replace": true}),
        )
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
async fn opening_the_page_again_ends_no_code_and_says_until_when_it_works() {
    let server = Server::start().await;
    let session = server.sign_in("andina", "LauraG").await;
    let asked = json!({});
    let shown = server
        .post("/api/invitation/own", Some(&session), &asked)
        .await
        .ok();
    let again = server
        .post("/api/invitation/own", Some(&session), &asked)
        .await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(again.json(), json!({"conflict": "already_invited"}));
    let page = server.get("/vincular", Some(&session)).await.text();
    assert!(page.contains("Ya tiene un código de enrolamiento vigente"));
    let code = shown["code"].as_str().unwrap();
    assert!(!page.contains(code));
    assert!(Phone::enrol(&server, code, PIN).await.is_ok());
}

#[tokio::test]
async fn an_expired_code_stands_in_nobody_s_way() {
    let server = Server::start().await;
    for _ in 0..2 {
        let session = server.sign_in("andina", "LauraG").await;
        server
            .post("/api/invitation/own", Some(&session), &json!({}))
            .await
            .ok();
        server.clock.advance(Duration::from_secs(72 * 3_600));
    }
}

#[tokio::test]
async fn a_token_s_page_tells_of_an_invitation_only_while_it_waits_for_one() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let operation = server.try_assign(&session, "SofiaR").await.ok();
    phone
        .approve(&server, operation["number"].as_str().unwrap(), PIN)
        .await
        .unwrap();
    let show = json!({"serial": operation["subject"]["token"]["serial"]});
    let until = async || {
        let token = server.post("/api/token/show", Some(&session), &show).await;
        token.ok()["invitation_expires_at"].clone()
    };
    assert!(!until().await.is_null());
    let code = server.invitation_code().await;
    Phone::enrol(&server, &code, PIN).await.unwrap();
    assert!(until().await.is_null());
    leave_an_open_invitation(&server, &operation).await;
    assert!(until().await.is_null());
}

/// As data from elsewhere may have one.
async fn leave_an_open_invitation(server: &Server, operation: &Value) {
    let mut writer = server.context.store.write().await.unwrap();
    let serial = operation["subject"]["token"]["serial"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let company = company::find_by_slug(&mut writer, "andina")
        .await
        .unwrap()
        .unwrap();
    let token = token::find_by_serial(&mut writer, company.id, serial)
        .await
        .unwrap()
        .unwrap();
    let now = server.context.now();
    let record = EnrolmentRecord {
        id: EnrolmentId::new(now, [7; 10]),
        company: company.id,
        token: token.id,
        holder: token.state.holder().unwrap(),
        code_hash: [7; 32],
        state: EnrolmentState::Open,
        issued_at: now,
        expires_at: now.plus(Duration::from_secs(3_600)),
        offer: None,
    };
    enrolment::insert(&mut writer, &record).await.unwrap();
    writer.commit().await.unwrap();
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
