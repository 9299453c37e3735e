//! Two people who do opposite things at the same moment: one wins, the other is
//! told who did what and sees the new state.

use llavero::domain::protocol::client::approval;
use llavero::domain::protocol::{DeviceFault, DeviceReply, SignedRequest};
use serde_json::{Value, json};

use crate::support::large::{ADMINS, SLUG, Sizes, fill};
use crate::support::{Answer, PIN, Phone, Server, Session, on_each_engine};

/// How often each race is run, now with the one first, now with the other.
const ROUNDS: u32 = 12;

/// The two administrators of a company, and the first one's phone.
struct Two {
    server: Server,
    one: Session,
    phone: Phone,
    other: Session,
}

impl Two {
    async fn at(server: Server, sizes: Sizes) -> Self {
        fill(&server, sizes).await;
        let (one, phone) = server.admin(SLUG, ADMINS[0]).await;
        let (other, _) = server.admin(SLUG, ADMINS[1]).await;
        Self {
            server,
            one,
            phone,
            other,
        }
    }

    /// The first one asks for a change of a user's token: what only has to be
    /// sent to approve it, and the operation.
    async fn about_to(&self, username: &str, kind: &str) -> (SignedRequest, Value) {
        let operation = self.server.try_change(&self.one, username, kind).await.ok();
        (self.signed(&operation).await, operation)
    }

    async fn signed(&self, operation: &Value) -> SignedRequest {
        let waiting = self.phone.waiting_one(&self.server).await;
        let number = operation["number"].as_str().unwrap();
        let call = approval(&self.phone.keys, &self.phone.profile, &waiting, number, PIN)
            .await
            .unwrap();
        self.phone.signed(&self.server, call).await
    }

    async fn block_body(&self, username: &str) -> Value {
        let row = self.server.row(&self.other, username).await.unwrap();
        let seen = json!({"token": row["id"], "version": row["version"]});
        json!({"seen": [seen], "reason": "lost"})
    }

    /// An approval and a request of the other one, at once; who comes first
    /// changes with the round.
    async fn at_once(
        &self,
        round: u32,
        approval: &SignedRequest,
        path: &str,
        session: &Session,
        body: &Value,
    ) -> (Result<DeviceReply, DeviceFault>, Answer) {
        let approve = self.phone.send(&self.server, approval);
        let post = self.server.post(path, Some(session), body);
        if round.is_multiple_of(2) {
            tokio::join!(approve, post)
        } else {
            let (answer, approved) = tokio::join!(post, approve);
            (approved, answer)
        }
    }

    /// Every token is in exactly one state.
    async fn stock_holds(&self) {
        let tokens = self.server.tokens(&self.one).await;
        let stock = &tokens["stock"];
        let sum: u64 = stock["by_status"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|entry| entry[0] != "retired")
            .map(|entry| entry[1].as_u64().unwrap())
            .sum();
        assert_eq!(stock["total"], sum);
    }
}

/// What the loser is told: who did it, and what.
fn assert_overtaken(answer: &Answer, by: &str, action: &str) {
    assert_eq!(answer.status, 409, "{}", answer.text());
    let change = &answer.json()["overtaken"];
    assert_eq!(change["actor"], json!({"person": by}), "{change}");
    assert_eq!(change["action"], action, "{change}");
}

/// One of them changes a token through the AppMovil while the other blocks it.
async fn change_against_block(server: Server, kind: &str, becomes: Option<&str>) {
    let sizes = Sizes {
        active: ROUNDS,
        ..Sizes::default()
    };
    let two = Two::at(server, sizes).await;
    for round in 1..=ROUNDS {
        let username = format!("Activo{round:05}");
        let (approval, operation) = two.about_to(&username, kind).await;
        let body = two.block_body(&username).await;
        let (approved, blocked) = two
            .at_once(round, &approval, "/api/token/block", &two.other, &body)
            .await;
        let row = two.server.row(&two.one, &username).await;
        let status = row.as_ref().map(|row| row["status"].as_str().unwrap());
        let shown = two.server.operation(&two.one, &operation).await;
        match approved {
            Ok(_) => {
                assert_eq!(shown["state"]["state"], "applied");
                assert_overtaken(&blocked, ADMINS[0], kind);
                assert_eq!(status, becomes, "{username}");
            }
            Err(fault) => {
                assert_eq!(fault, DeviceFault::Superseded);
                blocked.ok();
                assert_eq!(shown["state"]["state"], "superseded");
                assert_eq!(shown["meanwhile"]["actor"], json!({"person": ADMINS[1]}));
                assert_eq!(shown["meanwhile"]["action"], "block");
                assert_eq!(status, Some("blocked"), "{username}");
            }
        }
        two.stock_holds().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taking_a_token_back_against_blocking_it() {
    on_each_engine(async |server| change_against_block(server, "unassign", None).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn replacing_a_device_against_blocking_its_token() {
    on_each_engine(async |server| {
        change_against_block(server, "replace_device", Some("assigned")).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn approving_an_activation_against_taking_the_request_back() {
    on_each_engine(async |server| {
        let sizes = Sizes {
            pending: ROUNDS,
            ..Sizes::default()
        };
        let two = Two::at(server, sizes).await;
        for round in 1..=ROUNDS {
            let username = format!("Pendiente{round:05}");
            let (approval, operation) = two.about_to(&username, "activate").await;
            let body = json!({"operation": operation["id"]});
            let (approved, cancelled) = two
                .at_once(round, &approval, "/api/operation/cancel", &two.one, &body)
                .await;
            let row = two.server.row(&two.one, &username).await.unwrap();
            let shown = two.server.operation(&two.one, &operation).await;
            match approved {
                Ok(_) => {
                    assert_eq!(cancelled.status, 409, "{}", cancelled.text());
                    assert_eq!(cancelled.json(), json!({"conflict": "already_settled"}));
                    assert_eq!(row["status"], "active");
                    assert_eq!(shown["state"]["state"], "applied");
                }
                Err(fault) => {
                    assert_eq!(fault, DeviceFault::AlreadySettled);
                    cancelled.ok();
                    assert_eq!(row["status"], "pending_activation");
                    assert_eq!(shown["state"]["state"], "cancelled");
                }
            }
        }
        two.stock_holds().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_assignments_of_the_last_token() {
    on_each_engine(async |server| {
        let sizes = Sizes {
            free: 2,
            available: 1,
            ..Sizes::default()
        };
        let two = Two::at(server, sizes).await;
        for _ in 0..ROUNDS {
            let (first, second) = tokio::join!(
                two.server.try_assign(&two.one, "Libre00001"),
                two.server.try_assign(&two.other, "Libre00002"),
            );
            let (winner, loser, session) = if first.status.is_success() {
                (first, second, &two.one)
            } else {
                (second, first, &two.other)
            };
            assert_eq!(loser.status, 409, "{}", loser.text());
            assert_eq!(loser.json(), json!({"conflict": "tokens_reserved"}));
            let body = json!({"operation": winner.ok()["id"]});
            two.server
                .post("/api/operation/cancel", Some(session), &body)
                .await
                .ok();
        }
        two.stock_holds().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_user_in_a_list_against_the_same_user_alone() {
    on_each_engine(async |server| {
        let sizes = Sizes {
            free: 5,
            available: 10,
            ..Sizes::default()
        };
        let two = Two::at(server, sizes).await;
        let mut users = Vec::new();
        for number in 1..=5 {
            let username = format!("Libre{number:05}");
            let candidate = two.server.candidate(&two.one, &username).await;
            users.push(candidate["user"].clone());
        }
        let (list, alone) = (json!({"users": users}), json!({"user": users[2]}));
        for _ in 0..ROUNDS {
            let (many, single) = tokio::join!(
                two.server
                    .post("/api/operation/request-assignments", Some(&two.one), &list),
                two.server.post(
                    "/api/operation/request-assignment",
                    Some(&two.other),
                    &alone
                ),
            );
            let (winner, loser, session) = if many.status.is_success() {
                (many, single, &two.one)
            } else {
                (single, many, &two.other)
            };
            assert_eq!(loser.status, 422, "{}", loser.text());
            assert!(loser.text().contains("open_operation"), "{}", loser.text());
            let body = json!({"operation": winner.ok()["id"]});
            two.server
                .post("/api/operation/cancel", Some(session), &body)
                .await
                .ok();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_block_the_same_tokens_block_each_once() {
    on_each_engine(async |server| {
        let sizes = Sizes {
            active: 80,
            ..Sizes::default()
        };
        let two = Two::at(server, sizes).await;
        let query = json!({"filter": {"status": null, "updated_from": null, "updated_until": null},
                           "action": "block"});
        let all = two
            .server
            .post("/api/token/matching", Some(&two.one), &query)
            .await
            .ok();
        let seen: Vec<Value> = all["tokens"]
            .as_array()
            .unwrap()
            .iter()
            .map(|token| json!({"token": token["token"], "version": token["version"]}))
            .collect();
        let body = json!({"seen": seen, "reason": "leave"});
        let (first, second) = tokio::join!(
            two.server.post("/api/token/block", Some(&two.one), &body),
            two.server.post("/api/token/block", Some(&two.other), &body),
        );
        let (first, second) = (first.ok(), second.ok());
        let each = first
            .as_array()
            .unwrap()
            .iter()
            .zip(second.as_array().unwrap());
        for (one, other) in each {
            let errors = [&one["error"], &other["error"]];
            let (winner, loser) = if errors[0].is_null() { (0, 1) } else { (1, 0) };
            assert!(errors[winner].is_null(), "{errors:?}");
            let change = &errors[loser]["overtaken"];
            assert_eq!(
                change["actor"],
                json!({"person": ADMINS[winner]}),
                "{change}"
            );
            assert_eq!(change["action"], "block");
        }
        two.stock_holds().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn enrolling_a_device_against_cancelling_the_assignment() {
    on_each_engine(async |server| {
        let sizes = Sizes {
            free: ROUNDS,
            available: ROUNDS,
            ..Sizes::default()
        };
        let two = Two::at(server, sizes).await;
        for round in 1..=ROUNDS {
            let username = format!("Libre{round:05}");
            let operation = two.server.try_assign(&two.one, &username).await.ok();
            let number = operation["number"].as_str().unwrap();
            two.phone.approve(&two.server, number, PIN).await.unwrap();
            let code = two.server.invitation_code().await;
            let (approval, _) = two.about_to(&username, "cancel").await;
            let (approved, enrolled) = tokio::join!(
                two.phone.send(&two.server, &approval),
                Phone::enrol(&two.server, &code, "731946"),
            );
            let row = two.server.row(&two.one, &username).await;
            match approved {
                Ok(_) => {
                    assert_eq!(enrolled.err(), Some(DeviceFault::InvitationInvalid));
                    assert_eq!(row, None);
                }
                Err(fault) => {
                    assert_eq!(fault, DeviceFault::Superseded);
                    assert!(enrolled.is_ok());
                    assert_eq!(row.unwrap()["status"], "pending_activation");
                }
            }
        }
        two.stock_holds().await;
    })
    .await;
}
