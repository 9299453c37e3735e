use serde_json::{Value, json};

use crate::support::{Server, Session};

const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

async fn bodies(server: &Server, session: &Session, path: &str, body: &Value) -> (u16, Vec<u8>) {
    let answer = server.post(path, Some(session), body).await;
    (answer.status.as_u16(), answer.body)
}

#[tokio::test]
async fn another_company_s_things_and_things_that_are_not_answer_alike_byte_for_byte() {
    let server = Server::start().await;
    let (andina, _) = server.admin("andina", "LauraG").await;
    let (entelgy, _) = server.admin("entelgy", "AdminEntelgy").await;
    let theirs = server.row(&andina, "RicardoN").await.unwrap();
    let operation = server.try_assign(&andina, "SofiaR").await.ok();
    for (path, own, nobody) in [
        (
            "/api/token/show",
            json!({"serial": theirs["serial"]}),
            json!({"serial": "FEF9999999"}),
        ),
        (
            "/api/operation/show",
            json!({"operation": operation["id"]}),
            json!({"operation": NOBODY}),
        ),
        (
            "/api/operation/cancel",
            json!({"operation": operation["id"]}),
            json!({"operation": NOBODY}),
        ),
        (
            "/api/operation/request-change",
            json!({"seen": {"token": theirs["id"], "version": theirs["version"]}, "kind": "activate"}),
            json!({"seen": {"token": NOBODY, "version": 1}, "kind": "activate"}),
        ),
        (
            "/api/token/block",
            json!({"seen": [{"token": theirs["id"], "version": theirs["version"]}], "reason": "lost"}),
            json!({"seen": [{"token": NOBODY, "version": 1}], "reason": "lost"}),
        ),
        (
            "/api/token/resend",
            json!({"seen": {"token": theirs["id"], "version": theirs["version"]}}),
            json!({"seen": {"token": NOBODY, "version": 1}}),
        ),
        (
            "/api/operation/request-assignment",
            json!({"user": theirs["holder"]}),
            json!({"user": NOBODY}),
        ),
        (
            "/api/user/unlock-requests",
            json!({"user": theirs["holder"]}),
            json!({"user": NOBODY}),
        ),
        (
            "/api/user/show",
            json!({"user": theirs["holder"]}),
            json!({"user": NOBODY}),
        ),
        (
            "/api/user/activate",
            json!({"seen": {"user": theirs["holder"], "version": 1}}),
            json!({"seen": {"user": NOBODY, "version": 1}}),
        ),
        (
            "/api/user/deactivate",
            json!({"seen": {"user": theirs["holder"], "version": 1}}),
            json!({"seen": {"user": NOBODY, "version": 1}}),
        ),
        (
            "/api/user/confirm-contacts",
            json!({"seen": [{"user": theirs["holder"], "version": 1}]}),
            json!({"seen": [{"user": NOBODY, "version": 1}]}),
        ),
        (
            "/api/user/request-contact-change",
            json!({"seen": {"user": theirs["holder"], "version": 1}, "draft": draft()}),
            json!({"seen": {"user": NOBODY, "version": 1}, "draft": draft()}),
        ),
        (
            "/api/user/edit",
            json!({"seen": {"user": theirs["holder"], "version": 1}, "draft": draft()}),
            json!({"seen": {"user": NOBODY, "version": 1}, "draft": draft()}),
        ),
    ] {
        let foreign = bodies(&server, &entelgy, path, &own).await;
        assert_eq!(
            foreign,
            bodies(&server, &entelgy, path, &nobody).await,
            "{path}"
        );
        assert!((400..500).contains(&foreign.0), "{path}");
    }
}

#[tokio::test]
async fn a_colleague_s_operation_is_not_theirs_to_take_back() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let operation = server.try_assign(&laura, "SofiaR").await.ok();
    let answer = server
        .post(
            "/api/operation/cancel",
            Some(&carlos),
            &json!({"operation": operation["id"]}),
        )
        .await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn an_auditor_sees_everything_and_changes_nothing() {
    let server = Server::start().await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let row = server.row(&auditor, "HernanQ").await.unwrap();
    assert!(
        server
            .post(
                "/api/token/show",
                Some(&auditor),
                &json!({"serial": row["serial"]})
            )
            .await
            .status
            .is_success()
    );
    for (path, body) in [
        (
            "/api/operation/request-assignment",
            json!({"user": row["holder"]}),
        ),
        (
            "/api/operation/request-change",
            json!({"seen": {"token": row["id"], "version": row["version"]}, "kind": "activate"}),
        ),
        (
            "/api/token/block",
            json!({"seen": [{"token": row["id"], "version": row["version"]}], "reason": "lost"}),
        ),
        (
            "/api/token/resend",
            json!({"seen": {"token": row["id"], "version": row["version"]}}),
        ),
        (
            "/api/candidate/list",
            json!({"search": "", "page": {"place": "first", "number": 1, "size": 10}}),
        ),
    ] {
        assert_eq!(
            server.post(path, Some(&auditor), &body).await.status,
            403,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_secondary_user_sees_no_company_data() {
    let server = Server::start().await;
    let member = server.sign_in("andina", "SofiaR").await;
    let answer = server
        .post(
            "/api/token/show",
            Some(&member),
            &json!({"serial": "FEF5100003"}),
        )
        .await;
    assert_eq!(answer.status, 403);
}

/// A user's form that is right.
fn draft() -> serde_json::Value {
    json!({"username": "Nuevo1", "full_name": "Nueva Persona", "email": "nueva@andina.example",
           "mobile": "300 765 4321", "role": "member", "contact_confirmed": true})
}
