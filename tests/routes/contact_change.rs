//! Another e-mail or mobile of somebody who holds a token: confirmed in the
//! AppMovil.

use std::time::Duration;

use llavero::domain::operation::OperationKind;
use llavero::domain::protocol::client::approval;
use llavero::domain::protocol::{
    ChallengeSubject, DeviceFault, DeviceOperation, DeviceReply, Outcome,
};
use serde_json::{Value, json};

use crate::support::{Answer, PIN, Phone, Server, Session};

/// A user who holds an active token.
const HOLDER: &str = "RicardoN";

struct Andina {
    server: Server,
    session: Session,
    phone: Phone,
}

impl Andina {
    async fn start() -> Self {
        let server = Server::start().await;
        let (session, phone) = server.admin("andina", "LauraG").await;
        Self {
            server,
            session,
            phone,
        }
    }

    async fn user(&self) -> Value {
        let token = self.server.row(&self.session, HOLDER).await.unwrap();
        let body = json!({"user": token["holder"]});
        self.server
            .post("/api/user/show", Some(&self.session), &body)
            .await
            .ok()
    }

    /// A form of this user with `changes`, as it is sent.
    fn form(user: &Value, changes: &Value) -> Value {
        let mut draft = json!({"username": user["username"], "full_name": user["full_name"],
            "email": user["email"], "mobile": user["mobile"], "role": user["role"],
            "contact_confirmed": true});
        for (name, value) in changes.as_object().unwrap() {
            draft[name] = value.clone();
        }
        json!({"seen": {"user": user["id"], "version": user["version"]}, "draft": draft})
    }

    async fn try_ask(&self, changes: Value) -> Answer {
        let form = Self::form(&self.user().await, &changes);
        let path = "/api/user/request-contact-change";
        self.server.post(path, Some(&self.session), &form).await
    }

    async fn edit(&self, changes: Value) -> Answer {
        let form = Self::form(&self.user().await, &changes);
        self.server
            .post("/api/user/edit", Some(&self.session), &form)
            .await
    }

    async fn approve(&self, operation: &Value) -> Result<DeviceReply, DeviceFault> {
        let number = operation["number"].as_str().unwrap();
        self.phone.approve(&self.server, number, PIN).await
    }

    /// What was asked for in `waiting`, whatever became of it since.
    async fn approve_later(
        &self,
        waiting: &DeviceOperation,
        number: &str,
    ) -> Result<DeviceReply, DeviceFault> {
        let (keys, profile) = (&self.phone.keys, &self.phone.profile);
        let call = approval(keys, profile, waiting, number, PIN).await.unwrap();
        self.phone.call(&self.server, call).await
    }

    async fn state(&self, operation: &Value) -> Value {
        let view = self.server.operation(&self.session, operation).await;
        view["state"]["state"].clone()
    }
}

const NEW: &str = "ricardo.nuevo@andina.example";

#[tokio::test]
async fn the_phone_shows_the_old_and_the_new_and_then_they_are_changed() {
    let andina = Andina::start().await;
    let before = andina.user().await;
    let operation = andina
        .try_ask(json!({"email": NEW, "full_name": "Ricardo Niño Paz"}))
        .await
        .ok();
    assert_eq!(operation["contact"][1]["email_after"], NEW);
    let waiting = andina.phone.waiting_one(&andina.server).await;
    let challenge = andina.phone.profile.read(&waiting).expect("a challenge");
    let ChallengeSubject::Contact(signed) = challenge.subject else {
        panic!("no contact data");
    };
    assert_eq!(json!(signed.contact.email_before), before["email"]);
    assert_eq!(signed.contact.email_after, NEW);
    assert_eq!(
        andina.user().await,
        before,
        "nothing before it is confirmed"
    );

    let kind = OperationKind::ChangeContact;
    let applied = DeviceReply::Confirmed(Outcome::Applied { kind });
    assert_eq!(andina.approve(&operation).await, Ok(applied));
    let after = andina.user().await;
    assert_eq!(after["email"], NEW);
    assert_eq!(after["full_name"], "Ricardo Niño Paz");
    assert_eq!(after["token"], before["token"]);
    assert_eq!(andina.state(&operation).await, "applied");
}

#[tokio::test]
async fn the_form_alone_still_does_not_change_them() {
    let andina = Andina::start().await;
    let answer = andina.edit(json!({"email": NEW})).await;
    assert_eq!(answer.json(), json!({"user_refused": "holds_token"}));
}

#[tokio::test]
async fn somebody_who_was_edited_meanwhile_is_left_as_they_are() {
    let andina = Andina::start().await;
    let operation = andina.try_ask(json!({"email": NEW})).await.ok();
    let waiting = andina.phone.waiting_one(&andina.server).await;
    andina.edit(json!({"full_name": "Ricardo Otro"})).await.ok();
    let number = operation["number"].as_str().unwrap();
    let refused = andina.approve_later(&waiting, number).await;
    assert_eq!(refused, Err(DeviceFault::Superseded));
    assert_eq!(andina.state(&operation).await, "superseded");
    let after = andina.user().await;
    assert_ne!(after["email"], NEW);
    assert_eq!(after["full_name"], "Ricardo Otro");
}

#[tokio::test]
async fn what_was_typed_is_kept_when_it_runs_out() {
    let andina = Andina::start().await;
    let operation = andina.try_ask(json!({"mobile": "300 765 4321"})).await.ok();
    andina.server.clock.advance(Duration::from_secs(121));
    let view = andina.server.operation(&andina.session, &operation).await;
    assert_eq!(view["state"]["state"], "expired");
    assert_eq!(view["contact"][1]["mobile_after"], "+573007654321");
}

#[tokio::test]
async fn a_token_has_one_open_request_whichever_it_is() {
    let andina = Andina::start().await;
    andina.try_ask(json!({"email": NEW})).await.ok();
    let other = andina
        .server
        .try_change(&andina.session, HOLDER, "unassign")
        .await;
    assert_eq!(other.json(), json!({"refused": "operation_open"}));
    let again = andina.try_ask(json!({"email": NEW})).await;
    assert_eq!(again.json(), json!({"refused": "operation_open"}));
}

#[tokio::test]
async fn blocking_the_token_ends_it() {
    let andina = Andina::start().await;
    let operation = andina.try_ask(json!({"email": NEW})).await.ok();
    andina
        .server
        .try_block(&andina.session, &[HOLDER], "lost")
        .await
        .ok();
    assert_eq!(andina.state(&operation).await, "superseded");
}

#[tokio::test]
async fn who_keeps_both_and_what_is_wrong_is_told() {
    let andina = Andina::start().await;
    let same = andina.try_ask(json!({"full_name": "Otro Nombre"})).await;
    assert_eq!(same.status, 400);
    let wrong = andina.try_ask(json!({"email": "nada"})).await;
    assert_eq!(
        wrong.json(),
        json!({"invalid": [{"field": "email", "problem": "malformed"}]})
    );
}

#[tokio::test]
async fn with_control_dual_a_second_administrator_sees_and_signs_the_same() {
    let server = Server::start().await;
    let elena = server.admin("norte", "ElenaV").await;
    let tomas = server.admin("norte", "TomasR").await;
    let token = server.row(&elena.0, "HugoJ").await.unwrap();
    let body = json!({"user": token["holder"]});
    let user = server
        .post("/api/user/show", Some(&elena.0), &body)
        .await
        .ok();
    let form = Andina::form(&user, &json!({"email": "hugo@norte.example"}));
    let path = "/api/user/request-contact-change";
    let operation = server.post(path, Some(&elena.0), &form).await.ok();
    let number = operation["number"].as_str().unwrap();
    elena.1.approve(&server, number, PIN).await.unwrap();

    let asked = json!({"operation": operation["id"]});
    let view = server
        .post("/api/approval/ask", Some(&tomas.0), &asked)
        .await
        .ok();
    assert_eq!(view["row"]["contact"]["email_after"], "hugo@norte.example");
    let waiting = tomas.1.waiting_one(&server).await;
    let challenge = tomas.1.profile.read(&waiting).expect("a challenge");
    assert!(matches!(challenge.subject, ChallengeSubject::Contact(_)));
    let number = view["question"]["number"].as_str().unwrap();
    tomas.1.approve(&server, number, PIN).await.unwrap();
    let user = server
        .post("/api/user/show", Some(&elena.0), &body)
        .await
        .ok();
    assert_eq!(user["email"], "hugo@norte.example");
}

#[tokio::test]
async fn another_edit_of_the_user_ends_it_at_once() {
    let andina = Andina::start().await;
    let operation = andina.try_ask(json!({"email": NEW})).await.ok();
    andina.edit(json!({"full_name": "Ricardo Otro"})).await.ok();
    assert_eq!(andina.state(&operation).await, "superseded");
    andina.try_ask(json!({"email": NEW})).await.ok();
}

#[tokio::test]
async fn an_invitation_follows_its_user_and_the_one_before_works_no_more() {
    let andina = Andina::start().await;
    let (server, session) = (&andina.server, &andina.session);
    let assigned = server.try_assign(session, "SofiaR").await.ok();
    andina.approve(&assigned).await.unwrap();
    let before = server.invitation_code().await;
    server.clock.advance(Duration::from_secs(1));
    let body = json!({"user": server.row(session, "SofiaR").await.unwrap()["holder"]});
    let user = server
        .post("/api/user/show", Some(session), &body)
        .await
        .ok();
    let form = Andina::form(&user, &json!({"email": "sofia@andina.example"}));
    let path = "/api/user/request-contact-change";
    let operation = server.post(path, Some(session), &form).await.ok();
    andina.approve(&operation).await.unwrap();

    let letters = server.letters().await;
    let invitation = letters.iter().rfind(|letter| letter.link.is_some());
    assert_eq!(invitation.unwrap().to, "sofia@andina.example");
    let after = server.invitation_code().await;
    assert_ne!(before, after);
    assert!(Phone::enrol(server, &before, PIN).await.is_err());
    assert!(Phone::enrol(server, &after, PIN).await.is_ok());
}
