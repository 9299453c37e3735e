use llavero::domain::operation::OperationKind;
use llavero::domain::protocol::{DeviceReply, Outcome};
use serde_json::json;

use crate::support::{PIN, Phone, Server};

#[tokio::test]
async fn the_nine_steps_hand_a_token_to_a_user_and_activate_it() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let before = server.tokens(&session).await["stock"].clone();
    assert_eq!(
        (before["total"].as_u64(), before["available"].as_u64()),
        (Some(12), Some(5))
    );

    let operation = server.try_assign(&session, "SofiaR").await.ok();
    let approved = phone
        .approve(&server, operation["number"].as_str().unwrap(), PIN)
        .await;
    assert_eq!(
        approved,
        Ok(DeviceReply::Confirmed(Outcome::Applied {
            kind: OperationKind::Assign
        }))
    );
    assert_eq!(
        server.operation(&session, &operation).await["state"],
        json!({"state": "applied"})
    );
    assert_eq!(
        server.row(&session, "SofiaR").await.unwrap()["status"],
        "assigned"
    );
    assert_eq!(server.tokens(&session).await["stock"]["available"], 4);

    let member = Phone::enrol(&server, &server.invitation_code().await, "135790").await;
    assert!(member.is_ok());
    assert_eq!(
        server.row(&session, "SofiaR").await.unwrap()["status"],
        "pending_activation"
    );

    let operation = server.try_activate(&session, "SofiaR").await.ok();
    phone
        .approve(&server, operation["number"].as_str().unwrap(), PIN)
        .await
        .unwrap();
    let row = server.row(&session, "SofiaR").await.unwrap();
    assert_eq!(row["status"], "active");

    let detail = server
        .post(
            "/api/token/show",
            Some(&session),
            &json!({"serial": row["serial"]}),
        )
        .await
        .ok();
    assert_eq!(detail["physical"][0]["status"], "disabled");
    let told: Vec<_> = detail["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["action"].clone())
        .collect();
    assert_eq!(
        told,
        [
            json!("activate"),
            json!("enrol"),
            json!("assign"),
            json!(null)
        ]
    );
}

#[tokio::test]
async fn entelgy_shows_the_guide_s_screen_to_the_letter() {
    let server = Server::start().await;
    let session = server.sign_in("entelgy", "AdminEntelgy").await;
    let body = json!({"query": {
        "filter": {"status": null, "updated_from": null, "updated_until": null},
        "sort": {"column": "assigned_at", "direction": "descending"},
        "page": {"place": "first", "number": 1, "size": 10},
    }});
    let page = server
        .post("/api/token/list", Some(&session), &body)
        .await
        .ok();
    assert_eq!(
        (
            page["stock"]["total"].as_u64(),
            page["stock"]["available"].as_u64()
        ),
        (Some(6), Some(0))
    );
    let rows: Vec<_> = page["page"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let at =
                llavero::domain::time::Timestamp::from_micros(row["updated_at"].as_i64().unwrap());
            let text = |name: &str| row[name].as_str().unwrap().to_owned();
            (
                text("username"),
                text("serial"),
                at.day().to_string(),
                text("status"),
            )
        })
        .collect();
    let expected = [
        ("Entelgy1BOC", "FEF4900032", "2023/12/21"),
        ("Entelgy2BOC", "FEF4900033", "2023/12/21"),
        ("VictorP1", "FEF4900035", "2024/01/22"),
        ("Mcaastro11", "FEF4900034", "2024/01/15"),
        ("ADQ01", "FEF4900030", "2024/01/11"),
    ]
    .map(|(user, serial, day)| {
        (
            user.to_owned(),
            serial.to_owned(),
            day.to_owned(),
            "active".to_owned(),
        )
    });
    assert_eq!(rows, expected);
}

#[tokio::test]
async fn an_administrator_s_first_enrolment_makes_their_token_active_at_once() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let step = server.post_bytes(
        "/api/session/current",
        Some(&session),
        "application/x-www-form-urlencoded",
        vec![],
    );
    assert_eq!(
        step.await.ok()["signed_in"]["own_token"]["linked"]["status"],
        "active"
    );
}
