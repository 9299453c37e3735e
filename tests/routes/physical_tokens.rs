//! The table of physical tokens.

use serde_json::{Value, json};

use crate::support::{Server, Session};

async fn list(server: &Server, session: &Session, filter: Value, column: &str) -> Value {
    let body = json!({"query": {
        "filter": filter,
        "sort": {"column": column, "direction": "ascending"},
        "page": {"place": "first", "number": 1, "size": 100},
    }});
    server
        .post("/api/physical-token/list", Some(session), &body)
        .await
        .ok()
}

fn rows(page: &Value) -> Vec<Value> {
    page["page"]["rows"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_physical_token_tells_which_virtual_one_replaced_it() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let all = list(
        &server,
        &session,
        json!({"search": "", "status": null}),
        "username",
    )
    .await;
    let disabled = json!({"search": "", "status": "disabled"});
    let replaced = rows(&list(&server, &session, disabled, "serial").await);
    assert!(!replaced.is_empty() && replaced.len() < rows(&all).len());
    assert_eq!(all["unfiltered_total"], rows(&all).len());
    for row in &replaced {
        let holder = row["username"].as_str().unwrap();
        let token = server.row(&session, holder).await.unwrap();
        assert_eq!(row["replacement"], token["serial"], "{holder}");
    }
}

#[tokio::test]
async fn a_physical_token_is_found_by_its_holder_and_by_its_serial() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let of_sofia = json!({"search": "sofia ram", "status": null});
    let found = rows(&list(&server, &session, of_sofia, "username").await);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["username"], "SofiaR");
    let by_serial = json!({"search": found[0]["serial"], "status": null});
    assert_eq!(
        rows(&list(&server, &session, by_serial, "status").await),
        found
    );
}

#[tokio::test]
async fn every_order_of_physical_tokens_holds_the_same_rows() {
    let server = Server::start().await;
    let (session, _) = server.admin("cafetera", "MarthaCQ").await;
    let mut sets = Vec::new();
    for column in ["username", "serial", "updated_at", "status"] {
        let all = list(
            &server,
            &session,
            json!({"search": "", "status": null}),
            column,
        )
        .await;
        let rows = rows(&all);
        let keys: Vec<String> = rows.iter().map(|row| row[column].to_string()).collect();
        if column != "username" {
            assert!(keys.is_sorted(), "{column}");
        }
        let mut serials: Vec<String> = rows.iter().map(|row| row["serial"].to_string()).collect();
        serials.sort();
        sets.push(serials);
    }
    assert!(sets.windows(2).all(|pair| pair[0] == pair[1]));
}
