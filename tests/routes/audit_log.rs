//! The audit log: what is written into it, who may read it, and its file.

use std::time::Duration;

use llavero::domain::audit::AuditAction;
use llavero::store;
use llavero::store::audit::Chain;
use serde_json::{Value, json};

use crate::support::{Answer, ORIGIN, PIN, Phone, Server, Session};

const EXPORT: &str = "/administracion/bitacora/exportar";

fn filter(change: &[(&str, Value)]) -> Value {
    let mut filter = json!({"from": null, "until": null, "who": "", "group": null,
        "serial": null, "user": "", "outcome": null, "operation": null});
    for (name, value) in change {
        filter[*name] = value.clone();
    }
    filter
}

async fn list(server: &Server, session: &Session, change: &[(&str, Value)]) -> Vec<Value> {
    let body = json!({"query": {
        "filter": filter(change),
        "sort": {"column": "happened_at", "direction": "descending"},
        "page": {"place": "first", "number": 1, "size": 100},
    }});
    let page = server
        .post("/api/audit/list", Some(session), &body)
        .await
        .ok();
    page["page"]["rows"].as_array().unwrap().clone()
}

/// The newest entry of that kind, waited for: a refusal is written after its
/// answer.
async fn newest(
    server: &Server,
    session: &Session,
    action: &str,
    change: &[(&str, Value)],
) -> Value {
    for _ in 0..200 {
        let rows = list(server, session, change).await;
        if let Some(row) = rows.into_iter().find(|row| row["action"] == action) {
            return row;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("no entry of {action}");
}

fn refused(reason: &str) -> Value {
    json!({"refused": reason})
}

async fn export(server: &Server, session: Option<&Session>, form: &str) -> Answer {
    let kind = "application/x-www-form-urlencoded";
    server
        .post_bytes(EXPORT, session, kind, form.as_bytes().to_vec())
        .await
}

fn sheet(answer: &Answer) -> Vec<Vec<String>> {
    let text = answer.text();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

async fn chain(server: &Server, slug: &str) -> Chain {
    let mut reader = server.context.store.read().await.unwrap();
    let company = store::company::find_by_slug(&mut reader, slug)
        .await
        .unwrap()
        .unwrap();
    store::audit::verify(&mut reader, company.id).await.unwrap()
}

#[tokio::test]
async fn signing_in_and_out_is_written_with_the_browser_it_came_from() {
    let server = Server::start().await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let row = newest(&server, &auditor, "sign_in", &[]).await;
    assert_eq!(row["who"]["person"]["name"], "AuditoraP");
    assert_eq!(row["outcome"], "done");
    assert!(row["origin"]["console"].is_object(), "{row}");
    server
        .post_bytes(
            "/api/session/sign-out",
            Some(&auditor),
            "application/x-www-form-urlencoded",
            vec![],
        )
        .await;
    let again = server.sign_in("andina", "AuditoraP").await;
    newest(&server, &again, "sign_out", &[]).await;
}

#[tokio::test]
async fn a_wrong_password_of_somebody_known_is_written_and_one_of_nobody_is_not() {
    let server = Server::start().await;
    for username in ["LauraG", "Nadie"] {
        let answer = server.try_sign_in("andina", username, "equivocada").await;
        assert_eq!(answer.status, 422);
    }
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let only_refused = [("outcome", json!("refused"))];
    let row = newest(&server, &auditor, "sign_in", &only_refused).await;
    assert_eq!(row["outcome"], refused("wrong_password"));
    assert_eq!(row["who"]["person"]["name"], "LauraG");
    assert_eq!(list(&server, &auditor, &only_refused).await.len(), 1);
}

#[tokio::test]
async fn an_assignment_is_written_from_its_request_to_its_end_with_the_device_that_approved() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let operation = server.try_assign(&session, "SofiaR").await.ok();
    let number = operation["number"].as_str().unwrap();
    let wrong = if number == "000000" {
        "111111"
    } else {
        "000000"
    };
    phone.approve(&server, wrong, PIN).await.unwrap_err();
    phone.approve(&server, number, "999999").await.unwrap_err();
    phone.approve(&server, number, PIN).await.unwrap();
    let of_it = [("operation", operation["id"].clone())];
    let rows = list(&server, &session, &of_it).await;
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row["action"].clone(), row["outcome"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            (json!({"token": "assign"}), json!("done")),
            (json!("operation_confirmed"), refused("wrong_pin")),
            (json!("operation_confirmed"), refused("wrong_number")),
            (json!("operation_requested"), json!("done")),
        ]
    );
    assert_eq!(rows[0]["origin"]["device"]["name"], "Teléfono de prueba");
    assert_eq!(rows[0]["who"]["person"]["name"], "LauraG");
    assert_eq!(rows[0]["user"][1], "SofiaR");
    assert_eq!(rows[0]["serial"], operation["subject"]["token"]["serial"]);
    assert!(matches!(
        chain(&server, "andina").await,
        Chain::Whole { .. }
    ));
}

#[tokio::test]
async fn what_a_rule_refuses_is_written_and_undoes_nothing() {
    let server = Server::start().await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let row = server.row(&auditor, "HernanQ").await.unwrap();
    let before = chain_length(&server).await;
    let body = json!({"seen": [{"token": row["id"], "version": row["version"]}], "reason": "lost"});
    let answer = server.post("/api/token/block", Some(&auditor), &body).await;
    assert_eq!(answer.status, 403);
    let entry = newest_token(&server, &auditor, "block", &[("outcome", json!("refused"))]).await;
    assert_eq!(entry["outcome"], refused("not_your_role"));
    assert_eq!(entry["serial"], row["serial"]);
    assert_eq!(server.row(&auditor, "HernanQ").await.unwrap(), row);
    assert_eq!(chain_length(&server).await, before + 1);
}

#[tokio::test]
async fn whoever_may_not_change_something_leaves_a_row_wherever_they_try() {
    let server = Server::start().await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let seal = json!({"seal": "", "leave_out_refused": false});
    for (path, body, action) in [
        (
            "/api/import/accept",
            json!({"kind": "users", "text": "x", "acceptance": seal}),
            "import_accepted",
        ),
        (
            "/api/token-request/create",
            json!({"draft": {"tokens": "3", "note": ""}}),
            "tokens_requested",
        ),
        (
            "/api/company/create",
            json!({"draft": {"slug": "x", "settings": {"name": "x", "contact_period_days": "1"},
                "approvals": "one"}}),
            "company_created",
        ),
    ] {
        let answer = server.post(path, Some(&auditor), &body).await;
        assert_eq!(answer.status, 403, "{path}: {}", answer.text());
        let entry = newest(&server, &auditor, action, &[("outcome", json!("refused"))]).await;
        assert_eq!(entry["outcome"], refused("not_your_role"), "{path}");
    }
}

#[tokio::test]
async fn a_physical_token_s_own_story_is_under_its_own_serial() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let body = json!({"query": {
        "filter": {"search": "SofiaR", "status": null},
        "sort": {"column": "username", "direction": "ascending"},
        "page": {"place": "first", "number": 1, "size": 10},
    }});
    let path = "/api/physical-token/list";
    let found = server.post(path, Some(&session), &body).await.ok();
    let serial = found["page"]["rows"][0]["serial"].clone();
    assert!(serial.is_string());
    let assigned = server.try_assign(&session, "SofiaR").await.ok();
    let number = assigned["number"].as_str().unwrap();
    phone.approve(&server, number, PIN).await.unwrap();
    let code = server.invitation_code().await;
    Phone::enrol(&server, &code, PIN).await.unwrap();
    for kind in ["activate", "unassign_restoring_physical"] {
        server.change(&session, &phone, "SofiaR", kind).await;
    }
    let told: Vec<_> = list(&server, &session, &[("serial", serial)])
        .await
        .iter()
        .map(|row| row["action"].clone())
        .collect();
    assert_eq!(
        told[..2],
        [
            json!("physical_token_restored"),
            json!("physical_token_disabled")
        ]
    );
}

async fn newest_token(
    server: &Server,
    session: &Session,
    kind: &str,
    change: &[(&str, Value)],
) -> Value {
    for _ in 0..200 {
        let rows = list(server, session, change).await;
        if let Some(row) = rows.into_iter().find(|row| row["action"]["token"] == kind) {
            return row;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("no entry of {kind}");
}

async fn chain_length(server: &Server) -> u64 {
    match chain(server, "andina").await {
        Chain::Whole { entries } => entries,
        broken => panic!("{broken:?}"),
    }
}

#[tokio::test]
async fn nobody_fills_the_log_by_trying() {
    let server = Server::start().await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let body = json!({"seen": {"user": "01900000-0000-7000-8000-000000000000", "version": 1}});
    for _ in 0..60 {
        let answer = server
            .post("/api/user/activate", Some(&auditor), &body)
            .await;
        assert_eq!(answer.status, 403);
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let only_refused = [("outcome", json!("refused"))];
    let rows = list(&server, &auditor, &only_refused).await;
    assert_eq!(rows.len(), 20);
    server.clock.advance(Duration::from_secs(10 * 60 + 1));
    let auditor = server.sign_in("andina", "AuditoraP").await;
    server
        .post("/api/user/activate", Some(&auditor), &body)
        .await;
    for _ in 0..200 {
        if list(&server, &auditor, &only_refused).await.len() == 21 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the next refusal, later, is not in the log");
}

#[tokio::test]
async fn the_sessions_that_an_inactivated_user_had_are_told() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let user = list(&server, &session, &[("user", json!("AuditoraP"))]).await[0]["user"][0].clone();
    let row = server
        .post("/api/user/show", Some(&session), &json!({"user": user}))
        .await
        .ok();
    let seen = json!({"seen": {"user": user, "version": row["version"]}});
    server
        .post("/api/user/deactivate", Some(&session), &seen)
        .await
        .ok();
    assert!(!server.is_signed_in(&auditor).await);
    let ended = newest(&server, &session, "sessions_ended", &[]).await;
    assert_eq!(ended["user"][1], "AuditoraP");
    assert_eq!(ended["who"]["person"]["name"], "LauraG");
}

#[tokio::test]
async fn another_company_s_log_is_not_there() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let operation = server.try_assign(&laura, "SofiaR").await.ok();
    let (entelgy, _) = server.admin("entelgy", "AdminEntelgy").await;
    for change in [
        ("operation", operation["id"].clone()),
        ("serial", operation["subject"]["token"]["serial"].clone()),
        ("user", json!("SofiaR")),
        ("who", json!("LauraG")),
    ] {
        assert_eq!(
            list(&server, &entelgy, &[change]).await,
            Vec::<Value>::new()
        );
    }
    let file = sheet(&export(&server, Some(&entelgy), "usuario=SofiaR").await);
    assert_eq!(file.len(), 1);
}

#[tokio::test]
async fn the_file_holds_what_the_filter_lets_through_and_taking_it_is_an_entry() {
    let server = Server::start().await;
    let auditor = server.sign_in("cafetera", "RodrigoAV").await;
    let answer = export(&server, Some(&auditor), "accion=tokens&usuario=AlbaC").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let disposition = answer.headers["content-disposition"].to_str().unwrap();
    assert!(
        disposition.starts_with("attachment; filename=\"bitacora-cafetera-2027-01-"),
        "{disposition}"
    );
    let file = sheet(&answer);
    let shown = list(
        &server,
        &auditor,
        &[("group", json!("tokens")), ("user", json!("AlbaC"))],
    )
    .await;
    assert_eq!(
        file[0][..4],
        ["N.º", "Fecha y hora (Bogotá)", "Quién", "Qué"]
    );
    assert_eq!(file.len(), shown.len() + 1);
    assert!(file[1..].iter().all(|row| row[6] == "AlbaC"), "{file:?}");
    let entry = newest(&server, &auditor, "log_exported", &[]).await;
    assert_eq!(entry["detail"], "?accion=tokens&usuario=AlbaC");
    assert_eq!(entry["who"]["person"]["name"], "RodrigoAV");
}

#[tokio::test]
async fn the_file_speaks_the_language_of_the_console() {
    let server = Server::start().await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let request = axum::http::Request::post(EXPORT)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", format!("{}; idioma=en", auditor.cookie()))
        .body(axum::body::Body::empty())
        .unwrap();
    let text = server.send(request).await.text();
    assert!(
        text.starts_with("\u{feff}No.,Date and time (Bogotá),Who,What,"),
        "{}",
        &text[..80]
    );
}

#[tokio::test]
async fn the_file_is_refused_to_whoever_may_not_see_the_log_and_to_other_sites() {
    let server = Server::start().await;
    let nobody = export(&server, None, "").await;
    assert_eq!(
        (nobody.status.as_u16(), &nobody.headers["location"]),
        (303, &"/administracion/bitacora".parse().unwrap())
    );
    let member = server.sign_in("andina", "SofiaR").await;
    assert_eq!(export(&server, Some(&member), "").await.status, 403);
    let auditor = server.sign_in("andina", "AuditoraP").await;
    assert_eq!(server.get(EXPORT, Some(&auditor)).await.status, 405);
    for bad in ["accion=volar", "desde=ayer", "serie=ABC"] {
        assert_eq!(
            export(&server, Some(&auditor), bad).await.status,
            400,
            "{bad}"
        );
    }
    let foreign = axum::http::Request::post(EXPORT)
        .header("sec-fetch-site", "cross-site")
        .header("origin", format!("{ORIGIN}.example"))
        .header("cookie", auditor.cookie())
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::empty())
        .unwrap();
    assert_eq!(server.send(foreign).await.status, 403);
}

#[tokio::test]
async fn a_long_log_is_sent_whole() {
    let server = Server::start().await;
    let auditor = server.sign_in("cafetera", "RodrigoAV").await;
    let (mut writer, company) = {
        let mut writer = server.context.store.write().await.unwrap();
        let company = store::company::find_by_slug(&mut writer, "cafetera")
            .await
            .unwrap()
            .unwrap();
        (writer, company)
    };
    let base = list(&server, &auditor, &[]).await.len();
    assert!(base > 50);
    let system = store::audit::AuditActor::system();
    for _ in 0..1_500 {
        let at = server.context.now();
        let entry = store::audit::AuditEntry {
            id: llavero::domain::id::AuditId::new(at, server.context.random_bytes()),
            company: company.id,
            at,
            actor: system.clone(),
            action: AuditAction::OperationExpired,
            outcome: Default::default(),
            token: None,
            serial: None,
            user: None,
            username: None,
            from: None,
            to: None,
            operation: None,
            detail: "=HYPERLINK(\"x\")".to_owned(),
        };
        store::audit::append(&mut writer, &entry).await.unwrap();
    }
    let entries = store::audit_table::entries(&mut writer, company.id)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    let file = sheet(&export(&server, Some(&auditor), "").await);
    assert_eq!(file.len() as i64, entries + 1);
}

#[tokio::test]
async fn a_phone_s_enrolment_is_told_by_its_name() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let operation = server.try_assign(&session, "SofiaR").await.ok();
    phone
        .approve(&server, operation["number"].as_str().unwrap(), PIN)
        .await
        .unwrap();
    let code = server.invitation_code().await;
    Phone::enrol(&server, &code, PIN).await.unwrap();
    let entry = newest_token(&server, &session, "enrol", &[("user", json!("SofiaR"))]).await;
    assert_eq!(entry["who"]["device"]["holder"][1], "SofiaR");
    assert_eq!(entry["origin"]["device"]["name"], "Teléfono de prueba");
}

#[tokio::test]
async fn every_entry_that_the_demo_wrote_has_a_place_in_the_chain() {
    let server = Server::start().await;
    for slug in ["andina", "entelgy", "cafetera"] {
        assert!(matches!(chain(&server, slug).await, Chain::Whole { entries } if entries > 5));
    }
}

#[tokio::test]
async fn what_the_bank_did_is_found_by_its_operator_s_name() {
    let server = Server::start().await;
    let operator = server.operator().await;
    for deed in ["suspend", "resume"] {
        server.company_deed(&operator, "andina", deed).await.ok();
    }
    let auditor = server.sign_in("andina", "AuditoraP").await;
    let rows = list(&server, &auditor, &[("who", json!("OperadorB"))]).await;
    let did: Vec<_> = rows.iter().map(|row| row["action"].clone()).collect();
    assert_eq!(
        did[..2],
        [json!("company_resumed"), json!("company_suspended")]
    );
}
