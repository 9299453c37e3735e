//! What is done to all tokens that match a filter, and to many at once.

use serde_json::{Value, json};

use crate::support::large::{ADMINS, SLUG, Sizes, fill};
use crate::support::{PIN, Server, Session, on_each_engine};

fn filter(status: Option<&str>) -> Value {
    json!({"status": status, "updated_from": null, "updated_until": null})
}

async fn matching(server: &Server, session: &Session, status: Option<&str>, action: &str) -> Value {
    let body = json!({"filter": filter(status), "action": action});
    server
        .post("/api/token/matching", Some(session), &body)
        .await
        .ok()
}

fn seen(matching: &Value) -> Vec<Value> {
    let tokens = matching["tokens"].as_array().unwrap();
    tokens
        .iter()
        .map(|token| json!({"token": token["token"], "version": token["version"]}))
        .collect()
}

async fn block(server: &Server, session: &Session, seen: &[Value]) -> Vec<Value> {
    let body = json!({"seen": seen, "reason": "lost"});
    let answer = server
        .post("/api/token/block", Some(session), &body)
        .await
        .ok();
    answer.as_array().unwrap().clone()
}

#[tokio::test]
async fn those_that_a_change_can_be_made_of_are_named_and_the_others_counted() {
    on_each_engine(async |server| {
        let sizes = Sizes {
            pending: 12,
            active: 30,
            ..Sizes::default()
        };
        fill(&server, sizes).await;
        let (session, _) = server.admin(SLUG, ADMINS[0]).await;
        let all = matching(&server, &session, None, "activate").await;
        assert_eq!(all["tokens"].as_array().unwrap().len(), 12);
        assert_eq!((&all["matching"], &all["beyond"]), (&json!(42), &json!(0)));
        assert_eq!(all["tokens"][0]["username"], "Pendiente00001");
        let active = matching(&server, &session, Some("active"), "activate").await;
        assert_eq!(active["tokens"], json!([]));
        assert_eq!(active["matching"], 30);
        let to_block = matching(&server, &session, None, "block").await;
        assert_eq!(to_block["tokens"].as_array().unwrap().len(), 30);
    })
    .await;
}

#[tokio::test]
async fn one_that_waits_for_another_request_is_left_out() {
    let server = Server::start().await;
    fill(
        &server,
        Sizes {
            pending: 3,
            ..Sizes::default()
        },
    )
    .await;
    let (session, _) = server.admin(SLUG, ADMINS[0]).await;
    server.try_activate(&session, "Pendiente00002").await.ok();
    let all = matching(&server, &session, None, "activate").await;
    let names: Vec<&str> = all["tokens"]
        .as_array()
        .unwrap()
        .iter()
        .map(|token| token["username"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Pendiente00001", "Pendiente00003"]);
    assert_eq!(all["matching"], 3);
}

#[tokio::test]
async fn only_what_is_done_to_all_that_match_can_be_asked_about() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let body = json!({"filter": filter(None), "action": "unblock"});
    let answer = server
        .post("/api/token/matching", Some(&session), &body)
        .await;
    assert_eq!(answer.status, 400, "{}", answer.text());
}

#[tokio::test]
async fn many_are_blocked_in_one_request_and_what_cannot_be_says_why() {
    on_each_engine(async |server| {
        fill(
            &server,
            Sizes {
                pending: 1,
                active: 60,
                ..Sizes::default()
            },
        )
        .await;
        let (session, _) = server.admin(SLUG, ADMINS[0]).await;
        let mut wanted = seen(&matching(&server, &session, None, "block").await);
        assert_eq!(wanted.len(), 60);
        let pending = server.row(&session, "Pendiente00001").await.unwrap();
        // One in the wrong state, one that was changed since, one named twice.
        wanted.insert(
            3,
            json!({"token": pending["id"], "version": pending["version"]}),
        );
        server
            .try_block(&session, &["Activo00010"], "leave")
            .await
            .ok();
        wanted.insert(5, wanted[4].clone());
        let outcomes = block(&server, &session, &wanted).await;
        let failed: Vec<usize> = outcomes
            .iter()
            .enumerate()
            .filter(|(_, outcome)| !outcome["error"].is_null())
            .map(|(place, _)| place)
            .collect();
        assert_eq!(failed, [3, 5, 11], "{outcomes:?}");
        assert_eq!(
            outcomes[3]["error"],
            json!({"refused": {"wrong_state": {"from": "pending_activation", "action": "block"}}})
        );
        assert_eq!(
            outcomes[11]["error"]["overtaken"]["actor"],
            json!({"person": ADMINS[0]})
        );
        let rows = server.tokens(&session).await;
        assert_eq!(rows["page"]["total"], 61);
        let left = matching(&server, &session, None, "block").await;
        assert_eq!(left["tokens"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn of_two_administrators_in_one_request_the_last_one_stays() {
    let server = Server::start().await;
    fill(&server, Sizes::default()).await;
    let (session, first) = server.admin(SLUG, ADMINS[0]).await;
    let (_, second) = server.admin(SLUG, ADMINS[1]).await;
    let mut wanted = Vec::new();
    for phone in [&second, &first] {
        let serial = phone.profile.serial.to_string();
        let detail = server.detail_of(&session, &serial).await;
        wanted.push(json!({"token": detail["id"], "version": detail["version"]}));
    }
    let outcomes = block(&server, &session, &wanted).await;
    assert_eq!(outcomes[0]["error"], Value::Null);
    assert_eq!(
        outcomes[1]["error"],
        json!({"refused": "last_administrator"})
    );
}

#[tokio::test]
async fn all_that_match_are_activated_with_one_confirmation() {
    on_each_engine(async |server| {
        fill(
            &server,
            Sizes {
                pending: 130,
                active: 4,
                ..Sizes::default()
            },
        )
        .await;
        let (session, phone) = server.admin(SLUG, ADMINS[0]).await;
        let all = matching(&server, &session, None, "activate").await;
        let body = json!({"seen": seen(&all), "kind": "activate"});
        let path = "/api/operation/request-changes";
        let operation = server.post(path, Some(&session), &body).await.ok();
        phone
            .approve(&server, operation["number"].as_str().unwrap(), PIN)
            .await
            .unwrap();
        llavero::service::carry_out_batches::carry_out_batches(&server.context)
            .await
            .unwrap();
        let shown = server.operation(&session, &operation).await;
        assert_eq!(shown["state"]["state"], "applied");
        assert_eq!(
            shown["subject"]["batch"],
            json!({"items": 130, "done": 130, "failed": 0})
        );
        let to_block = matching(&server, &session, None, "block").await;
        assert_eq!(to_block["tokens"].as_array().unwrap().len(), 134);
    })
    .await;
}
