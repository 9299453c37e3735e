//! Administrators and auditors: made by the bank, with a link to choose their
//! password.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Answer, PIN, Phone, Server, Session};

const PASSWORD: &str = "tres gatos en el tejado";

impl Server {
    async fn create_person(
        &self,
        operator: &Session,
        slug: &str,
        username: &str,
        role: &str,
    ) -> Answer {
        let company = self.company(operator, slug).await;
        let draft = json!({
            "username": username, "full_name": "Nuria Acevedo", "email": "nuria@aceros.example",
            "mobile": "301 222 3344", "role": role, "contact_confirmed": true,
        });
        let body = json!({"company": company["id"], "draft": draft});
        self.post("/api/company-person/create", Some(operator), &body)
            .await
    }

    async fn invite_person(&self, operator: &Session, slug: &str, username: &str) -> Answer {
        let company = self.company(operator, slug).await;
        let person = person(&company, username);
        let body = json!({"company": company["id"], "user": person["id"]});
        self.post("/api/company-person/invite", Some(operator), &body)
            .await
    }

    /// The code of the newest link to choose a password.
    async fn password_code(&self) -> String {
        let letters = self.letters().await;
        let links = letters
            .iter()
            .rev()
            .filter_map(|letter| letter.link.as_ref());
        let link = links
            .into_iter()
            .find(|link| link.contains("/contrasena#"))
            .expect("a link");
        link.split_once('#').unwrap().1.to_owned()
    }

    async fn password_link(&self, code: &str) -> Answer {
        self.post("/api/password/link", None, &json!({"code": code}))
            .await
    }

    async fn choose(&self, code: &str, password: &str) -> Answer {
        let body = json!({"code": code, "password": password});
        self.post("/api/password/choose", None, &body).await
    }
}

fn person(company: &Value, username: &str) -> Value {
    company["people"]
        .as_array()
        .unwrap()
        .iter()
        .find(|person| person["username"] == username)
        .cloned()
        .expect("a person")
}

async fn steel(server: &Server, operator: &Session) {
    server
        .create_company(operator, "aceros", "Aceros del Sur")
        .await
        .ok();
}

#[tokio::test]
async fn a_company_s_first_administrator_comes_from_a_link_to_the_table_of_tokens() {
    let server = Server::start().await;
    let operator = server.operator().await;
    steel(&server, &operator).await;
    server
        .create_person(&operator, "aceros", "NuriaA", "admin")
        .await
        .ok();
    let code = server.password_code().await;
    let link = server.password_link(&code).await.ok();
    assert_eq!(link["username"], "NuriaA");
    assert_eq!(link["company"], "aceros");
    server.choose(&code, PASSWORD).await.ok();
    let answer = server.try_sign_in("aceros", "NuriaA", PASSWORD).await;
    let nuria = Session::of(&answer).expect("a cookie");
    let signed = answer.ok();
    assert!(
        signed["signed_in"]["own_token"]["unlinked"].is_object(),
        "{signed}"
    );
    let invitation = server
        .post("/api/invitation/own", Some(&nuria), &json!({}))
        .await
        .ok();
    Phone::enrol(&server, invitation["code"].as_str().unwrap(), PIN)
        .await
        .unwrap();
    let company = server.company(&operator, "aceros").await;
    assert_eq!(person(&company, "NuriaA")["token"][1], "active");
    assert_eq!(server.tokens(&nuria).await["stock"]["total"], 1);
}

#[tokio::test]
async fn an_administrator_gets_an_available_token_before_another_is_granted() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "admin")
        .await
        .ok();
    let company = server.company(&operator, "andina").await;
    assert_eq!(company["stock"]["total"], 12);
    assert_eq!(company["stock"]["available"], 4);
}

#[tokio::test]
async fn an_auditor_is_made_without_a_token() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "auditor")
        .await
        .ok();
    let company = server.company(&operator, "andina").await;
    assert_eq!(person(&company, "NuriaA")["token"], Value::Null);
    assert_eq!(company["stock"]["available"], 5);
}

#[tokio::test]
async fn the_bank_makes_no_secondary_user_and_no_operator() {
    let server = Server::start().await;
    let operator = server.operator().await;
    for role in ["member", "operator"] {
        let answer = server
            .create_person(&operator, "andina", "NuriaA", role)
            .await;
        assert_eq!(answer.json()["invalid"][0]["field"], "role", "{role}");
    }
}

#[tokio::test]
async fn a_link_works_once() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "auditor")
        .await
        .ok();
    let code = server.password_code().await;
    let (one, two) = tokio::join!(
        server.choose(&code, PASSWORD),
        server.choose(&code, "otra frase muy larga"),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 404]);
    assert_eq!(server.password_link(&code).await.status, 404);
}

#[tokio::test]
async fn a_new_link_ends_the_one_before() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "auditor")
        .await
        .ok();
    let old = server.password_code().await;
    server.clock.advance(Duration::from_secs(1));
    server
        .invite_person(&operator, "andina", "NuriaA")
        .await
        .ok();
    let new = server.password_code().await;
    assert_ne!(old, new);
    assert_eq!(server.choose(&old, PASSWORD).await.status, 404);
    server.choose(&new, PASSWORD).await.ok();
}

#[tokio::test]
async fn a_link_expires_after_seventy_two_hours() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "auditor")
        .await
        .ok();
    let code = server.password_code().await;
    server.clock.advance(Duration::from_secs(72 * 3_600));
    let late = server.choose(&code, PASSWORD).await;
    assert_eq!(late.status, 410);
    assert_eq!(late.json(), json!({"link_unusable": "expired"}));
}

#[tokio::test]
async fn a_link_that_was_never_sent_answers_like_one_that_was_used() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "auditor")
        .await
        .ok();
    let code = server.password_code().await;
    server.choose(&code, PASSWORD).await.ok();
    let used = server.password_link(&code).await;
    for code in ["", "hola", "AAAAAAAAAAAAAAAAAAAAAA"] {
        let never = server.password_link(code).await;
        assert_eq!((never.status, &never.body), (used.status, &used.body));
    }
}

#[tokio::test]
async fn a_weak_password_is_marked_and_the_link_still_works() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "auditor")
        .await
        .ok();
    let code = server.password_code().await;
    for (password, problem) in [
        ("corta", "too_short"),
        ("aaaaaaaaaaaaaaaa", "too_easy"),
        ("soy NuriaA de verdad", "too_easy"),
    ] {
        let answer = server.choose(&code, password).await;
        assert_eq!(answer.json()["invalid"][0]["problem"], problem);
    }
    server.choose(&code, PASSWORD).await.ok();
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_and_older_sessions_end() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let auditor = server.sign_in("andina", "AuditoraP").await;
    server
        .invite_person(&operator, "andina", "AuditoraP")
        .await
        .ok();
    let code = server.password_code().await;
    assert!(server.is_signed_in(&auditor).await);
    server.choose(&code, PASSWORD).await.ok();
    assert!(!server.is_signed_in(&auditor).await);
    let old = server
        .try_sign_in("andina", "AuditoraP", "llavero-demo")
        .await;
    assert_eq!(old.status, 422);
    server
        .try_sign_in("andina", "AuditoraP", PASSWORD)
        .await
        .ok();
}

#[tokio::test]
async fn a_new_password_does_not_do_without_the_appmovil() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server.admin("andina", "LauraG").await;
    server
        .invite_person(&operator, "andina", "LauraG")
        .await
        .ok();
    let code = server.password_code().await;
    server.choose(&code, PASSWORD).await.ok();
    let signed = server.try_sign_in("andina", "LauraG", PASSWORD).await.ok();
    assert_eq!(signed, json!("code_needed"));
}

#[tokio::test]
async fn a_secondary_user_gets_no_link_from_the_bank() {
    let server = Server::start().await;
    let operator = server.operator().await;
    let (laura, _) = server.admin("andina", "LauraG").await;
    let sofia = server.candidate(&laura, "SofiaR").await["user"].clone();
    let company = server.company(&operator, "andina").await;
    let body = json!({"company": company["id"], "user": sofia});
    let answer = server
        .post("/api/company-person/invite", Some(&operator), &body)
        .await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn a_suspended_company_s_link_waits() {
    let server = Server::start().await;
    let operator = server.operator().await;
    server
        .create_person(&operator, "andina", "NuriaA", "auditor")
        .await
        .ok();
    let code = server.password_code().await;
    server
        .company_deed(&operator, "andina", "suspend")
        .await
        .ok();
    assert_eq!(server.choose(&code, PASSWORD).await.status, 404);
    server
        .company_deed(&operator, "andina", "resume")
        .await
        .ok();
    server.choose(&code, PASSWORD).await.ok();
}

#[tokio::test]
async fn the_bank_lifts_the_lock_of_a_company_s_only_administrator() {
    let server = Server::start().await;
    let (session, phone) = server.admin("cafetera", "MarthaCQ").await;
    for _ in 0..5 {
        server.try_change(&session, "AlbaC", "unassign").await.ok();
        phone.reject(&server).await.unwrap();
        server.clock.advance(Duration::from_secs(180));
        server.is_there(&session).await;
    }
    let operator = server.operator().await;
    let locked = server.try_change(&session, "AlbaC", "unassign").await;
    assert_eq!(locked.status, 423);
    let company = server.company(&operator, "cafetera").await;
    let people = company["people"].as_array().unwrap();
    let martha = people.iter().find(|one| one["username"] == "MarthaCQ");
    let martha = martha.unwrap();
    assert_eq!(martha["are_requests_locked"], true);
    let body = json!({"company": company["id"], "user": martha["id"]});
    let path = "/api/company-person/unlock-requests";
    server.post(path, Some(&operator), &body).await.ok();
    let again = server.post(path, Some(&operator), &body).await;
    assert_eq!(again.status, 409, "nothing is locked any more");
    server.try_change(&session, "AlbaC", "unassign").await.ok();
}
