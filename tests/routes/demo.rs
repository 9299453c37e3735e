//! The demo's companies are what the screens and their tests count on.

use std::collections::BTreeSet;

use llavero::service::demo::LOGINS;

use crate::support::Server;

#[tokio::test]
async fn every_login_that_is_printed_works() {
    let server = Server::start().await;
    for login in LOGINS {
        server.sign_in(login.company, login.username).await;
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
