//! A person at the console.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::{Answer, PIN, Phone, Server};

/// A signed-in browser.
pub struct Session(String);

impl Session {
    pub fn cookie(&self) -> &str {
        &self.0
    }

    /// The session that an answer's cookie starts.
    pub fn of(answer: &Answer) -> Option<Self> {
        let cookie = answer.headers.get(header::SET_COOKIE)?.to_str().ok()?;
        Some(Self(cookie.split(';').next()?.to_owned()))
    }
}

impl Server {
    pub async fn try_sign_in(&self, company: &str, username: &str, password: &str) -> Answer {
        let body = format!("company={company}&username={username}&password={password}");
        self.post_bytes(
            "/api/session/sign-in",
            None,
            "application/x-www-form-urlencoded",
            body.into_bytes(),
        )
        .await
    }

    pub async fn try_code(&self, session: &Session, code: &str) -> Answer {
        let body = format!("code={code}").into_bytes();
        self.post_bytes(
            "/api/session/code",
            Some(session),
            "application/x-www-form-urlencoded",
            body,
        )
        .await
    }

    /// Signs in somebody who has no device yet.
    pub async fn sign_in(&self, company: &str, username: &str) -> Session {
        let answer = self.try_sign_in(company, username, "llavero-demo").await;
        let session = Session::of(&answer).expect("a cookie");
        let step = answer.ok();
        assert!(step.get("signed_in").is_some(), "{step}");
        session
    }

    /// The first half of signing in somebody with a device: the code is asked for.
    pub async fn sign_in_up_to_code(&self, company: &str, username: &str) -> Session {
        let answer = self.try_sign_in(company, username, "llavero-demo").await;
        let session = Session::of(&answer).expect("a cookie");
        assert_eq!(answer.ok(), json!("code_needed"));
        session
    }

    /// Signs in somebody with a device.
    pub async fn sign_in_with(&self, company: &str, username: &str, phone: &Phone) -> Session {
        let session = self.sign_in_up_to_code(company, username).await;
        let answer = self.try_code(&session, &phone.code(self).await).await;
        let session = Session::of(&answer).expect("a cookie");
        answer.ok();
        session
    }

    /// An administrator with a linked AppMovil.
    pub async fn admin(&self, company: &str, username: &str) -> (Session, Phone) {
        let session = self.sign_in(company, username).await;
        let invitation = self
            .post("/api/invitation/own", Some(&session), &json!({}))
            .await
            .ok();
        let phone = Phone::enrol(self, invitation["code"].as_str().unwrap(), PIN)
            .await
            .unwrap();
        (session, phone)
    }

    /// The browser's word that the person did something.
    pub async fn is_there(&self, session: &Session) {
        let answer = self
            .post_bytes(
                "/api/session/activity",
                Some(session),
                "application/x-www-form-urlencoded",
                vec![],
            )
            .await;
        assert!(answer.status.is_success(), "{}", answer.text());
    }

    /// Whether the session still opens anything.
    pub async fn is_signed_in(&self, session: &Session) -> bool {
        let body = json!({"serial": "FEF5100003"});
        let answer = self.post("/api/token/show", Some(session), &body).await;
        answer.status != StatusCode::UNAUTHORIZED
    }

    pub async fn tokens(&self, session: &Session) -> Value {
        let query = json!({"query": {
            "filter": {"status": null, "updated_from": null, "updated_until": null},
            "sort": {"column": "username", "direction": "ascending"},
            "page": {"place": "first", "number": 1, "size": 100},
        }});
        self.post("/api/token/list", Some(session), &query)
            .await
            .ok()
    }

    /// The table's row of a user.
    pub async fn row(&self, session: &Session, username: &str) -> Option<Value> {
        let page = self.tokens(session).await;
        page["page"]["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["username"] == username)
            .cloned()
    }

    pub async fn candidate(&self, session: &Session, username: &str) -> Value {
        let body =
            json!({"search": username, "page": {"place": "first", "number": 1, "size": 100}});
        let page = self
            .post("/api/candidate/list", Some(session), &body)
            .await
            .ok();
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["username"] == username)
            .cloned()
            .expect("a candidate")
    }

    /// The administrators whose requests are locked, as another one sees them.
    pub async fn locked_requests(&self, session: &Session) -> Value {
        let path = "/api/user/locked-requests";
        self.post(path, Some(session), &json!({})).await.ok()
    }

    pub async fn unlock_requests(&self, session: &Session, user: &Value) -> Answer {
        let path = "/api/user/unlock-requests";
        self.post(path, Some(session), user).await
    }

    pub async fn try_assign(&self, session: &Session, username: &str) -> Answer {
        let user = self.candidate(session, username).await["user"].clone();
        self.post(
            "/api/operation/request-assignment",
            Some(session),
            &json!({"user": user}),
        )
        .await
    }

    pub async fn try_activate(&self, session: &Session, username: &str) -> Answer {
        self.try_change(session, username, "activate").await
    }

    /// Asks for a change of the token that a secondary user holds.
    pub async fn try_change(&self, session: &Session, username: &str, kind: &str) -> Answer {
        let body = json!({"seen": self.seen(session, username).await, "kind": kind});
        self.post("/api/operation/request-change", Some(session), &body)
            .await
    }

    /// The same by serial, for a token that the table does not list.
    pub async fn try_change_of(&self, session: &Session, serial: &str, kind: &str) -> Answer {
        let detail = self.detail_of(session, serial).await;
        let seen = json!({"token": detail["id"], "version": detail["version"]});
        let body = json!({"seen": seen, "kind": kind});
        self.post("/api/operation/request-change", Some(session), &body)
            .await
    }

    /// Asks for a change and approves it.
    pub async fn change(&self, session: &Session, phone: &Phone, username: &str, kind: &str) {
        let operation = self.try_change(session, username, kind).await.ok();
        let number = operation["number"].as_str().unwrap();
        phone.approve(self, number, PIN).await.unwrap();
    }

    pub async fn try_block(&self, session: &Session, usernames: &[&str], reason: &str) -> Answer {
        let mut seen = Vec::new();
        for username in usernames {
            seen.push(self.seen(session, username).await);
        }
        let body = json!({"seen": seen, "reason": reason});
        self.post("/api/token/block", Some(session), &body).await
    }

    pub async fn try_resend(&self, session: &Session, username: &str) -> Answer {
        let body = json!({"seen": self.seen(session, username).await});
        self.post("/api/token/resend", Some(session), &body).await
    }

    /// A user's token at the version that the table shows.
    async fn seen(&self, session: &Session, username: &str) -> Value {
        let row = self.row(session, username).await.expect("a row");
        json!({"token": row["id"], "version": row["version"]})
    }

    /// The page of a user's token.
    pub async fn detail(&self, session: &Session, username: &str) -> Value {
        let row = self.row(session, username).await.expect("a row");
        self.detail_of(session, row["serial"].as_str().unwrap())
            .await
    }

    /// The page of a token.
    pub async fn detail_of(&self, session: &Session, serial: &str) -> Value {
        self.post("/api/token/show", Some(session), &json!({"serial": serial}))
            .await
            .ok()
    }

    pub async fn operation(&self, session: &Session, operation: &Value) -> Value {
        self.post(
            "/api/operation/show",
            Some(session),
            &json!({"operation": operation["id"]}),
        )
        .await
        .ok()
    }

    /// The newest invitation that was sent, as its code.
    pub async fn invitation_code(&self) -> String {
        let letters = self.letters().await;
        let link = letters.iter().rev().find_map(|letter| letter.link.as_ref());
        let (_, code) = link.expect("an invitation").split_once('#').unwrap();
        code.to_owned()
    }
}
