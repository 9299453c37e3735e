//! Files: the dry run that writes nothing, and what is written once it is
//! accepted.

use llavero::domain::import::{LARGEST_FILE, MOST_ROWS};
use serde_json::{Value, json};

use crate::support::{Answer, PIN, Server, Session};

const HEAD: &str = "usuario;nombre completo;correo;celular;rol;datos confirmados";

async fn try_check(server: &Server, session: &Session, kind: &str, text: &str) -> Answer {
    let body = json!({"kind": kind, "text": text});
    server.post("/api/import/check", Some(session), &body).await
}

async fn check(server: &Server, session: &Session, kind: &str, text: &str) -> Value {
    try_check(server, session, kind, text).await.ok()
}

async fn accept(
    server: &Server,
    session: &Session,
    report: &Value,
    text: &str,
    leave_out: bool,
) -> Value {
    let body = json!({
        "kind": report["kind"],
        "text": text,
        "acceptance": {"seal": report["seal"], "leave_out_refused": leave_out},
    });
    server
        .post("/api/import/accept", Some(session), &body)
        .await
        .ok()
}

fn plans(report: &Value) -> Vec<Value> {
    let rows = report["rows"].as_array().unwrap();
    rows.iter().map(|row| row["plan"].clone()).collect()
}

fn refused(problem: Value) -> Value {
    json!({"refused": [problem]})
}

async fn users(server: &Server, session: &Session, search: &str) -> Vec<Value> {
    let body = json!({"query": {
        "filter": {"search": search, "status": null, "role": null, "contact": null, "token": null},
        "sort": {"column": "username", "direction": "ascending"},
        "page": {"place": "first", "number": 1, "size": 100},
    }});
    let page = server.post("/api/user/list", Some(session), &body).await;
    page.ok()["rows"].as_array().unwrap().clone()
}

/// A row of a new user, which has nothing wrong.
fn new_user(username: &str) -> String {
    format!("{username};Persona {username};{username}@andina.example;300 765 4321;;sí")
}

#[tokio::test]
async fn a_file_of_new_users_is_shown_first_and_written_once_it_is_accepted() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let text = format!(
        "{HEAD}\r\n{}\r\n{}\r\n",
        new_user("Nuevo1"),
        new_user("Nuevo2")
    );
    let report = check(&server, &session, "users", &text).await;
    assert_eq!(plans(&report), [json!("create"), json!("create")]);
    assert!(users(&server, &session, "Nuevo").await.is_empty());

    let done = accept(&server, &session, &report, &text, false).await;
    assert_eq!(done["done"]["created"], 2);
    let there = users(&server, &session, "Nuevo").await;
    assert_eq!(there.len(), 2);
    assert_eq!(there[0]["mobile"], "+573007654321");
    assert!(there[0]["problems"].as_array().unwrap().is_empty());
    // The same file again: it is so already, and nothing is written twice.
    let again = check(&server, &session, "users", &text).await;
    assert_eq!(plans(&again), [json!("unchanged"), json!("unchanged")]);
    let nothing = accept(&server, &session, &again, &text, false).await;
    assert!(nothing.get("differs").is_some(), "{nothing}");
}

#[tokio::test]
async fn every_row_says_what_is_wrong_with_it() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let rows = [
        "a b;Ana;ana@x;601 555 1234;;",
        "Nuevo1;Ana;a@b.co;3007654321;Administrador;",
        "Nuevo2;Ana;a@b.co;3007654321;jefe;quizás",
        &new_user("Nuevo3"),
        &new_user("NUEVO3"),
        "LauraG;Otra;a@b.co;3007654321;;",
        "RicardoN;Ricardo;otro@andina.example;3007654321;;",
        "Nuevo4;Ana;a@b.co;3007654321;;sí;de más",
    ];
    let text = format!("{HEAD}\n{}", rows.join("\n"));
    let report = check(&server, &session, "users", &text).await;
    let cell = |column, problem| json!({"cell": {"column": column, "problem": problem}});
    let expected = [
        json!({"refused": [
            cell("username", "malformed"),
            cell("email", "malformed"),
            cell("mobile", "malformed"),
        ]}),
        refused(cell("role", "wrong")),
        json!({"refused": [cell("role", "malformed"), cell("confirmed", "malformed")]}),
        json!("create"),
        refused(json!({"repeated": {"column": "username", "line": 5}})),
        refused(json!("not_secondary")),
        refused(json!({"user": "holds_token"})),
        refused(json!({"too_many_cells": {"found": 7, "expected": 6}})),
    ];
    assert_eq!(plans(&report), expected);
}

#[tokio::test]
async fn a_refused_row_keeps_all_back_until_it_is_left_out() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let text = format!("{HEAD}\n{}\nx;;;;;\n", new_user("Nuevo1"));
    let report = check(&server, &session, "users", &text).await;
    let kept_back = accept(&server, &session, &report, &text, false).await;
    assert!(kept_back.get("differs").is_some());
    assert!(users(&server, &session, "Nuevo1").await.is_empty());
    let done = accept(&server, &session, &report, &text, true).await;
    assert_eq!(
        done["done"],
        json!({"rows": 2, "created": 1, "updated": 0, "unchanged": 0, "refused": 1})
    );
    assert_eq!(users(&server, &session, "Nuevo1").await.len(), 1);
}

#[tokio::test]
async fn what_changed_between_the_dry_run_and_its_acceptance_is_shown_and_nothing_is_written() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let text = format!("{HEAD}\n{}\n{}\n", new_user("Nuevo1"), new_user("Nuevo2"));
    let report = check(&server, &laura, "users", &text).await;
    let draft = json!({"username": "NUEVO2", "full_name": "Otra Persona", "email": "otra@andina.example",
        "mobile": "300 111 2233", "role": "member", "contact_confirmed": false});
    let body = json!({"draft": draft});
    server
        .post("/api/user/create", Some(&carlos), &body)
        .await
        .ok();

    let answer = accept(&server, &laura, &report, &text, false).await;
    let now = &answer["differs"];
    assert_eq!(
        plans(now),
        [
            json!("create"),
            json!({"update": ["full_name", "email", "mobile", "confirmed"]})
        ]
    );
    assert!(users(&server, &laura, "Nuevo1").await.is_empty());
    // What is shown now can be accepted.
    let done = accept(&server, &laura, now, &text, false).await;
    assert_eq!(
        (&done["done"]["created"], &done["done"]["updated"]),
        (&json!(1), &json!(1))
    );
}

#[tokio::test]
async fn another_file_than_the_one_that_was_shown_is_not_written() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let shown = format!("{HEAD}\n{}\n", new_user("Nuevo1"));
    let report = check(&server, &session, "users", &shown).await;
    let other = shown
        .replace("3007654321", "3007654322")
        .replace("300 765", "300 766");
    let answer = accept(&server, &session, &report, &other, false).await;
    assert!(answer.get("differs").is_some());
    assert!(users(&server, &session, "Nuevo1").await.is_empty());
}

#[tokio::test]
async fn other_data_of_a_user_are_taken_over_and_the_same_are_left_alone() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let before = users(&server, &session, "SofiaR").await[0].clone();
    let same = format!(
        "usuario,nombre,correo,celular\nsofiar,{},{},{}",
        before["full_name"].as_str().unwrap(),
        before["email"].as_str().unwrap(),
        before["mobile"].as_str().unwrap()
    );
    let report = check(&server, &session, "users", &same).await;
    assert_eq!(plans(&report), [json!("unchanged")]);
    let other = same.replace(
        before["email"].as_str().unwrap(),
        "sofia.nueva@andina.example",
    );
    let report = check(&server, &session, "users", &other).await;
    assert_eq!(plans(&report), [json!({"update": ["email"]})]);
    accept(&server, &session, &report, &other, false).await;
    let after = users(&server, &session, "SofiaR").await[0].clone();
    assert_eq!(after["email"], "sofia.nueva@andina.example");
    // Nobody said that the new address was checked with her.
    assert_eq!(after["confirmed_at"], Value::Null);
}

#[tokio::test]
async fn an_imported_user_is_refused_at_sign_in_like_somebody_who_does_not_exist() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let text = format!("{HEAD}\n{}\n", new_user("Nuevo1"));
    let report = check(&server, &session, "users", &text).await;
    accept(&server, &session, &report, &text, false).await;
    let nobody = server
        .try_sign_in("andina", "NoExiste", "llavero-demo")
        .await;
    for password in ["llavero-demo", "!", "%21"] {
        let answer = server.try_sign_in("andina", "Nuevo1", password).await;
        assert_eq!(
            (answer.status, answer.body),
            (nobody.status, nobody.body.clone())
        );
    }
}

#[tokio::test]
async fn what_is_no_table_is_told_as_such() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let too_many = format!("{HEAD}\n{}", "a;b;c;3\n".repeat(MOST_ROWS + 1));
    for (text, problem) in [
        (String::new(), json!("empty")),
        (HEAD.to_owned(), json!("only_headings")),
        ("\u{1}\u{2}".to_owned(), json!("not_text")),
        ("a".repeat(LARGEST_FILE + 1), json!("too_large")),
        (too_many, json!({"too_many_rows": {"rows": 5_001}})),
        (
            "cargo;usuario\nx;y".to_owned(),
            json!({"missing_columns": {
                "missing": ["full_name", "email", "mobile"],
                "found": ["cargo", "usuario"],
            }}),
        ),
    ] {
        let answer = try_check(&server, &session, "users", &text).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert_eq!(answer.json(), json!({"sheet": problem}));
    }
}

#[tokio::test]
async fn a_request_beyond_the_limit_is_refused_unread() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let answer = try_check(&server, &session, "users", &"a".repeat(1100 * 1024)).await;
    assert_eq!(answer.status, 400, "{}", answer.text());
    assert_eq!(answer.json(), json!("malformed"));
}

#[tokio::test]
async fn the_largest_file_fits_into_a_request_with_every_cell_in_quotation_marks() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let row = |number: usize| {
        let cells = [
            format!("Usuario{number:04}"),
            "Nombre y Apellidos".to_owned(),
            format!("usuario{number:04}@a.co"),
            "3007654321".to_owned(),
        ];
        cells.map(|cell| format!("\"{cell}\"")).join(";")
    };
    let rows: Vec<_> = (0..MOST_ROWS).map(row).collect();
    let text = format!("usuario;nombre;correo;celular\r\n{}", rows.join("\r\n"));
    assert!(text.len() <= LARGEST_FILE, "{}", text.len());
    let report = check(&server, &session, "users", &text).await;
    assert_eq!(plans(&report).len(), MOST_ROWS);
    assert!(plans(&report).iter().all(|plan| *plan == "create"));
}

#[tokio::test]
async fn a_list_of_users_tells_who_can_be_assigned_a_token_and_leads_to_one_request() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let text = "SofiaR\nOscarI\nRicardoN\nNadie\nsofiar\nAndresL\n";
    let report = check(&server, &session, "assign", text).await;
    let plans = plans(&report);
    assert!(plans[0]["assign"].is_string() && plans[5]["assign"].is_string());
    assert_eq!(plans[1], refused(json!({"ineligible": ["inactive"]})));
    assert_eq!(plans[2], refused(json!({"ineligible": ["has_token"]})));
    assert_eq!(plans[3], refused(json!("no_such_user")));
    assert_eq!(
        plans[4],
        refused(json!({"repeated": {"column": "username", "line": 1}}))
    );

    let body = json!({"users": [plans[0]["assign"], plans[5]["assign"]]});
    let operation = server
        .post("/api/operation/request-assignments", Some(&session), &body)
        .await
        .ok();
    let number = operation["number"].as_str().unwrap();
    phone.approve(&server, number, PIN).await.unwrap();
    llavero::service::carry_out_batches::carry_out_batches(&server.context)
        .await
        .unwrap();
    let row = server.row(&session, "AndresL").await.unwrap();
    assert_eq!(row["status"], "assigned");
}

#[tokio::test]
async fn rows_beyond_the_available_tokens_are_told_so() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let free = server.tokens(&session).await["stock"]["available"]
        .as_u64()
        .unwrap();
    let body = json!({"search": "", "page": {"place": "first", "number": 1, "size": 100}});
    let page = server
        .post("/api/candidate/list", Some(&session), &body)
        .await
        .ok();
    let eligible: Vec<&str> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["ineligibilities"].as_array().unwrap().is_empty())
        .filter_map(|row| row["username"].as_str())
        .collect();
    let report = check(&server, &session, "assign", &eligible.join("\n")).await;
    let left: Vec<_> = plans(&report)
        .into_iter()
        .filter(|plan| *plan == refused(json!("no_token_left")))
        .collect();
    assert_eq!(left.len() as u64, eligible.len() as u64 - free);
}

#[tokio::test]
async fn tokens_are_listed_by_user_or_by_serial_and_blocked_at_once() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let rows = server.tokens(&session).await["page"]["rows"]
        .as_array()
        .unwrap()
        .clone();
    let of = |status: &str| {
        rows.iter()
            .filter(|row| row["status"] == status)
            .cloned()
            .collect::<Vec<_>>()
    };
    let (active, assigned) = (of("active"), of("assigned"));
    let text = format!(
        "serie;usuario\n;{}\n{};\n{};\nFEF9999999;\nnada;\n;Nadie\n",
        active[0]["username"].as_str().unwrap(),
        active[1]["serial"].as_str().unwrap().to_lowercase(),
        assigned[0]["serial"].as_str().unwrap(),
    );
    let report = check(&server, &session, "block", &text).await;
    let plans = plans(&report);
    assert_eq!(plans[0]["change"]["token"], active[0]["id"]);
    assert_eq!(plans[1]["change"]["token"], active[1]["id"]);
    assert!(
        plans[2]["refused"][0]["token"]["wrong_state"].is_object(),
        "{}",
        plans[2]
    );
    assert_eq!(plans[3], refused(json!("no_such_token")));
    assert_eq!(
        plans[4],
        refused(json!({"cell": {"column": "serial", "problem": "malformed"}}))
    );
    assert_eq!(plans[5], refused(json!("no_such_user")));
    let body = json!({"seen": [plans[0]["change"], plans[1]["change"]], "reason": "lost"});
    let outcomes = server
        .post("/api/token/block", Some(&session), &body)
        .await
        .ok();
    assert!(
        outcomes
            .as_array()
            .unwrap()
            .iter()
            .all(|outcome| outcome["error"].is_null())
    );
}

#[tokio::test]
async fn tokens_that_wait_for_activation_are_told_from_the_others() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let rows = server.tokens(&session).await["page"]["rows"]
        .as_array()
        .unwrap()
        .clone();
    let names: Vec<&str> = rows
        .iter()
        .filter_map(|row| row["username"].as_str())
        .collect();
    let report = check(&server, &session, "activate", &names.join("\n")).await;
    for (row, plan) in rows.iter().zip(plans(&report)) {
        let waits = row["status"] == "pending_activation";
        assert_eq!(plan.get("change").is_some(), waits, "{row} {plan}");
    }
}

#[tokio::test]
async fn physical_tokens_are_registered_row_by_row() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let text = "Número de serie;Usuario\nfef7770001;JuanPM\n7770003;IsabelV\n\
                FEF7770004;Nadie\nFEF7770001;IsabelV\nFEF7770005;OscarI\n";
    let report = check(&server, &session, "physical_tokens", text).await;
    let plans = plans(&report);
    assert_eq!(
        plans[0],
        json!({"register": {"replaced_by": null}}),
        "{report}"
    );
    let malformed = json!({"cell": {"column": "serial", "problem": "malformed"}});
    assert_eq!(plans[1], refused(malformed));
    assert_eq!(plans[2], refused(json!("no_such_user")));
    let repeated = |column, line| json!({"repeated": {"column": column, "line": line}});
    assert_eq!(
        plans[3],
        json!({"refused": [repeated("serial", 2), repeated("username", 3)]})
    );
    assert_eq!(plans[4], refused(json!({"user": "inactive"})));
    let done = accept(&server, &session, &report, text, true).await;
    assert_eq!(done["done"]["created"], 1);
    let registered = physical_of(&server, &session, "JuanPM").await;
    assert_eq!(registered[0]["serial"], "FEF7770001");
    assert_eq!(registered[0]["status"], "active");
}

#[tokio::test]
async fn a_physical_token_that_is_there_is_left_alone_and_its_serial_is_taken() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let text = "serie;usuario\nFEF7770001;JuanPM\n";
    let report = check(&server, &session, "physical_tokens", text).await;
    accept(&server, &session, &report, text, false).await;
    for (row, plan) in [
        ("FEF7770001;JuanPM", json!("unchanged")),
        ("FEF7770001;IsabelV", refused(json!("serial_taken"))),
        (
            "FEF7770009;JuanPM",
            refused(json!({"holds_physical": "FEF7770001"})),
        ),
    ] {
        let text = format!("serie;usuario\n{row}\n");
        let report = check(&server, &session, "physical_tokens", &text).await;
        assert_eq!(plans(&report), [plan], "{row}");
    }
}

#[tokio::test]
async fn a_physical_token_whose_user_has_an_active_virtual_one_is_disabled_from_the_start() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let with: Vec<Value> = physical_of(&server, &session, "").await;
    let rows = server.tokens(&session).await["page"]["rows"]
        .as_array()
        .unwrap()
        .clone();
    let active = rows
        .iter()
        .find(|row| {
            row["status"] == "active" && with.iter().all(|has| has["username"] != row["username"])
        })
        .expect("somebody without a physical token");
    let username = active["username"].as_str().unwrap();
    let text = format!("serie;usuario\nFEF7770001;{username}\n");
    let report = check(&server, &session, "physical_tokens", &text).await;
    let register = json!({"register": {"replaced_by": active["serial"]}});
    assert_eq!(plans(&report), [register]);
    accept(&server, &session, &report, &text, false).await;
    let registered = physical_of(&server, &session, username).await;
    assert_eq!(registered[0]["status"], "disabled");
    assert_eq!(registered[0]["replacement"], active["serial"]);
}

async fn physical_of(server: &Server, session: &Session, search: &str) -> Vec<Value> {
    let body = json!({"query": {
        "filter": {"search": search, "status": null},
        "sort": {"column": "username", "direction": "ascending"},
        "page": {"place": "first", "number": 1, "size": 100},
    }});
    let page = server
        .post("/api/physical-token/list", Some(session), &body)
        .await;
    page.ok()["page"]["rows"].as_array().unwrap().clone()
}

#[tokio::test]
async fn another_company_s_users_and_tokens_are_like_none() {
    let server = Server::start().await;
    let (andina, _) = server.admin("andina", "LauraG").await;
    let (entelgy, _) = server.admin("entelgy", "AdminEntelgy").await;
    let theirs = server.row(&andina, "RicardoN").await.unwrap();
    let serial = theirs["serial"].as_str().unwrap();
    for kind in ["assign", "activate", "block"] {
        let foreign = check(&server, &entelgy, kind, "usuario\nRicardoN").await;
        let nobody = check(&server, &entelgy, kind, "usuario\nNadie").await;
        assert_eq!(plans(&foreign), plans(&nobody), "{kind}");
    }
    for kind in ["activate", "block"] {
        let foreign = check(&server, &entelgy, kind, &format!("serie\n{serial}")).await;
        let nobody = check(&server, &entelgy, kind, "serie\nFEF9999999").await;
        assert_eq!(plans(&foreign), plans(&nobody), "{kind}");
    }
    // A serial is unique across the bank: that it is taken has to be said, by
    // whom is not.
    let text = format!("serie;usuario\n{serial};VictorP1");
    let taken = check(&server, &entelgy, "physical_tokens", &text).await;
    let plan = &plans(&taken)[0];
    assert!(plan["refused"].is_array(), "{plan}");
    assert!(!taken.to_string().contains("RicardoN"));
}

#[tokio::test]
async fn what_is_only_a_request_is_not_accepted_as_a_file() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let report = check(&server, &session, "assign", "SofiaR").await;
    let body = json!({
        "kind": "assign",
        "text": "SofiaR",
        "acceptance": {"seal": report["seal"], "leave_out_refused": false},
    });
    let answer = server
        .post("/api/import/accept", Some(&session), &body)
        .await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn of_two_who_accept_the_same_file_at_once_one_is_told_that_it_is_so_already() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let text = format!("{HEAD}\n{}\n", new_user("Nuevo1"));
    let report = check(&server, &laura, "users", &text).await;
    let (first, second) = tokio::join!(
        accept(&server, &laura, &report, &text, false),
        accept(&server, &carlos, &report, &text, false)
    );
    let done = [&first, &second]
        .iter()
        .filter(|answer| answer.get("done").is_some())
        .count();
    assert_eq!(done, 1, "{first} {second}");
    assert_eq!(users(&server, &laura, "Nuevo1").await.len(), 1);
}
