//! What cannot be done to a token, and two people who want opposite things.

use llavero::domain::operation::OperationKind;
use llavero::domain::protocol::{DeviceFault, DeviceReply, Outcome};
use llavero::domain::token::{ActionKind, TokenStatus, destination};
use serde_json::{Value, json};

use crate::support::{PIN, Server, Session};

/// A holder in each state.
const HELD: [(&str, TokenStatus); 4] = [
    ("MonicaJ", TokenStatus::Assigned),
    ("HernanQ", TokenStatus::PendingActivation),
    ("RicardoN", TokenStatus::Active),
    ("GloriaE", TokenStatus::Blocked),
];

async fn cancel(server: &Server, session: &Session, operation: &Value) {
    let body = json!({"operation": operation["id"]});
    server
        .post("/api/operation/cancel", Some(session), &body)
        .await
        .ok();
}

#[tokio::test]
async fn each_change_is_possible_in_the_states_that_the_table_says_and_in_no_other() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    for (username, status) in HELD {
        for kind in OperationKind::ALL {
            let Some(action) = kind
                .action_kind()
                .filter(|action| *action != ActionKind::Assign)
            else {
                continue;
            };
            let answer = server.try_change(&session, username, kind.code()).await;
            if destination(status, action).is_some() {
                cancel(&server, &session, &answer.ok()).await;
            } else {
                assert_eq!(answer.status, 422, "{username} {kind:?}");
                let refused = json!({"from": status, "action": action});
                assert_eq!(answer.json(), json!({"refused": {"wrong_state": refused}}));
            }
        }
        if status != TokenStatus::Assigned {
            let answer = server.try_resend(&session, username).await;
            assert_eq!(answer.status, 422, "{username}");
        }
        if status != TokenStatus::Active {
            let answer = server.try_block(&session, &[username], "lost").await;
            assert_eq!(answer.status, 422, "{username}");
        }
    }
}

#[tokio::test]
async fn an_assignment_is_not_asked_for_by_its_token() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let answer = server.try_change(&session, "MonicaJ", "assign").await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn a_block_has_tokens_and_a_reason_that_a_person_gives() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    for reason in ["too_many_failures", "holder_inactive"] {
        let answer = server.try_block(&session, &["RicardoN"], reason).await;
        assert_eq!(answer.status, 422, "{reason}");
        assert_eq!(
            answer.json(),
            json!({"invalid": [{"field": "reason", "problem": "wrong"}]})
        );
    }
    let nothing = server.try_block(&session, &[], "lost").await;
    assert_eq!(
        nothing.json(),
        json!({"invalid": [{"field": "tokens", "problem": "missing"}]})
    );
    let too_many = server.try_block(&session, &["RicardoN"; 101], "lost").await;
    assert_eq!(
        too_many.json(),
        json!({"invalid": [{"field": "tokens", "problem": "too_long"}]})
    );
}

#[tokio::test]
async fn nobody_changes_their_own_token_and_the_last_administrator_does_not_block_it() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let own = server.detail_of(&session, "FEF5100001").await;
    let seen = json!({"token": own["id"], "version": own["version"]});
    assert_eq!(own["circumstances"]["holder_is_last_admin"], json!(true));
    for kind in ["unassign", "replace_device"] {
        let body = json!({"seen": seen, "kind": kind});
        let answer = server
            .post("/api/operation/request-change", Some(&session), &body)
            .await;
        assert_eq!(answer.json(), json!({"refused": "own_token"}), "{kind}");
    }
    let body = json!({"seen": [seen], "reason": "lost"});
    let answer = server.post("/api/token/block", Some(&session), &body).await;
    assert_eq!(answer.json(), json!({"refused": "last_administrator"}));

    server.admin("andina", "CarlosM").await;
    server
        .post("/api/token/block", Some(&session), &body)
        .await
        .ok();
    assert_eq!(server.get("/events", Some(&session)).await.status, 401);
}

#[tokio::test]
async fn of_two_administrators_who_take_each_other_s_token_back_one_stays() {
    let server = Server::start().await;
    let (laura, phone_of_laura) = server.admin("andina", "LauraG").await;
    let (carlos, phone_of_carlos) = server.admin("andina", "CarlosM").await;
    let against_carlos = server
        .try_change_of(&laura, "FEF5100002", "unassign")
        .await
        .ok();
    let against_laura = server
        .try_change_of(&carlos, "FEF5100001", "unassign")
        .await
        .ok();
    let waiting = phone_of_carlos.waiting_one(&server).await;
    let number = against_carlos["number"].as_str().unwrap();
    assert!(phone_of_laura.approve(&server, number, PIN).await.is_ok());
    let call = llavero::domain::protocol::client::approval(
        &phone_of_carlos.keys,
        &phone_of_carlos.profile,
        &waiting,
        against_laura["number"].as_str().unwrap(),
        PIN,
    )
    .await
    .unwrap();
    assert_eq!(
        phone_of_carlos.call(&server, call).await,
        Err(DeviceFault::NotRecognised)
    );
    let own = server.detail_of(&laura, "FEF5100001").await;
    assert_eq!(own["status"], json!("active"));
}

#[tokio::test]
async fn who_comes_second_is_told_who_did_what_and_where_the_token_stands() {
    let server = Server::start().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let seen = server.row(&laura, "RicardoN").await.unwrap();
    server.try_block(&carlos, &["RicardoN"], "lost").await.ok();
    let body = json!({
        "seen": {"token": seen["id"], "version": seen["version"]},
        "kind": "unassign",
    });
    let answer = server
        .post("/api/operation/request-change", Some(&laura), &body)
        .await;
    assert_eq!(answer.status, 409);
    let told = &answer.json()["overtaken"];
    assert_eq!(told["actor"], json!({"person": "CarlosM"}));
    assert_eq!(
        (&told["action"], &told["to"]),
        (&json!("block"), &json!("blocked"))
    );
    assert!(phone.waiting(&server).await.is_empty());
}

#[tokio::test]
async fn of_two_who_block_at_the_same_time_one_wins() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let row = server.row(&laura, "RicardoN").await.unwrap();
    let seen = json!({"token": row["id"], "version": row["version"]});
    let body = json!({"seen": [seen], "reason": "lost"});
    let (first, second) = tokio::join!(
        server.post("/api/token/block", Some(&laura), &body),
        server.post("/api/token/block", Some(&carlos), &body)
    );
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test]
async fn a_request_ends_at_once_when_somebody_else_changes_its_token() {
    let server = Server::start().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let operation = server.try_change(&laura, "RicardoN", "unassign").await.ok();
    let row = server.row(&carlos, "RicardoN").await.unwrap();
    assert_eq!(row["circumstances"]["has_open_operation"], json!(true));
    let waiting = phone.waiting_one(&server).await;
    server.try_block(&carlos, &["RicardoN"], "lost").await.ok();

    let view = server.operation(&laura, &operation).await;
    assert_eq!(view["state"], json!({"state": "superseded"}));
    assert_eq!(view["meanwhile"]["actor"], json!({"person": "CarlosM"}));
    assert_eq!(view["meanwhile"]["action"], json!("block"));
    assert!(phone.waiting(&server).await.is_empty());
    let call = llavero::domain::protocol::client::approval(
        &phone.keys,
        &phone.profile,
        &waiting,
        operation["number"].as_str().unwrap(),
        PIN,
    )
    .await
    .unwrap();
    assert_eq!(
        phone.call(&server, call).await,
        Err(DeviceFault::Superseded)
    );
    let row = server.row(&carlos, "RicardoN").await.unwrap();
    assert_eq!(row["status"], json!("blocked"));
}

#[tokio::test]
async fn while_one_request_waits_another_on_the_same_token_is_refused() {
    let server = Server::start().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let operation = server.try_change(&laura, "GloriaE", "unblock").await.ok();
    let second = server.try_change(&carlos, "GloriaE", "unassign").await;
    assert_eq!(second.status, 422);
    assert_eq!(second.json(), json!({"refused": "operation_open"}));
    let applied = phone
        .approve(&server, operation["number"].as_str().unwrap(), PIN)
        .await;
    let kind = OperationKind::Unblock;
    assert_eq!(
        applied,
        Ok(DeviceReply::Confirmed(Outcome::Applied { kind }))
    );
}

#[tokio::test]
async fn without_a_token_of_their_own_an_administrator_only_does_what_is_done_at_once() {
    let server = Server::start().await;
    let session = server.sign_in("andina", "CarlosM").await;
    let answer = server.try_change(&session, "GloriaE", "unblock").await;
    assert_eq!(answer.json(), json!({"conflict": "no_active_token"}));
    server
        .try_block(&session, &["RicardoN"], "leave")
        .await
        .ok();
}
