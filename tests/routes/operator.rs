//! The bank's operators: companies, tokens, serials across the bank.

use llavero::domain::token::TokenStatus;
use llavero::service::expire_invitations::expire_invitations;
use serde_json::{Value, json};

use crate::support::{Answer, PIN, Phone, Server, Session};

const OPERATOR: (&str, &str) = ("banco", "OperadorB");

impl Server {
    pub async fn operator(&self) -> Session {
        self.sign_in(OPERATOR.0, OPERATOR.1).await
    }

    pub async fn companies(&self, operator: &Session, search: &str) -> Value {
        let query = json!({"query": {
            "filter": {"search": search, "status": null},
            "sort": {"column": "name", "direction": "ascending"},
            "page": {"place": "first", "number": 1, "size": 10},
        }});
        self.post("/api/company/list", Some(operator), &query)
            .await
            .ok()
    }

    /// A company's page, by its word to sign in with.
    pub async fn company(&self, operator: &Session, slug: &str) -> Value {
        let found = self.companies(operator, slug).await;
        let row = &found["rows"][0];
        assert_eq!(row["slug"], slug);
        let body = json!({"company": row["id"]});
        self.post("/api/company/show", Some(operator), &body)
            .await
            .ok()
    }

    pub async fn company_deed(&self, operator: &Session, slug: &str, deed: &str) -> Answer {
        let company = self.company(operator, slug).await;
        let seen = json!({"company": company["id"], "version": company["version"]});
        let path = format!("/api/company/{deed}");
        self.post(&path, Some(operator), &json!({"seen": seen}))
            .await
    }

    pub async fn create_company(&self, operator: &Session, slug: &str, name: &str) -> Answer {
        let draft = json!({
            "slug": slug, "approvals": "one",
            "settings": {"name": name, "contact_period_days": "365"},
        });
        self.post(
            "/api/company/create",
            Some(operator),
            &json!({"draft": draft}),
        )
        .await
    }

    pub async fn grant(&self, operator: &Session, company: &Value, count: &str) -> Answer {
        let granted: u64 = company["stock"]["by_status"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| pair[1].as_u64().unwrap())
            .sum();
        let order = json!({"company": company["id"], "count": count, "seen_granted": granted});
        self.post(
            "/api/company/grant",
            Some(operator),
            &json!({"order": order}),
        )
        .await
    }

    pub async fn at_bank(&self, operator: &Session, serial: &str) -> Answer {
        let body = json!({"serial": serial});
        self.post("/api/operator/find-serial", Some(operator), &body)
            .await
    }

    pub async fn change_at_bank(&self, operator: &Session, serial: &str, deed: Value) -> Answer {
        let found = self.at_bank(operator, serial).await.ok();
        let token = &found["virtual"]["token"];
        let seen = json!({"token": token["id"], "version": token["version"]});
        let body = json!({"seen": seen, "deed": deed});
        self.post("/api/operator/change-token", Some(operator), &body)
            .await
    }
}

fn fields(answer: &Answer) -> Vec<(String, String)> {
    answer.json()["invalid"]
        .as_array()
        .unwrap_or(&Vec::new())
        .iter()
        .map(|wrong| {
            let text = |name: &str| wrong[name].as_str().unwrap().to_owned();
            (text("field"), text("problem"))
        })
        .collect()
}

#[tokio::test]
async fn the_bank_lists_its_customers_with_their_tokens_and_never_itself() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let page = server.companies(&operator, "").await;
    let rows = page["rows"].as_array().unwrap();
    assert!(rows.len() >= 3);
    assert!(rows.iter().all(|row| row["slug"] != "banco"));
    let andina = rows.iter().find(|row| row["slug"] == "andina").unwrap();
    assert_eq!(andina["tokens"], 12, "the retired one does not count");
    assert_eq!(andina["available"], 5);
}

#[tokio::test]
async fn a_company_is_found_whatever_the_case_and_the_accents() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_company(&operator, "cafe-norte", "Café del Norte")
        .await
        .ok();
    for search in ["cafe del", "CAFÉ DEL NORTE", "cafe-nor"] {
        let found = server.companies(&operator, search).await;
        assert_eq!(found["total"], 1, "{search}");
    }
}

#[tokio::test]
async fn the_bank_s_own_company_is_no_customer_s_page() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let bank = {
        let mut reader = server.context.store.read().await.unwrap();
        llavero::store::company::bank(&mut reader)
            .await
            .unwrap()
            .unwrap()
    };
    let seen = json!({"company": bank.id, "version": bank.version});
    for (path, body) in [
        ("/api/company/show", json!({"company": bank.id})),
        ("/api/company/suspend", json!({"seen": seen})),
        (
            "/api/company/set-approvals",
            json!({"seen": seen, "approvals": "two"}),
        ),
        (
            "/api/company/grant",
            json!({"order": {"company": bank.id, "count": "1", "seen_granted": 0}}),
        ),
    ] {
        let answer = server.post(path, Some(&operator), &body).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_new_company_begins_with_nobody_and_no_token() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let answer = server
        .create_company(&operator, " Aceros-Sur ", " Aceros  del Sur ")
        .await;
    answer.ok();
    let company = server.company(&operator, "aceros-sur").await;
    assert_eq!(company["name"], "Aceros del Sur");
    assert_eq!(company["status"], "active");
    assert_eq!(company["people"], json!([]));
    assert_eq!(company["stock"]["total"], 0);
}

#[tokio::test]
async fn a_company_s_form_marks_each_wrong_field_and_a_word_that_is_taken() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let draft = json!({
        "slug": "á", "approvals": "one",
        "settings": {"name": "", "contact_period_days": "mucho"},
    });
    let wrong = server
        .post(
            "/api/company/create",
            Some(&operator),
            &json!({"draft": draft}),
        )
        .await;
    let names: Vec<_> = fields(&wrong).into_iter().map(|(field, _)| field).collect();
    assert_eq!(names, ["company", "company_name", "contact_period"]);
    let taken = server.create_company(&operator, "ANDINA", "Otra").await;
    assert_eq!(fields(&taken), [("company".to_owned(), "taken".to_owned())]);
    let bank = server.create_company(&operator, "banco", "Otro").await;
    assert_eq!(fields(&bank), [("company".to_owned(), "taken".to_owned())]);
}

#[tokio::test]
async fn who_edits_a_company_that_changed_meanwhile_is_told() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let company = server.company(&operator, "andina").await;
    let seen = json!({"company": company["id"], "version": company["version"]});
    let body =
        |name: &str| json!({"seen": seen, "settings": {"name": name, "contact_period_days": "90"}});
    let first = server
        .post("/api/company/edit", Some(&operator), &body("Andina Uno"))
        .await;
    assert!(first.status.is_success());
    let second = server
        .post("/api/company/edit", Some(&operator), &body("Andina Dos"))
        .await;
    assert_eq!(second.status, 409);
    let now = server.company(&operator, "andina").await;
    assert_eq!(now["name"], "Andina Uno");
    assert_eq!(now["contact_period_days"], 90);
}

#[tokio::test]
async fn a_suspended_company_s_people_are_out_at_once_and_cannot_come_in() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    server
        .company_deed(&operator, "andina", "suspend")
        .await
        .ok();
    assert!(!server.is_signed_in(&laura).await);
    let refused = server.try_sign_in("andina", "LauraG", "llavero-demo").await;
    assert_eq!(refused.status, 422);
    let call = llavero::domain::protocol::DeviceCall::Operations;
    assert_eq!(
        phone.call(&server, call).await.unwrap_err(),
        llavero::domain::protocol::DeviceFault::Suspended
    );
}

#[tokio::test]
async fn a_resumed_company_has_what_it_had_and_its_old_requests_are_cancelled() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    let before = server.tokens(&laura).await;
    let asked = server.try_assign(&laura, "SofiaR").await.ok();
    server
        .company_deed(&operator, "andina", "suspend")
        .await
        .ok();
    server
        .company_deed(&operator, "andina", "resume")
        .await
        .ok();
    server.clock.advance(std::time::Duration::from_secs(60));
    let again = server.sign_in_with("andina", "LauraG", &phone).await;
    assert_eq!(server.tokens(&again).await["page"], before["page"]);
    let ended = server.operation(&again, &asked).await;
    assert_eq!(ended["state"]["state"], "cancelled");
}

#[tokio::test]
async fn an_invitation_outlives_a_suspension() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    let asked = server.try_assign(&laura, "SofiaR").await.ok();
    let number = asked["number"].as_str().unwrap();
    phone.approve(&server, number, PIN).await.unwrap();
    let code = server.invitation_code().await;
    let deed = |deed| server.company_deed(&operator, "andina", deed);
    deed("suspend").await.ok();
    server
        .clock
        .advance(std::time::Duration::from_secs(11 * 86_400));
    expire_invitations(&server.context).await.unwrap();
    let operator = server.operator().await;
    server
        .company_deed(&operator, "andina", "resume")
        .await
        .ok();
    expire_invitations(&server.context).await.unwrap();
    assert!(Phone::enrol(&server, &code, PIN).await.is_ok());
}

#[tokio::test]
async fn suspending_twice_is_told_and_changes_nothing() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .company_deed(&operator, "andina", "suspend")
        .await
        .ok();
    let again = server.company_deed(&operator, "andina", "suspend").await;
    assert_eq!(again.status, 409);
}

#[tokio::test]
async fn what_the_bank_does_stands_in_the_company_s_log_with_who_did_it() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .company_deed(&operator, "andina", "suspend")
        .await
        .ok();
    server
        .company_deed(&operator, "andina", "resume")
        .await
        .ok();
    let company = server.company(&operator, "andina").await;
    server.grant(&operator, &company, "1").await.ok();
    let (laura, _) = server.admin("andina", "LauraG").await;
    let id = company["id"].as_str().unwrap().parse().unwrap();
    let mut reader = server.context.store.read().await.unwrap();
    let chain = llavero::store::audit::verify(&mut reader, id)
        .await
        .unwrap();
    let is_whole = matches!(chain, llavero::store::audit::Chain::Whole { .. });
    assert!(is_whole, "{chain:?}");
    drop(reader);
    let detail = server.detail_of(&laura, "FEF0000001").await;
    let granted = &detail["timeline"][0];
    assert_eq!(granted["actor"]["person"], "OperadorB (Banco)");
    assert_eq!(granted["to"], TokenStatus::Available.code());
}

#[tokio::test]
async fn a_grant_gives_new_serials_and_the_counters_follow() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let company = server.company(&operator, "andina").await;
    let granted = server.grant(&operator, &company, " 25 ").await.ok();
    assert_eq!(granted["count"], 25);
    assert_eq!(granted["first"], "FEF0000001");
    assert_eq!(granted["last"], "FEF0000025");
    let after = server.company(&operator, "andina").await;
    assert_eq!(after["stock"]["total"], 37);
    assert_eq!(after["stock"]["available"], 30);
}

#[tokio::test]
async fn a_grant_of_no_number_is_marked_beside_its_field() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let company = server.company(&operator, "andina").await;
    for count in ["", "0", "1001", "diez", "-1"] {
        let answer = server.grant(&operator, &company, count).await;
        assert_eq!(fields(&answer)[0].0, "token_count", "{count}");
    }
    let after = server.company(&operator, "andina").await;
    assert_eq!(after["stock"], company["stock"]);
}

#[tokio::test]
async fn a_grant_that_comes_twice_grants_once() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let company = server.company(&operator, "andina").await;
    let (one, two) = tokio::join!(
        server.grant(&operator, &company, "10"),
        server.grant(&operator, &company, "10"),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let after = server.company(&operator, "andina").await;
    assert_eq!(after["stock"]["total"], 22);
}

#[tokio::test]
async fn a_serial_is_found_across_the_bank_however_it_is_typed() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let found = server.at_bank(&operator, " fef 4900-032 ").await.ok();
    let token = &found["virtual"];
    assert_eq!(token["company"]["name"], "Entelgy");
    assert_eq!(token["holder_role"], "member");
    assert_eq!(token["token"]["holder"][1], "Entelgy1BOC");
    let physical = server.at_bank(&operator, "2100032").await.ok();
    assert_eq!(physical["physical"]["replaced_by"], "FEF4900032");
    assert_eq!(server.at_bank(&operator, "FEF9999999").await.status, 404);
    let nonsense = server.at_bank(&operator, "hola").await;
    assert_eq!(fields(&nonsense)[0].0, "serial");
}

#[tokio::test]
async fn a_retired_token_is_lost_to_its_holder_for_ever() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let row = server.row(&laura, "GloriaE").await.unwrap();
    let serial = row["serial"].as_str().unwrap();
    assert_eq!(row["status"], "blocked");
    server
        .change_at_bank(&operator, serial, json!("retire"))
        .await
        .ok();
    assert_eq!(server.row(&laura, "GloriaE").await, None);
    let company = server.company(&operator, "andina").await;
    assert_eq!(company["stock"]["total"], 11);
    let again = server
        .change_at_bank(&operator, serial, json!("retire"))
        .await;
    assert_eq!(again.status, 422, "nothing comes after retired");
}

#[tokio::test]
async fn an_active_token_is_not_retired() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let answer = server
        .change_at_bank(&operator, "FEF4900032", json!("retire"))
        .await;
    assert_eq!(answer.status, 422);
}

#[tokio::test]
async fn the_operator_takes_the_last_administrator_s_device_and_the_next_works_at_once() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (_, _) = server.admin("entelgy", "AdminEntelgy").await;
    server
        .change_at_bank(&operator, "FEF4900031", json!("replace_device"))
        .await
        .ok();
    let code = server.invitation_code().await;
    Phone::enrol(&server, &code, crate::support::PIN)
        .await
        .unwrap();
    let found = server.at_bank(&operator, "FEF4900031").await.ok();
    assert_eq!(found["virtual"]["token"]["status"], "active");
}

#[tokio::test]
async fn an_operator_who_was_overtaken_is_told_by_whom() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let row = server.row(&laura, "RicardoN").await.unwrap();
    let seen = json!({"token": row["id"], "version": row["version"]});
    server.try_block(&laura, &["RicardoN"], "lost").await.ok();
    let body = json!({"seen": seen, "deed": {"block": {"reason": "lost"}}});
    let answer = server
        .post("/api/operator/change-token", Some(&operator), &body)
        .await;
    assert_eq!(answer.status, 409);
    assert_eq!(answer.json()["overtaken"]["actor"]["person"], "LauraG");
}
