//! Usuarios: the table, and what an administrator changes of a user.

use serde_json::{Value, json};

use crate::support::{Answer, Letter, Server, Session};

const REFUSED: u16 = 422;

fn draft(username: &str) -> Value {
    json!({"username": username, "full_name": "Nueva Persona", "email": "nueva@andina.example",
           "mobile": "300 765 4321", "role": "member", "contact_confirmed": true})
}

fn query(filter: &Value, column: &str) -> Value {
    let mut everything =
        json!({"search": "", "status": null, "role": null, "contact": null, "token": null});
    for (name, value) in filter.as_object().unwrap() {
        everything[name] = value.clone();
    }
    json!({"query": {
        "filter": everything,
        "sort": {"column": column, "direction": "ascending"},
        "page": {"place": "first", "number": 1, "size": 100},
    }})
}

impl Server {
    async fn users(&self, session: &Session, filter: Value) -> Vec<Value> {
        let body = query(&filter, "username");
        let page = self.post("/api/user/list", Some(session), &body).await.ok();
        page["rows"].as_array().unwrap().clone()
    }

    async fn user(&self, session: &Session, username: &str) -> Value {
        let found = self.users(session, json!({"search": username})).await;
        found
            .into_iter()
            .find(|row| row["username"] == username)
            .unwrap()
    }

    async fn about(&self, session: &Session, action: &str, row: &Value) -> Answer {
        let seen = json!({"user": row["id"], "version": row["version"]});
        let body = match action {
            "confirm-contacts" => json!({"seen": [seen]}),
            _ => json!({"seen": seen}),
        };
        let path = format!("/api/user/{action}");
        self.post(&path, Some(session), &body).await
    }

    async fn edit(&self, session: &Session, row: &Value, changes: Value) -> Answer {
        let mut draft = json!({"username": row["username"], "full_name": row["full_name"],
            "email": row["email"], "mobile": row["mobile"], "role": row["role"],
            "contact_confirmed": false});
        for (name, value) in changes.as_object().unwrap() {
            draft[name] = value.clone();
        }
        let seen = json!({"user": row["id"], "version": row["version"]});
        let body = json!({"seen": seen, "draft": draft});
        self.post("/api/user/edit", Some(session), &body).await
    }
}

fn names(rows: &[Value]) -> Vec<&str> {
    rows.iter()
        .map(|row| row["username"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn the_table_finds_users_by_name_whatever_the_accents_and_by_e_mail() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let found = server.users(&session, json!({"search": "RAMIREZ"})).await;
    assert_eq!(names(&found), ["SofiaR"]);
    let email = found[0]["email"].as_str().unwrap().to_uppercase();
    let found = server.users(&session, json!({"search": email})).await;
    assert_eq!(names(&found), ["SofiaR"]);
    assert_eq!(
        server.users(&session, json!({"search": "%"})).await.len(),
        0
    );
}

#[tokio::test]
async fn each_filter_lets_through_just_those_it_says() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let all = server.users(&session, json!({})).await;
    type Fits = fn(&Value) -> bool;
    let cases: [(Value, Fits); 7] = [
        (json!({"status": "inactive"}), |row| {
            row["status"] == "inactive"
        }),
        (json!({"role": "auditor"}), |row| row["role"] == "auditor"),
        (json!({"token": "with"}), |row| !row["token"].is_null()),
        (json!({"token": "without"}), |row| row["token"].is_null()),
        (json!({"contact": "missing"}), |row| {
            row["email"].is_null() || row["mobile"].is_null()
        }),
        (json!({"contact": "stale"}), |row| {
            row["problems"]
                .as_array()
                .unwrap()
                .contains(&json!("stale"))
        }),
        (json!({"contact": "fresh"}), |row| {
            !row["problems"]
                .as_array()
                .unwrap()
                .contains(&json!("stale"))
                && !row["email"].is_null()
                && !row["mobile"].is_null()
        }),
    ];
    for (filter, fits) in cases {
        let wanted: Vec<_> = all.iter().filter(|row| fits(row)).cloned().collect();
        assert!(!wanted.is_empty(), "{filter} has someone in the demo data");
        let found = server.users(&session, filter.clone()).await;
        assert_eq!(names(&found), names(&wanted), "{filter}");
    }
}

#[tokio::test]
async fn a_new_user_can_be_assigned_a_token_at_once() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let body = json!({"draft": draft("NuevaP1")});
    server
        .post("/api/user/create", Some(&session), &body)
        .await
        .ok();
    let row = server.user(&session, "NuevaP1").await;
    assert_eq!(row["mobile"], "+573007654321");
    assert_eq!(row["problems"], json!([]));
    assert_eq!(server.try_assign(&session, "NuevaP1").await.status, 200);
}

#[tokio::test]
async fn every_wrong_field_of_a_new_user_is_told_and_nobody_is_made() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let wrong = json!({"draft": {"username": "a b", "full_name": " ", "email": "x@", "mobile": "+34 912 345 678",
                                 "role": "admin", "contact_confirmed": false}});
    let answer = server
        .post("/api/user/create", Some(&session), &wrong)
        .await;
    assert_eq!(answer.status, REFUSED);
    let told = answer.json();
    let fields: Vec<_> = told["invalid"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["username", "role", "full_name", "email", "mobile"]);
}

#[tokio::test]
async fn a_username_is_taken_whatever_its_case_and_accents() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let body = json!({"draft": draft("sofíar")});
    let answer = server.post("/api/user/create", Some(&session), &body).await;
    assert_eq!(answer.status, REFUSED);
    assert_eq!(
        answer.json(),
        json!({"invalid": [{"field": "username", "problem": "taken"}]})
    );
}

#[tokio::test]
async fn another_e_mail_counts_as_never_confirmed_until_somebody_confirms_it() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let row = server.user(&session, "SofiaR").await;
    let changes = json!({"email": "otra@andina.example"});
    server.edit(&session, &row, changes).await.ok();
    let row = server.user(&session, "SofiaR").await;
    assert_eq!(row["confirmed_at"], Value::Null);
    assert_eq!(server.try_assign(&session, "SofiaR").await.status, REFUSED);
    server.about(&session, "confirm-contacts", &row).await.ok();
    assert_eq!(server.try_assign(&session, "SofiaR").await.status, 200);
}

#[tokio::test]
async fn where_invitations_go_is_not_changed_while_the_user_holds_a_token() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let row = server.user(&session, "RicardoN").await;
    for changes in [
        json!({"email": "otra@andina.example"}),
        json!({"mobile": "300 765 4321"}),
    ] {
        let answer = server.edit(&session, &row, changes).await;
        assert_eq!(answer.json(), json!({"user_refused": "holds_token"}));
    }
    let answer = server
        .edit(&session, &row, json!({"role": "auditor"}))
        .await;
    assert_eq!(
        answer.json(),
        json!({"invalid": [{"field": "role", "problem": "wrong"}]})
    );
    let renamed = json!({"full_name": "Ricardo Niño Paz"});
    server.edit(&session, &row, renamed).await.ok();
    let token = server.row(&session, "RicardoN").await.unwrap();
    assert_eq!(token["full_name"], "Ricardo Niño Paz");
}

#[tokio::test]
async fn of_two_who_edit_the_same_user_the_second_is_told() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let row = server.user(&laura, "SofiaR").await;
    server
        .edit(&carlos, &row, json!({"full_name": "Sofía R. Peña"}))
        .await
        .ok();
    let second = server
        .edit(&laura, &row, json!({"full_name": "Otra"}))
        .await;
    assert_eq!(second.status, 409);
    assert_eq!(second.json(), json!({"conflict": "changed_meanwhile"}));
    assert_eq!(
        server.user(&laura, "SofiaR").await["full_name"],
        "Sofía R. Peña"
    );
}

#[tokio::test]
async fn a_deactivated_user_cannot_sign_in_until_activated() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let row = server.user(&session, "SofiaR").await;
    let theirs = server.sign_in("andina", "SofiaR").await;
    server.about(&session, "deactivate", &row).await.ok();
    assert!(!server.is_signed_in(&theirs).await);
    let again = server.about(&session, "deactivate", &row).await;
    assert_eq!(again.status, 409);
    let row = server.user(&session, "SofiaR").await;
    let twice = server.about(&session, "deactivate", &row).await;
    assert_eq!(twice.json(), json!({"user_refused": "inactive"}));
    server.about(&session, "activate", &row).await.ok();
    server.sign_in("andina", "SofiaR").await;
}

#[tokio::test]
async fn missing_data_cannot_be_confirmed_and_of_several_each_is_told() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let missing = server.users(&session, json!({"contact": "missing"})).await[0].clone();
    let good = server.user(&session, "SofiaR").await;
    let alone = server.about(&session, "confirm-contacts", &missing).await;
    assert_eq!(alone.status, REFUSED);
    let seen = |row: &Value| json!({"user": row["id"], "version": row["version"]});
    let body = json!({"seen": [seen(&missing), seen(&good)]});
    let told = server
        .post("/api/user/confirm-contacts", Some(&session), &body)
        .await
        .ok();
    assert!(!told[0]["error"].is_null());
    assert!(told[1]["error"].is_null());
}

#[tokio::test]
async fn a_page_is_found_again_from_its_last_row_in_every_order() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    for column in ["username", "full_name", "role", "status", "confirmed_at"] {
        let body = query(&json!({}), column);
        let whole = server
            .post("/api/user/list", Some(&session), &body)
            .await
            .ok();
        let mut walked = Vec::new();
        let mut place = json!("first");
        for number in 1.. {
            let mut body = body.clone();
            body["query"]["page"] = json!({"place": place, "number": number, "size": 10});
            let page = server
                .post("/api/user/list", Some(&session), &body)
                .await
                .ok();
            walked.extend(page["rows"].as_array().unwrap().clone());
            if page["next"].is_null() {
                break;
            }
            place = json!({"after": page["next"]});
        }
        let whole = whole["rows"].as_array().unwrap();
        assert_eq!(names(&walked), names(whole), "{column}");
    }
}

#[tokio::test]
async fn of_all_that_match_a_filter_those_who_may_get_a_token_are_told() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let filter =
        json!({"search": "", "status": null, "role": "member", "contact": null, "token": null});
    let body = json!({"filter": filter});
    let told = server
        .post("/api/user/assignable", Some(&session), &body)
        .await
        .ok();
    let members = server.users(&session, json!({"role": "member"})).await;
    assert_eq!(told["matching"], members.len());
    let able: Vec<Value> = members
        .iter()
        .filter(|row| {
            row["status"] == "active" && row["token"].is_null() && row["problems"] == json!([])
        })
        .map(|row| row["id"].clone())
        .collect();
    assert!(!able.is_empty() && able.len() < members.len());
    assert_eq!(told["users"], json!(able));
    server.try_assign(&session, "SofiaR").await.ok();
    let after = server
        .post("/api/user/assignable", Some(&session), &body)
        .await
        .ok();
    assert_eq!(after["users"].as_array().unwrap().len(), able.len() - 1);
}

#[tokio::test]
async fn whose_address_is_changed_is_told_at_the_old_one_too() {
    let server = Server::start().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let sofia = server.user(&laura, "SofiaR").await;
    let other = json!({"email": "otra@andina.co"});
    server.edit(&laura, &sofia, other).await.ok();
    let letters = server.letters().await;
    let told = |to: &str| {
        let subject = "Cambiaron sus datos de contacto";
        let fits = |letter: &&Letter| letter.to == to && letter.subject == subject;
        letters.iter().filter(fits).count()
    };
    assert_eq!((told("sofiar@andina.co"), told("otra@andina.co")), (1, 1));
}
