//! A batch that the end of the program interrupted between two pieces.

use llavero::service::carry_out_batches::{carry_out_batches, carry_out_piece};
use llavero::store::{audit, company, operation};
use serde_json::{Value, json};

use crate::support::large::{ADMINS, SLUG, Sizes, fill};
use crate::support::{PIN, Server, on_each_engine};

/// More than two pieces of fifty.
const USERS: u32 = 120;

async fn confirmed(server: &Server) -> (Value, crate::support::Session) {
    let (session, phone) = server.admin(SLUG, ADMINS[0]).await;
    let query = json!({"filter": {"search": "", "status": null, "role": "member",
                                  "contact": null, "token": "without"}});
    let users = server
        .post("/api/user/assignable", Some(&session), &query)
        .await
        .ok();
    let path = "/api/operation/request-assignments";
    let body = json!({"users": users["users"]});
    let operation = server.post(path, Some(&session), &body).await.ok();
    phone
        .approve(server, operation["number"].as_str().unwrap(), PIN)
        .await
        .unwrap();
    (operation, session)
}

#[tokio::test]
async fn a_new_program_takes_it_up_and_changes_each_token_exactly_once() {
    on_each_engine(async |server| {
        fill(
            &server,
            Sizes {
                free: USERS,
                available: USERS,
                ..Sizes::default()
            },
        )
        .await;
        let (operation, session) = confirmed(&server).await;
        let batches = {
            let mut reader = server.context.store.read().await.unwrap();
            operation::confirmed_batches(&mut reader, 10).await.unwrap()
        };
        assert!(carry_out_piece(&server.context, &batches[0]).await.unwrap());
        let part = server.operation(&session, &operation).await;
        assert_eq!(part["subject"]["batch"]["done"], 50);

        let server = server.restarted().await;
        carry_out_batches(&server.context).await.unwrap();
        let whole = server.operation(&session, &operation).await;
        assert_eq!(whole["state"]["state"], "applied");
        assert_eq!(
            whole["subject"]["batch"],
            json!({"items": USERS, "done": USERS, "failed": 0})
        );
        // Each token was assigned once: one row of the log for each, and a chain
        // that is whole.
        let mut reader = server.context.store.read().await.unwrap();
        let company = company::find_by_slug(&mut reader, SLUG)
            .await
            .unwrap()
            .unwrap()
            .id;
        let assigned: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM audit_entry WHERE company_id = $1 AND action = 'assign'",
        )
        .bind(company.to_string())
        .fetch_one(&mut *reader)
        .await
        .unwrap();
        assert_eq!(assigned, i64::from(USERS));
        let chain = audit::verify(&mut reader, company).await.unwrap();
        assert!(matches!(chain, audit::Chain::Whole { .. }), "{chain:?}");
        drop(reader);
        let tokens = server.tokens(&session).await;
        assert_eq!(tokens["stock"]["available"], 0);
        assert_eq!(tokens["page"]["total"], USERS);
    })
    .await;
}
