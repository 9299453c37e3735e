//! The demo's companies are what the screens and their tests count on.

use std::collections::BTreeSet;

use llavero::domain::company::CompanyStatus;
use llavero::domain::message::MessageState;
use llavero::domain::operation::{OperationKind, OperationState, Rejection};
use llavero::domain::time::Timestamp;
use llavero::domain::token::{BlockReason, TokenStatus};
use llavero::domain::token_request::TokenRequestState;
use llavero::domain::user::UserStatus;
use llavero::service::demo::LOGINS;
use llavero::service::expire_invitations::expire_invitations;
use llavero::service::settings::INVITATION_LIFETIME;
use serde_json::{Value, json};

use crate::support::{Server, Session};

type Words = BTreeSet<String>;

fn words(all: impl IntoIterator<Item = &'static str>) -> Words {
    all.into_iter().map(str::to_owned).collect()
}

impl Server {
    /// The different words that a query finds.
    async fn found(&self, query: &'static str) -> Words {
        let mut reader = self.context.store.read().await.unwrap();
        let found: Vec<String> = sqlx::query_scalar(query)
            .fetch_all(&mut *reader)
            .await
            .unwrap();
        found.into_iter().collect()
    }

    /// What an auditor finds in the log.
    async fn logged(&self, session: &Session, change: (&str, Value)) -> Vec<Value> {
        let mut filter = json!({"from": null, "until": null, "who": "", "group": null,
            "serial": null, "user": "", "outcome": null, "operation": null});
        filter[change.0] = change.1;
        let body = json!({"query": {
            "filter": filter,
            "sort": {"column": "happened_at", "direction": "descending"},
            "page": {"place": "first", "number": 1, "size": 100},
        }});
        let page = self
            .post("/api/audit/list", Some(session), &body)
            .await
            .ok();
        page["page"]["rows"].as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn every_login_that_is_printed_works() {
    let server = Server::start().await;
    for login in LOGINS {
        server.sign_in(login.company, login.username).await;
    }
}

#[tokio::test]
async fn the_demo_shows_every_kind_of_thing_there_is() {
    let server = Server::start().await;
    let all = words(CompanyStatus::ALL.map(CompanyStatus::code));
    assert_eq!(server.found("SELECT status FROM company").await, all);
    let all = words(UserStatus::ALL.map(UserStatus::code));
    assert_eq!(server.found("SELECT status FROM app_user").await, all);

    let all = words(TokenStatus::ALL.map(TokenStatus::code));
    let tokens = "SELECT status FROM virtual_token UNION SELECT status FROM physical_token";
    assert_eq!(server.found(tokens).await, all);
    let all = words(BlockReason::ALL.map(BlockReason::code));
    let blocked = "SELECT block_reason FROM virtual_token WHERE status = 'blocked'";
    assert_eq!(server.found(blocked).await, all);

    let all = words(OperationKind::ALL.map(OperationKind::code));
    assert_eq!(server.found("SELECT kind FROM operation").await, all);
    let lasting = OperationState::ALL
        .into_iter()
        .filter(|state| lasts(*state));
    let states = "SELECT CASE WHEN state = 'rejected_on_device' AND second_admin_id IS NOT NULL
                              THEN 'rejected_by_second' ELSE state END FROM operation";
    let all = words(lasting.map(OperationState::code));
    assert_eq!(server.found(states).await, all);

    let all = words(MessageState::ALL.map(MessageState::code));
    assert_eq!(server.found("SELECT state FROM message").await, all);
    let at = Timestamp::from_seconds(0);
    let all = words(
        [
            TokenRequestState::Open,
            TokenRequestState::Granted { tokens: 1, at },
            TokenRequestState::Declined {
                reason: String::new(),
                at,
            },
            TokenRequestState::Withdrawn { at },
        ]
        .iter()
        .map(word),
    );
    assert_eq!(server.found("SELECT state FROM token_request").await, all);
}

/// Whether the demo can show a state at all: what waits for its own requester
/// does so for two minutes, and what is confirmed is carried out at once.
fn lasts(state: OperationState) -> bool {
    match state {
        OperationState::Pending | OperationState::Confirmed => false,
        OperationState::AwaitingSecondApproval
        | OperationState::Applied
        | OperationState::Rejected {
            reason:
                Rejection::OnDevice
                | Rejection::WrongNumbers
                | Rejection::DeviceBlocked
                | Rejection::BySecond,
        }
        | OperationState::Expired
        | OperationState::Cancelled
        | OperationState::Superseded => true,
    }
}

/// The store's word. A new state does not compile here: the list above and the
/// demo need it, too.
fn word(state: &TokenRequestState) -> &'static str {
    match state {
        TokenRequestState::Open => "open",
        TokenRequestState::Granted { .. } => "granted",
        TokenRequestState::Declined { .. } => "declined",
        TokenRequestState::Withdrawn { .. } => "withdrawn",
    }
}

#[tokio::test]
async fn a_list_was_carried_out_but_for_one() {
    let server = Server::start().await;
    let auditor = server.sign_in("norte", "GladysP").await;
    let body = json!({"query": {"list": "decided", "after": null}});
    let page = server
        .post("/api/approval/list", Some(&auditor), &body)
        .await
        .ok();
    let rows = page["rows"].as_array().unwrap();
    let list = rows.iter().find(|row| row["subject"]["batch"].is_object());
    let operation = list.unwrap()["id"].clone();
    let show = json!({"operation": operation});
    let shown = server
        .post("/api/approval/show", Some(&auditor), &show)
        .await
        .ok();
    assert_eq!(shown["row"]["state"]["state"], "applied");
    assert_eq!(
        shown["row"]["subject"]["batch"],
        json!({"items": 3, "done": 2, "failed": 1})
    );
    let failed = json!({"operation": operation, "wanted": "failed", "from": 0});
    let failed = server
        .post("/api/operation/items", Some(&auditor), &failed)
        .await
        .ok();
    assert_eq!(failed["items"][0]["username"], "PiedadT");
}

#[tokio::test]
async fn one_administrator_is_locked_and_another_can_lift_it() {
    let server = Server::start().await;
    let (ligia, _) = server.admin("sabana", "LigiaF").await;
    let path = "/api/user/locked-requests";
    let locked = server.post(path, Some(&ligia), &json!({})).await.ok();
    assert_eq!(locked[0]["full_name"], "Néstor Ramírez");
    let lift = json!({"user": locked[0]["user"]});
    server
        .post("/api/user/unlock-requests", Some(&ligia), &lift)
        .await
        .ok();
    let locked = server.post(path, Some(&ligia), &json!({})).await.ok();
    assert_eq!(locked, json!([]));
}

#[tokio::test]
async fn an_invitation_has_expired_and_its_token_is_not_freed_yet() {
    let server = Server::start().await;
    expire_invitations(&server.context).await.unwrap();
    let auditor = server.sign_in("norte", "GladysP").await;
    let row = server.row(&auditor, "OvidioR").await.unwrap();
    assert_eq!(row["status"], "assigned");
    let sent = Timestamp::from_micros(row["updated_at"].as_i64().unwrap());
    assert!(server.context.now().since(sent) > INVITATION_LIFETIME);
}

#[tokio::test]
async fn what_waits_is_also_ones_own_and_about_oneself() {
    let server = Server::start().await;
    let list = async |session: &Session, list: &str| {
        let body = json!({"query": {"list": list, "after": null}});
        let page = server
            .post("/api/approval/list", Some(session), &body)
            .await;
        page.ok()["rows"].as_array().unwrap().clone()
    };
    let (tomas, _) = server.admin("norte", "TomasR").await;
    let mine = list(&tomas, "mine").await;
    assert_eq!(mine[0]["state"]["state"], "awaiting_second_approval");
    let (elena, _) = server.admin("norte", "ElenaV").await;
    let waiting = list(&elena, "waiting").await;
    let about = |row: &&Value| row["is_about_reader"] == true;
    let own = waiting.iter().find(about).unwrap();
    let body = json!({"operation": own["id"]});
    let shown = server
        .post("/api/approval/show", Some(&elena), &body)
        .await
        .ok();
    assert_eq!(shown["why_not"], "own_token");
}

#[tokio::test]
async fn the_log_tells_who_came_who_was_refused_and_what_the_bank_did() {
    let server = Server::start().await;
    let auditor = server.sign_in("norte", "GladysP").await;
    let bank = json!({"bank": {"name": "OperadorB (Banco)"}});
    let has = async |filter: (&str, &str), action: &str, by_bank: bool| {
        let rows = server.logged(&auditor, (filter.0, json!(filter.1))).await;
        let mut found = rows.iter().filter(|row| row["action"] == action);
        assert!(
            found.any(|row| (row["who"] == bank) == by_bank),
            "{action} in {rows:?}"
        );
    };
    has(("outcome", "refused"), "sign_in", false).await;
    has(("group", "access"), "sign_in", false).await;
    has(("group", "users"), "import_accepted", false).await;
    has(("group", "tokens"), "grant", true).await;
    for deed in ["company_created", "approvals_set", "token_request_granted"] {
        has(("group", "company"), deed, true).await;
    }
}

#[tokio::test]
async fn one_company_has_several_pages_of_tokens_in_every_state() {
    let server = Server::start().await;
    let session = server.sign_in("cafetera", "RodrigoAV").await;
    let table = server.tokens(&session).await;
    assert_eq!(table["page"]["total"], 43);
    assert_eq!(table["stock"]["total"], 48);
    assert_eq!(table["stock"]["available"], 4);
    let rows = table["page"]["rows"].as_array().unwrap();
    let states: BTreeSet<_> = rows
        .iter()
        .map(|row| row["status"].as_str().unwrap())
        .collect();
    assert_eq!(
        states,
        BTreeSet::from(["active", "assigned", "blocked", "pending_activation"])
    );
    let now = server.context.now().as_micros();
    assert!(
        rows.iter()
            .all(|row| row["updated_at"].as_i64().unwrap() <= now),
        "nothing happened in the future"
    );
}
