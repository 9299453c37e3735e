use std::time::Duration;

use axum::http::StatusCode;
use serde_json::json;

use crate::support::{PIN, Server};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn the_last_token_goes_to_one_of_two_administrators_and_the_other_is_told() {
    let server = Server::start().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    for username in ["SofiaR", "AndresL", "CamilaT", "DiegoH"] {
        let operation = server.try_assign(&laura, username).await.ok();
        phone
            .approve(&server, operation["number"].as_str().unwrap(), PIN)
            .await
            .unwrap();
    }
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let (first, second) = tokio::join!(
        server.try_assign(&laura, "IsabelV"),
        server.try_assign(&carlos, "JuanPM")
    );
    let (won, lost) = if first.status.is_success() {
        (first, second)
    } else {
        (second, first)
    };
    assert!(won.status.is_success(), "{}", won.text());
    assert_eq!(lost.status, StatusCode::CONFLICT);
    assert_eq!(lost.json(), json!({"conflict": "tokens_reserved"}));
}

#[tokio::test]
async fn without_an_available_token_nobody_is_asked_to_confirm() {
    let server = Server::start().await;
    let (session, phone) = server.admin("entelgy", "AdminEntelgy").await;
    let row = server.row(&session, "VictorP1").await.unwrap();
    let answer = server
        .post(
            "/api/operation/request-assignment",
            Some(&session),
            &json!({"user": row["holder"]}),
        )
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(answer.json(), json!({"conflict": "no_token_available"}));
    assert!(phone.waiting(&server).await.is_empty());
}

#[tokio::test]
async fn two_requests_for_one_user_do_not_wait_at_once() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    server.try_assign(&session, "SofiaR").await.ok();
    let second = server.try_assign(&session, "SofiaR").await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        second.json(),
        json!({"refused": {"ineligible": ["has_open_operation"]}})
    );
}

#[tokio::test]
async fn an_ineligible_user_is_refused_with_every_reason() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    for (username, reason) in [
        ("OscarI", json!("inactive")),
        ("CarlosM", json!("not_secondary")),
        ("TeresaA", json!({"contact": "email_missing"})),
        ("UlisesF", json!({"contact": "email_invalid"})),
        ("WendyD", json!({"contact": "mobile_missing"})),
        ("XimenaP", json!({"contact": "mobile_invalid"})),
        ("YesidK", json!({"contact": "stale"})),
        ("RicardoN", json!("has_token")),
    ] {
        let candidate = server.candidate(&session, username).await;
        assert!(
            candidate["ineligibilities"]
                .as_array()
                .unwrap()
                .contains(&reason),
            "{candidate}"
        );
        let answer = server.try_assign(&session, username).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{username}"
        );
        let told = answer.json()["refused"]["ineligible"].clone();
        assert!(
            told.as_array().unwrap().contains(&reason),
            "{username}: {told}"
        );
    }
}

#[tokio::test]
async fn nobody_asks_without_an_active_token_of_their_own() {
    let server = Server::start().await;
    let session = server.sign_in("andina", "LauraG").await;
    let answer = server.try_assign(&session, "SofiaR").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(answer.json(), json!({"conflict": "no_active_token"}));
}

#[tokio::test]
async fn five_rejections_in_a_row_lock_an_administrator_s_requests() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    for _ in 0..5 {
        server.try_assign(&session, "SofiaR").await.ok();
        phone.reject(&server).await.unwrap();
        // Not so often that the pause of ten minutes comes first.
        server.clock.advance(Duration::from_secs(180));
        server.is_there(&session).await;
    }
    let locked = server.try_assign(&session, "SofiaR").await;
    assert_eq!(locked.status, StatusCode::LOCKED);
    assert_eq!(locked.json(), json!("locked"));

    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let seen = server.locked_requests(&carlos).await;
    assert_eq!(seen[0]["full_name"], json!("Laura Gómez"));
    assert_eq!(server.locked_requests(&session).await, json!([]));
    let laura = json!({"user": seen[0]["user"]});
    let own = server.unlock_requests(&session, &laura).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN, "nobody lifts their own");
    server.unlock_requests(&carlos, &laura).await.ok();
    let again = server.unlock_requests(&carlos, &laura).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "there is none any more");
    assert_eq!(server.locked_requests(&carlos).await, json!([]));
    server.try_assign(&session, "SofiaR").await.ok();
}

#[tokio::test]
async fn five_requests_that_nobody_approved_pause_until_the_first_of_them_is_ten_minutes_old() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    for username in ["SofiaR", "SofiaR", "SofiaR", "CamilaT", "SofiaR", "SofiaR"] {
        let operation = server.try_assign(&session, username).await.ok();
        if username == "CamilaT" {
            // An approval between, since five rejections in a row would lock.
            let number = operation["number"].as_str().unwrap();
            phone.approve(&server, number, PIN).await.unwrap();
        } else {
            phone.reject(&server).await.unwrap();
        }
        server.clock.advance(MINUTE);
    }
    // The first was rejected six minutes ago.
    let paused = server.try_assign(&session, "SofiaR").await;
    assert_eq!(paused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        paused.json(),
        json!({"paused": {"pause": "unapproved_requests", "retry_after": 241}})
    );
    server.clock.advance(MINUTE * 4 + Duration::from_secs(1));
    server.try_assign(&session, "SofiaR").await.ok();
}

#[tokio::test]
async fn approved_requests_are_never_paused() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    for username in ["SofiaR", "AndresL", "CamilaT", "DiegoH", "IsabelV"] {
        let operation = server.try_assign(&session, username).await.ok();
        phone
            .approve(&server, operation["number"].as_str().unwrap(), PIN)
            .await
            .unwrap();
    }
    let last = server.try_assign(&session, "JuanPM").await;
    assert_eq!(last.json(), json!({"conflict": "no_token_available"}));
}
