use llavero::domain::operation::OperationKind;
use llavero::domain::protocol::{
    ChallengeSubject, ChallengeToken, DeviceCall, DeviceFault, DeviceReply, Outcome,
};
use llavero::domain::view::SeenUser;
use llavero::service::carry_out_batches::carry_out_batches;
use llavero::service::deactivate_user::deactivate_user;
use llavero::service::identify::identify;
use serde_json::{Value, json};

use crate::support::{Answer, PIN, Phone, Server, Session};

/// Users of Cafetera who may get a token, as `AdrianaS` and so on may.
async fn eligible(server: &Server, session: &Session, count: usize) -> Vec<Value> {
    let body = json!({"search": "", "page": {"place": "first", "number": 1, "size": 100}});
    let page = server
        .post("/api/candidate/list", Some(session), &body)
        .await
        .ok();
    let users: Vec<Value> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["ineligibilities"].as_array().unwrap().is_empty())
        .map(|row| row["user"].clone())
        .take(count)
        .collect();
    assert_eq!(users.len(), count);
    users
}

async fn try_assign_all(server: &Server, session: &Session, users: &[Value]) -> Answer {
    let body = json!({ "users": users });
    server
        .post("/api/operation/request-assignments", Some(session), &body)
        .await
}

async fn items(server: &Server, session: &Session, operation: &Value, wanted: &str) -> Vec<Value> {
    let body = json!({"operation": operation["id"], "wanted": wanted, "from": 0});
    let page = server
        .post("/api/operation/items", Some(session), &body)
        .await
        .ok();
    page["items"].as_array().unwrap().clone()
}

/// The list that the phone would show, checked as the AppMovil checks it.
async fn shown(server: &Server, phone: &Phone) -> Vec<ChallengeToken> {
    let waiting = phone.waiting_one(server).await;
    let challenge = phone.profile.read(&waiting).expect("a challenge");
    let ChallengeSubject::Batch(batch) = challenge.subject else {
        panic!("no batch");
    };
    let call = DeviceCall::List(waiting.confirmation);
    let Ok(DeviceReply::List(bytes)) = phone.call(server, call).await else {
        panic!("no list");
    };
    batch.read(bytes.as_slice()).expect("the signed list")
}

#[tokio::test]
async fn several_users_get_a_token_with_one_confirmation_that_names_them() {
    let server = Server::start().await;
    let (session, phone) = server.admin("cafetera", "MarthaCQ").await;
    let users = eligible(&server, &session, 3).await;
    let operation = try_assign_all(&server, &session, &users).await.ok();
    assert_eq!(operation["subject"]["batch"]["items"], 3);

    let list = shown(&server, &phone).await;
    let named: Vec<Value> = list.iter().map(|entry| json!(entry.holder)).collect();
    assert_eq!(named, users);

    let number = operation["number"].as_str().unwrap();
    let answer = phone.approve(&server, number, PIN).await;
    let started = Outcome::Started {
        kind: OperationKind::Assign,
        items: 3,
    };
    assert_eq!(answer, Ok(DeviceReply::Confirmed(started)));
    let confirmed = server.operation(&session, &operation).await;
    assert_eq!(confirmed["state"]["state"], "confirmed");

    carry_out_batches(&server.context).await.unwrap();
    let applied = server.operation(&session, &operation).await;
    assert_eq!(applied["state"]["state"], "applied");
    assert_eq!(applied["subject"]["batch"]["done"], 3);
    for item in items(&server, &session, &operation, "done").await {
        let username = item["username"].as_str().unwrap();
        let row = server.row(&session, username).await.unwrap();
        assert_eq!(row["status"], "assigned");
        assert_eq!(row["serial"], item["serial"]);
    }
    // Carrying out again what is done changes nothing.
    let before = server.tokens(&session).await;
    carry_out_batches(&server.context).await.unwrap();
    assert_eq!(server.tokens(&session).await, before);
}

#[tokio::test]
async fn a_token_that_moved_meanwhile_drops_out_and_the_others_are_changed() {
    let server = Server::start().await;
    let (session, phone) = server.admin("cafetera", "MarthaCQ").await;
    let (operation, usernames) = try_activate_enrolled(&server, &session).await;
    assert!(usernames.len() > 2, "{usernames:?}");
    let number = operation.ok()["number"].as_str().unwrap().to_owned();
    let operation = phone_operation(&server, &phone).await;
    phone.approve(&server, &number, PIN).await.unwrap();
    let lost = deactivate(&server, &session, &usernames[0]).await;

    carry_out_batches(&server.context).await.unwrap();
    let failed = items(&server, &session, &operation, "failed").await;
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0]["username"], usernames[0].as_str());
    assert!(failed[0]["outcome"]["failed"].is_object(), "{}", failed[0]);
    let row = server.row(&session, &usernames[0]).await.unwrap();
    assert_eq!(row["status"], lost);
    for username in &usernames[1..] {
        let row = server.row(&session, username).await.unwrap();
        assert_eq!(row["status"], "active");
    }
}

/// The operation that waits for the phone, as the console names it.
async fn phone_operation(server: &Server, phone: &Phone) -> Value {
    let waiting = phone.waiting_one(server).await;
    let challenge = phone.profile.read(&waiting).unwrap();
    json!({ "id": challenge.operation })
}

/// Asks to activate everybody who has enrolled.
async fn try_activate_enrolled(server: &Server, session: &Session) -> (Answer, Vec<String>) {
    let page = server.tokens(session).await;
    let rows: Vec<Value> = page["page"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["status"] == "pending_activation")
        .cloned()
        .collect();
    let seen: Vec<Value> = rows
        .iter()
        .map(|row| json!({"token": row["id"], "version": row["version"]}))
        .collect();
    let usernames = rows
        .iter()
        .map(|row| row["username"].as_str().unwrap().to_owned())
        .collect();
    let body = json!({"seen": seen, "kind": "activate"});
    let answer = server
        .post("/api/operation/request-changes", Some(session), &body)
        .await;
    (answer, usernames)
}

/// Sets a user inactive, which moves their token; its status afterwards.
async fn deactivate(server: &Server, session: &Session, username: &str) -> Value {
    let holder = server.row(session, username).await.unwrap()["holder"].clone();
    let token = session.cookie().split('=').nth(1);
    let caller = identify(&server.context, token).await.unwrap();
    let holder = serde_json::from_value(holder).unwrap();
    deactivate_user(
        &server.context,
        &caller,
        SeenUser {
            user: holder,
            version: 1,
        },
    )
    .await
    .unwrap();
    server.row(session, username).await.unwrap()["status"].clone()
}

#[tokio::test]
async fn more_users_than_tokens_are_refused_before_anybody_is_asked() {
    let server = Server::start().await;
    let (session, phone) = server.admin("cafetera", "MarthaCQ").await;
    let available = server.tokens(&session).await["stock"]["available"]
        .as_u64()
        .unwrap();
    let users = eligible(&server, &session, usize::try_from(available).unwrap() + 1).await;
    let answer = try_assign_all(&server, &session, &users).await;
    assert_eq!(answer.status, 409);
    assert_eq!(
        answer.json()["conflict"]["too_few_tokens"],
        json!({"needed": available + 1, "available": available})
    );
    assert!(phone.waiting(&server).await.is_empty());
}

#[tokio::test]
async fn nobody_twice_too_many_and_strangers_are_told_beside_the_list() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let (other, _) = server.admin("andina", "LauraG").await;
    let stranger = server.candidate(&other, "SofiaR").await["user"].clone();
    let one = eligible(&server, &session, 1).await[0].clone();
    for users in [vec![], vec![one.clone(), one.clone()], vec![one, stranger]] {
        let answer = try_assign_all(&server, &session, &users).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert_eq!(answer.json()["invalid"][0]["field"], "users");
    }
}

#[tokio::test]
async fn another_company_s_batch_is_like_none() {
    let server = Server::start().await;
    let (session, phone) = server.admin("cafetera", "MarthaCQ").await;
    let (other, stranger) = server.admin("andina", "LauraG").await;
    let users = eligible(&server, &session, 2).await;
    let operation = try_assign_all(&server, &session, &users).await.ok();

    let waiting = phone.waiting_one(&server).await;
    let call = DeviceCall::List(waiting.confirmation);
    let answer = stranger.call(&server, call).await;
    assert_eq!(answer, Err(DeviceFault::NoSuchOperation));
    let body = json!({"operation": operation["id"], "wanted": "all", "from": 0});
    let answer = server
        .post("/api/operation/items", Some(&other), &body)
        .await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn a_rejected_batch_frees_its_tokens_and_its_users() {
    let server = Server::start().await;
    let (session, phone) = server.admin("cafetera", "MarthaCQ").await;
    let users = eligible(&server, &session, 2).await;
    try_assign_all(&server, &session, &users).await.ok();
    let again = try_assign_all(&server, &session, &users).await;
    assert_eq!(again.status, 422, "{}", again.text());
    phone.reject(&server).await.unwrap();
    carry_out_batches(&server.context).await.unwrap();
    try_assign_all(&server, &session, &users).await.ok();
}
