//! Control dual: the second administrator's answer.

use std::time::Duration;

use llavero::domain::company::Approvals;
use llavero::domain::operation::OperationKind;
use llavero::domain::protocol::client::{approval, rejection};
use llavero::domain::protocol::{DeviceFault, DeviceReply, Outcome};
use llavero::domain::user::Role;
use llavero::service::carry_out_batches::carry_out_batches;
use llavero::service::expire_operations::expire_operations;
use llavero::service::identify::identify;
use llavero::service::set_approvals::set_approvals;
use llavero::service::{Caller, ServiceError};
use serde_json::{Value, json};

use crate::support::{Answer, Letter, PIN, Phone, Server, Session};

const NORTE: &str = "norte";
const DAY: Duration = Duration::from_secs(86_400);

/// Transportes del Norte, and its two administrators.
struct Norte {
    server: Server,
    elena: (Session, Phone),
    tomas: (Session, Phone),
}

impl Norte {
    async fn start() -> Self {
        let server = Server::start().await;
        let elena = server.admin(NORTE, "ElenaV").await;
        let tomas = server.admin(NORTE, "TomasR").await;
        Self {
            server,
            elena,
            tomas,
        }
    }

    /// What Elena asked for and confirmed.
    async fn asked(&self, kind: &str, username: &str) -> Value {
        let (session, phone) = &self.elena;
        let operation = match kind {
            "assign" => self.server.try_assign(session, username).await.ok(),
            kind => self.server.try_change(session, username, kind).await.ok(),
        };
        let answer = phone.approve(&self.server, number(&operation), PIN).await;
        let waits = DeviceReply::Confirmed(Outcome::AwaitingSecondApproval);
        assert_eq!(answer, Ok(waits));
        operation
    }

    /// What Elena asked for about Tomás's own token, and confirmed.
    async fn asked_about_tomas(&self, kind: &str) -> Value {
        let (session, phone) = &self.elena;
        let serial = self.tomas.1.profile.serial.to_string();
        let asked = self.server.try_change_of(session, &serial, kind).await.ok();
        phone
            .approve(&self.server, number(&asked), PIN)
            .await
            .unwrap();
        asked
    }

    async fn post(&self, session: &Session, path: &str, operation: &Value) -> Answer {
        let body = json!({"operation": operation["id"]});
        self.server.post(path, Some(session), &body).await
    }

    async fn try_ask(&self, session: &Session, operation: &Value) -> Answer {
        self.post(session, "/api/approval/ask", operation).await
    }

    async fn shown(&self, session: &Session, operation: &Value) -> Value {
        self.post(session, "/api/approval/show", operation)
            .await
            .ok()
    }

    /// Where it stands, as Elena's waiting screen shows it.
    async fn state(&self, operation: &Value) -> Value {
        let view = self.server.operation(&self.elena.0, operation).await;
        view["state"].clone()
    }

    /// Tomás asks his AppMovil; the number that his console shows.
    async fn tomas_asks(&self, operation: &Value) -> String {
        let view = self.try_ask(&self.tomas.0, operation).await.ok();
        number(&view["question"]).to_owned()
    }

    async fn tomas_approves(&self, operation: &Value) -> Result<DeviceReply, DeviceFault> {
        let number = self.tomas_asks(operation).await;
        self.tomas.1.approve(&self.server, &number, PIN).await
    }

    async fn list(&self, session: &Session, list: &str) -> Vec<Value> {
        let body = json!({"query": {"list": list, "after": null}});
        let page = self
            .server
            .post("/api/approval/list", Some(session), &body)
            .await;
        page.ok()["rows"].as_array().unwrap().clone()
    }

    async fn count(&self, session: &Session) -> Value {
        let path = "/api/approval/count";
        self.server.post(path, Some(session), &json!({})).await.ok()
    }

    async fn caller(&self, session: &Session) -> Caller {
        let token = session.cookie().split('=').nth(1);
        identify(&self.server.context, token).await.unwrap()
    }

    /// The bank's operator sets the company's approvals.
    async fn set(&self, approvals: Approvals) {
        let mut operator = self.caller(&self.elena.0).await;
        operator.user.role = Role::Operator;
        let company = &operator.company;
        let (id, version) = (company.id, company.version);
        set_approvals(&self.server.context, &operator, id, version, approvals)
            .await
            .unwrap();
    }
}

fn number(of: &Value) -> &str {
    of["number"].as_str().unwrap()
}

fn wrong(number: &str) -> &'static str {
    if number == "000000" {
        "000001"
    } else {
        "000000"
    }
}

fn has(rows: &[Value], operation: &Value) -> bool {
    rows.iter().any(|row| row["id"] == operation["id"])
}

#[tokio::test]
async fn a_second_administrator_applies_what_the_first_confirmed() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    assert_eq!(
        norte.state(&operation).await["state"],
        "awaiting_second_approval"
    );
    let row = norte.server.row(&norte.elena.0, "BettyS").await.unwrap();
    assert_eq!(row["status"], "pending_activation");
    assert_eq!(row["awaits_approval"], true);

    let number = norte.tomas_asks(&operation).await;
    let waiting = norte.tomas.1.waiting_one(&norte.server).await;
    let challenge = norte.tomas.1.profile.read(&waiting).unwrap();
    assert_eq!(challenge.requested_by_username, "ElenaV");
    assert!(challenge.first_approval.is_some());
    let answer = norte.tomas.1.approve(&norte.server, &number, PIN).await;
    let kind = OperationKind::Activate;
    assert_eq!(
        answer,
        Ok(DeviceReply::Confirmed(Outcome::Applied { kind }))
    );
    let row = norte.server.row(&norte.elena.0, "BettyS").await.unwrap();
    assert_eq!(row["status"], "active");
    let view = norte.server.operation(&norte.elena.0, &operation).await;
    assert_eq!(view["state"]["state"], "applied");
    assert_eq!(view["second_username"], "TomasR");
}

#[tokio::test]
async fn nobody_approves_or_rejects_their_own_request() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    for path in ["/api/approval/ask", "/api/approval/reject"] {
        let answer = norte.post(&norte.elena.0, path, &operation).await;
        assert_eq!(answer.status, 422, "{path}");
        assert_eq!(answer.json(), json!({"approval_refused": "own_request"}));
    }
    let shown = norte.shown(&norte.elena.0, &operation).await;
    assert_eq!(shown["why_not"], "own_request");
    assert!(norte.elena.1.waiting(&norte.server).await.is_empty());
}

#[tokio::test]
async fn nobody_approves_a_change_of_their_own_token() {
    let norte = Norte::start().await;
    let asked = norte.asked_about_tomas("unassign").await;
    for path in ["/api/approval/ask", "/api/approval/reject"] {
        let answer = norte.post(&norte.tomas.0, path, &asked).await;
        assert_eq!(answer.json(), json!({"approval_refused": "own_token"}));
    }
    assert!(has(&norte.list(&norte.tomas.0, "waiting").await, &asked));
    // It is in the list, and not among what waits for him.
    assert_eq!(norte.count(&norte.tomas.0).await, 6);
}

#[tokio::test]
async fn of_two_who_look_at_once_one_wins_and_the_other_is_told() {
    let norte = Norte::start().await;
    // Nubia asked for it before the test began.
    let rows = norte.list(&norte.elena.0, "waiting").await;
    let operation = rows
        .iter()
        .find(|row| row["kind"] == "activate")
        .unwrap()
        .clone();
    let elenas = norte.try_ask(&norte.elena.0, &operation).await.ok();
    let tomas = norte.tomas_asks(&operation).await;
    let elenas_waiting = norte.elena.1.waiting_one(&norte.server).await;
    let (keys, profile) = (&norte.elena.1.keys, &norte.elena.1.profile);
    let elenas_call = approval(
        keys,
        profile,
        &elenas_waiting,
        number(&elenas["question"]),
        PIN,
    )
    .await
    .unwrap();
    assert!(
        norte
            .tomas
            .1
            .approve(&norte.server, &tomas, PIN)
            .await
            .is_ok()
    );
    assert_eq!(
        norte.elena.1.call(&norte.server, elenas_call).await,
        Err(DeviceFault::AlreadySettled)
    );
    assert!(norte.elena.1.waiting(&norte.server).await.is_empty());
    let shown = norte.shown(&norte.elena.0, &operation).await;
    assert_eq!(shown["row"]["second_username"], "TomasR");
    let late = norte
        .post(&norte.elena.0, "/api/approval/reject", &operation)
        .await;
    assert_eq!(late.status, 409);
}

#[tokio::test]
async fn a_no_at_the_console_needs_no_phone_and_counts_for_the_requester() {
    let norte = Norte::start().await;
    for _ in 0..5 {
        let operation = norte.asked("activate", "BettyS").await;
        let path = "/api/approval/reject";
        norte.post(&norte.tomas.0, path, &operation).await.ok();
        let by_second = json!({"state": "rejected", "reason": "by_second"});
        assert_eq!(norte.state(&operation).await, by_second);
    }
    let answer = norte
        .server
        .try_change(&norte.elena.0, "BettyS", "activate")
        .await;
    assert_eq!(answer.status, 423, "{}", answer.text());
}

#[tokio::test]
async fn a_no_in_the_appmovil_is_signed_and_tells_who() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    norte.tomas_asks(&operation).await;
    assert_eq!(
        norte.tomas.1.reject(&norte.server).await,
        Ok(DeviceReply::Confirmed(Outcome::Rejected))
    );
    let view = norte.server.operation(&norte.elena.0, &operation).await;
    assert_eq!(view["state"]["reason"], "by_second");
    assert_eq!(view["second_username"], "TomasR");
}

#[tokio::test]
async fn it_waits_a_day_and_then_expires() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    norte
        .server
        .clock
        .advance(DAY - Duration::from_secs(12 * 3_600 + 1));
    expire_operations(&norte.server.context).await.unwrap();
    norte.server.clock.advance(Duration::from_secs(12 * 3_600));
    expire_operations(&norte.server.context).await.unwrap();
    let (phone, server) = (&norte.elena.1, &norte.server);
    let session = server.sign_in_with(NORTE, "ElenaV", phone).await;
    let view = server.operation(&session, &operation).await;
    assert_eq!(view["state"]["state"], "awaiting_second_approval");
    server.clock.advance(Duration::from_secs(60));
    expire_operations(&server.context).await.unwrap();
    let view = server.operation(&session, &operation).await;
    assert_eq!(view["state"]["state"], "expired");
    let row = server.row(&session, "BettyS").await.unwrap();
    assert_eq!(row["status"], "pending_activation");
    assert_eq!(row["awaits_approval"], false);
}

#[tokio::test]
async fn a_question_that_ran_out_can_be_asked_anew_and_one_that_waits_stays() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let first = norte.tomas_asks(&operation).await;
    assert_eq!(norte.tomas_asks(&operation).await, first);
    let old = norte.tomas.1.waiting_one(&norte.server).await;
    norte.server.clock.advance(Duration::from_secs(121));
    assert!(norte.tomas.1.waiting(&norte.server).await.is_empty());
    let shown = norte.shown(&norte.tomas.0, &operation).await;
    assert!(shown["question"].is_null());
    norte.tomas_asks(&operation).await;
    let new = norte.tomas.1.waiting_one(&norte.server).await;
    assert_ne!(new.confirmation, old.confirmation);
    assert!(norte.tomas_approves(&operation).await.is_ok());
}

#[tokio::test]
async fn wrong_numbers_of_the_second_end_their_question_and_not_the_request() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let number = norte.tomas_asks(&operation).await;
    for left in [2, 1, 0] {
        let refused = norte
            .tomas
            .1
            .approve(&norte.server, wrong(&number), PIN)
            .await;
        assert_eq!(refused, Err(DeviceFault::WrongNumber { left }));
    }
    assert!(norte.tomas.1.waiting(&norte.server).await.is_empty());
    assert_eq!(
        norte.state(&operation).await["state"],
        "awaiting_second_approval"
    );
    assert!(norte.tomas_approves(&operation).await.is_ok());
}

#[tokio::test]
async fn wrong_pins_of_the_second_block_them_and_leave_the_request_to_others() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let number = norte.tomas_asks(&operation).await;
    for _ in 0..5 {
        let refused = norte
            .tomas
            .1
            .approve(&norte.server, &number, "111111")
            .await;
        assert!(matches!(refused, Err(DeviceFault::WrongPin { .. })));
    }
    assert_eq!(
        norte.state(&operation).await["state"],
        "awaiting_second_approval"
    );
}

#[tokio::test]
async fn what_a_lost_device_asked_for_ends_with_it() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let serial = norte.elena.1.profile.serial.to_string();
    let detail = norte.server.detail_of(&norte.tomas.0, &serial).await;
    let seen = json!({"token": detail["id"], "version": detail["version"]});
    let body = json!({"seen": [seen], "reason": "lost"});
    norte
        .server
        .post("/api/token/block", Some(&norte.tomas.0), &body)
        .await
        .ok();
    let shown = norte.shown(&norte.tomas.0, &operation).await;
    assert_eq!(shown["row"]["state"]["reason"], "device_blocked");
}

#[tokio::test]
async fn a_token_that_moved_meanwhile_supersedes_it() {
    let norte = Norte::start().await;
    let operation = norte.asked("unassign", "HugoJ").await;
    let number = norte.tomas_asks(&operation).await;
    norte
        .server
        .try_block(&norte.elena.0, &["HugoJ"], "lost")
        .await
        .ok();
    assert_eq!(norte.state(&operation).await["state"], "superseded");
    assert!(norte.tomas.1.waiting(&norte.server).await.is_empty());
    let late = norte.try_ask(&norte.tomas.0, &operation).await;
    assert_eq!(late.status, 409, "{number}");
}

#[tokio::test]
async fn the_one_who_asked_can_take_it_back() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    norte.tomas_asks(&operation).await;
    let path = "/api/operation/cancel";
    norte.post(&norte.elena.0, path, &operation).await.ok();
    assert!(norte.tomas.1.waiting(&norte.server).await.is_empty());
    let late = norte.try_ask(&norte.tomas.0, &operation).await;
    assert_eq!(late.status, 409);
}

#[tokio::test]
async fn a_list_needs_a_second_approval_too() {
    let norte = Norte::start().await;
    let rows = norte.list(&norte.tomas.0, "waiting").await;
    let batch = rows
        .iter()
        .find(|row| row["subject"].get("batch").is_some())
        .unwrap()
        .clone();
    let body = json!({"operation": batch["id"], "wanted": "all", "from": 0});
    let items = norte
        .server
        .post("/api/operation/items", Some(&norte.tomas.0), &body)
        .await
        .ok();
    assert_eq!(items["items"].as_array().unwrap().len(), 4);
    carry_out_batches(&norte.server.context).await.unwrap();
    assert!(norte.server.row(&norte.tomas.0, "JacintoM").await.is_none());

    let kind = OperationKind::Assign;
    let started = Outcome::Started { kind, items: 4 };
    assert_eq!(
        norte.tomas_approves(&batch).await,
        Ok(DeviceReply::Confirmed(started))
    );
    carry_out_batches(&norte.server.context).await.unwrap();
    let row = norte.server.row(&norte.tomas.0, "JacintoM").await.unwrap();
    assert_eq!(row["status"], "assigned");
    let shown = norte.shown(&norte.elena.0, &batch).await;
    assert_eq!(shown["row"]["state"]["state"], "applied");
    assert_eq!(shown["row"]["subject"]["batch"]["done"], 4);
}

#[tokio::test]
async fn going_back_to_one_approval_applies_nothing_that_waits() {
    let norte = Norte::start().await;
    let waits = norte.asked("activate", "BettyS").await;
    let (session, phone) = &norte.elena;
    let asked = norte
        .server
        .try_change(session, "CarmenzaD", "activate")
        .await
        .ok();
    norte.set(Approvals::One).await;
    // What was asked for under two keeps them.
    phone
        .approve(&norte.server, number(&asked), PIN)
        .await
        .unwrap();
    for operation in [&waits, &asked] {
        let state = norte.state(operation).await;
        assert_eq!(state["state"], "awaiting_second_approval");
    }
    assert!(norte.tomas_approves(&waits).await.is_ok());
    // What is asked for from now on needs one.
    let operation = norte
        .server
        .try_change(session, "DelioF", "activate")
        .await
        .ok();
    phone
        .approve(&norte.server, number(&operation), PIN)
        .await
        .unwrap();
    assert_eq!(norte.state(&operation).await["state"], "applied");
}

#[tokio::test]
async fn switching_control_dual_on_counts_for_what_is_not_confirmed_yet() {
    let norte = Norte::start().await;
    norte.set(Approvals::One).await;
    let (session, phone) = &norte.elena;
    let operation = norte
        .server
        .try_change(session, "BettyS", "activate")
        .await
        .ok();
    norte.set(Approvals::Two).await;
    phone
        .approve(&norte.server, number(&operation), PIN)
        .await
        .unwrap();
    assert_eq!(
        norte.state(&operation).await["state"],
        "awaiting_second_approval"
    );
}

#[tokio::test]
async fn only_the_bank_s_operator_switches_control_dual() {
    let norte = Norte::start().await;
    let caller = norte.caller(&norte.elena.0).await;
    let (id, version) = (caller.company.id, caller.company.version);
    let context = &norte.server.context;
    let refused = set_approvals(context, &caller, id, version, Approvals::One).await;
    assert!(matches!(refused, Err(ServiceError::Request(_))));
    let mut operator = caller;
    operator.user.role = Role::Operator;
    let stale = set_approvals(context, &operator, id, version - 1, Approvals::One).await;
    assert!(matches!(stale, Err(ServiceError::Request(_))));
}

#[tokio::test]
async fn another_company_s_request_and_none_answer_alike() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let (stranger, _) = norte.server.admin("andina", "LauraG").await;
    let nobody = json!({"id": "01900000-0000-7000-8000-000000000000"});
    for path in [
        "/api/approval/show",
        "/api/approval/ask",
        "/api/approval/reject",
    ] {
        let theirs = norte.post(&stranger, path, &operation).await;
        let none = norte.post(&stranger, path, &nobody).await;
        assert_eq!(
            (theirs.status, theirs.body),
            (none.status, none.body),
            "{path}"
        );
        assert_eq!(none.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_request_that_its_own_administrator_has_not_confirmed_is_nobody_else_s() {
    let norte = Norte::start().await;
    let operation = norte
        .server
        .try_change(&norte.elena.0, "BettyS", "activate")
        .await
        .ok();
    for path in ["/api/approval/show", "/api/approval/ask"] {
        let answer = norte.post(&norte.tomas.0, path, &operation).await;
        assert_eq!(answer.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_three_lists_show_what_waits_what_was_asked_for_and_what_was_decided() {
    let norte = Norte::start().await;
    assert_eq!(norte.list(&norte.tomas.0, "waiting").await.len(), 6);
    assert_eq!(norte.list(&norte.tomas.0, "mine").await.len(), 2);
    assert_eq!(norte.list(&norte.elena.0, "mine").await.len(), 3);
    let decided = norte.list(&norte.tomas.0, "decided").await;
    let states: Vec<_> = decided
        .iter()
        .map(|row| row["state"]["state"].as_str().unwrap())
        .collect();
    assert_eq!(
        states,
        [
            "superseded",
            "rejected",
            "cancelled",
            "expired",
            "applied",
            "rejected",
            "applied"
        ]
    );
    let operation = norte.asked("activate", "BettyS").await;
    assert!(has(
        &norte.list(&norte.tomas.0, "waiting").await,
        &operation
    ));
    assert!(!has(
        &norte.list(&norte.elena.0, "waiting").await,
        &operation
    ));
    assert!(has(&norte.list(&norte.elena.0, "mine").await, &operation));
    assert_eq!(norte.count(&norte.tomas.0).await, 7);
}

#[tokio::test]
async fn an_auditor_sees_them_and_answers_none() {
    let norte = Norte::start().await;
    let auditor = norte.server.sign_in(NORTE, "GladysP").await;
    let rows = norte.list(&auditor, "waiting").await;
    assert_eq!(rows.len(), 7);
    assert_eq!(norte.count(&auditor).await, 0);
    let shown = norte.shown(&auditor, &rows[0]).await;
    assert_eq!(shown["why_not"], "not_your_role");
    for path in ["/api/approval/ask", "/api/approval/reject"] {
        assert_eq!(norte.post(&auditor, path, &rows[0]).await.status, 403);
    }
}

#[tokio::test]
async fn inicio_tells_how_many_wait_for_whom() {
    let norte = Norte::start().await;
    let body = json!({});
    let view = norte
        .server
        .post("/api/home/show", Some(&norte.tomas.0), &body)
        .await
        .ok();
    assert_eq!(view["approvals"], 6);
}

#[tokio::test]
async fn what_its_own_administrator_never_confirmed_is_nobody_else_s_after_its_end_either() {
    let norte = Norte::start().await;
    let (server, elena) = (&norte.server, &norte.elena.0);
    let operation = server.try_change(elena, "BettyS", "activate").await.ok();
    norte.elena.1.reject(server).await.unwrap();
    assert_eq!(norte.state(&operation).await["reason"], "on_device");
    let answer = norte
        .post(&norte.tomas.0, "/api/approval/show", &operation)
        .await;
    assert_eq!(answer.status, 404);
    let decided = norte.list(&norte.tomas.0, "decided").await;
    assert!(!has(&decided, &operation));
}

#[tokio::test]
async fn the_phone_of_a_second_whose_token_is_blocked_rejects_nothing() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let number = norte.tomas_asks(&operation).await;
    let question = norte.tomas.1.waiting_one(&norte.server).await;
    for _ in 0..5 {
        let refused = norte
            .tomas
            .1
            .approve(&norte.server, &number, "111111")
            .await;
        assert!(matches!(refused, Err(DeviceFault::WrongPin { .. })));
    }
    let no = rejection(&question);
    let refused = norte.tomas.1.call(&norte.server, no).await;
    assert_eq!(refused, Err(DeviceFault::Blocked));
    assert_eq!(
        norte.state(&operation).await["state"],
        "awaiting_second_approval"
    );
}

#[tokio::test]
async fn those_who_can_approve_are_told_and_nobody_else() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let told = |letters: &[Letter]| -> Vec<String> {
        let waits = |letter: &&Letter| letter.subject == "Una solicitud espera su aprobación";
        let letters = letters.iter().filter(waits);
        let mut to: Vec<_> = letters.map(|letter| letter.to.clone()).collect();
        to.sort();
        to
    };
    let letters = norte.server.letters().await;
    assert_eq!(told(&letters), ["nubias@norte.co", "tomasr@norte.co"]);
    let letter = letters
        .iter()
        .find(|letter| {
            letter.to == "tomasr@norte.co" && letter.subject.starts_with("Una solicitud")
        })
        .unwrap();
    assert!(
        letter.text.contains("Activación de token"),
        "{}",
        letter.text
    );

    // Who cannot approve it, because it is their own token, is not told.
    norte.tomas_approves(&operation).await.unwrap();
    norte.asked_about_tomas("replace_device").await;
    let all = told(&norte.server.letters().await);
    let of = |name: &str| all.iter().filter(|to| to.starts_with(name)).count();
    assert_eq!((of("nubias"), of("tomasr"), of("elenav")), (2, 1, 0));
}

#[tokio::test]
async fn what_waits_about_somebody_who_is_set_inactive_comes_to_nothing() {
    let norte = Norte::start().await;
    let operation = norte.asked("activate", "BettyS").await;
    let row = norte.server.row(&norte.elena.0, "BettyS").await.unwrap();
    let body = json!({"user": row["holder"]});
    let path = "/api/user/show";
    let user = norte
        .server
        .post(path, Some(&norte.elena.0), &body)
        .await
        .ok();
    let seen = json!({"seen": {"user": user["id"], "version": user["version"]}});
    let path = "/api/user/deactivate";
    norte
        .server
        .post(path, Some(&norte.elena.0), &seen)
        .await
        .ok();
    assert_eq!(norte.state(&operation).await["state"], "superseded");
}
