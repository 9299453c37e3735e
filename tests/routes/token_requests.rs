//! *Solicitar más tokens*: a company asks, the bank answers.

use serde_json::{Value, json};

use crate::support::{Answer, Server, Session};

impl Server {
    async fn ask_for_tokens(&self, session: &Session, tokens: &str, note: &str) -> Answer {
        let draft = json!({"draft": {"tokens": tokens, "note": note}});
        self.post("/api/token-request/create", Some(session), &draft)
            .await
    }

    async fn token_request(&self, session: &Session) -> Value {
        let path = "/api/token-request/show";
        self.post(path, Some(session), &json!({})).await.ok()
    }

    async fn waiting_requests(&self, operator: &Session) -> Value {
        let page = json!({"page": {"place": "first", "number": 1, "size": 10}});
        self.post("/api/token-request/list", Some(operator), &page)
            .await
            .ok()
    }

    async fn grant_request(&self, operator: &Session, seen: &Value, count: &str) -> Answer {
        let body = json!({"seen": seen, "count": count});
        self.post("/api/token-request/grant", Some(operator), &body)
            .await
    }

    async fn decline_request(&self, operator: &Session, seen: &Value, reason: &str) -> Answer {
        let body = json!({"seen": seen, "reason": reason});
        self.post("/api/token-request/decline", Some(operator), &body)
            .await
    }

    async fn withdraw_request(&self, session: &Session, seen: &Value) -> Answer {
        let body = json!({"seen": seen});
        self.post("/api/token-request/withdraw", Some(session), &body)
            .await
    }
}

#[tokio::test]
async fn what_a_company_asks_for_reaches_the_bank_and_the_tokens_reach_the_company() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    server
        .ask_for_tokens(&laura, "20", " Abrimos  una sede ")
        .await
        .ok();
    let waiting = server.waiting_requests(&operator).await;
    let rows = waiting["rows"].as_array().unwrap();
    let row = rows.last().unwrap();
    assert_eq!(row["company"]["name"], "Comercial Andina");
    assert_eq!(row["request"]["note"], "Abrimos una sede");
    assert_eq!(row["total"], 12);
    server
        .grant_request(&operator, &row["request"]["seen"], "15")
        .await
        .ok();
    assert_eq!(server.tokens(&laura).await["stock"]["total"], 27);
    let answered = server.token_request(&laura).await;
    assert_eq!(answered["state"]["granted"]["tokens"], 15);
    let left = server.waiting_requests(&operator).await;
    assert_eq!(left["rows"].as_array().unwrap().len(), rows.len() - 1);
}

#[tokio::test]
async fn the_requests_that_wait_begin_with_the_oldest() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (entelgy, _) = server.admin("entelgy", "AdminEntelgy").await;
    server.ask_for_tokens(&entelgy, "1", "").await.ok();
    server.clock.advance(std::time::Duration::from_secs(1));
    server.ask_for_tokens(&laura, "2", "").await.ok();
    let waiting = server.waiting_requests(&operator).await;
    let names: Vec<_> = waiting["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["company"]["name"].as_str().unwrap())
        .collect();
    let expected = ["Flores de la Sabana", "Entelgy", "Comercial Andina"];
    assert_eq!(names, expected, "the demo's has waited for two days");
}

#[tokio::test]
async fn a_company_has_one_open_request_whoever_of_it_asks() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let (one, two) = tokio::join!(
        server.ask_for_tokens(&laura, "1", ""),
        server.ask_for_tokens(&carlos, "2", ""),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test]
async fn of_two_operators_who_answer_at_once_one_does_and_the_other_is_told() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    server.ask_for_tokens(&laura, "5", "").await.ok();
    let seen = server.token_request(&laura).await["seen"].clone();
    let (one, two) = tokio::join!(
        server.grant_request(&operator, &seen, "5"),
        server.grant_request(&operator, &seen, "5"),
    );
    let mut answers = [one, two];
    answers.sort_by_key(|answer| answer.status);
    assert_eq!(answers[0].status, 200);
    assert_eq!(answers[1].json()["conflict"], "already_settled");
    assert_eq!(server.tokens(&laura).await["stock"]["total"], 17);
}

#[tokio::test]
async fn a_declined_request_tells_why_and_another_may_be_made() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    server.ask_for_tokens(&laura, "5", "").await.ok();
    let seen = server.token_request(&laura).await["seen"].clone();
    let silent = server.decline_request(&operator, &seen, " ").await;
    assert_eq!(silent.json()["invalid"][0]["field"], "decline_reason");
    server
        .decline_request(&operator, &seen, "Falta el contrato")
        .await
        .ok();
    let answered = server.token_request(&laura).await;
    assert_eq!(answered["state"]["declined"]["reason"], "Falta el contrato");
    server.ask_for_tokens(&laura, "3", "").await.ok();
}

#[tokio::test]
async fn a_request_that_was_taken_back_is_not_answered() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    server.ask_for_tokens(&laura, "5", "").await.ok();
    let seen = server.token_request(&laura).await["seen"].clone();
    server.withdraw_request(&carlos, &seen).await.ok();
    let late = server.grant_request(&operator, &seen, "5").await;
    assert_eq!(late.json()["conflict"], "already_settled");
    assert_eq!(server.tokens(&laura).await["stock"]["total"], 12);
}

#[tokio::test]
async fn another_company_s_request_is_not_there() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (entelgy, _) = server.admin("entelgy", "AdminEntelgy").await;
    server.ask_for_tokens(&laura, "5", "").await.ok();
    let theirs = server.token_request(&laura).await["seen"].clone();
    let nobody = json!({"request": "01900000-0000-7000-8000-000000000000", "version": 1});
    let foreign = server.withdraw_request(&entelgy, &theirs).await;
    let missing = server.withdraw_request(&entelgy, &nobody).await;
    assert_eq!(foreign.status, 404);
    assert_eq!(foreign.body, missing.body);
    assert_eq!(server.token_request(&entelgy).await, Value::Null);
}

#[tokio::test]
async fn a_request_s_form_marks_each_wrong_field() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let wrong = server
        .ask_for_tokens(&laura, "mil", &"x".repeat(301))
        .await
        .json();
    let fields: Vec<_> = wrong["invalid"]
        .as_array()
        .unwrap()
        .iter()
        .map(|wrong| wrong["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["token_count", "note"]);
}
