//! *Inicio*.

use std::time::Duration;

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn what_waits_is_counted_as_the_lists_would_show_it() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let home = || async {
        let body = json!({});
        server
            .post("/api/home/show", Some(&session), &body)
            .await
            .ok()
    };
    let before = home().await;
    let tokens = server.tokens(&session).await;
    let in_status = |status: &str| {
        let rows = tokens["page"]["rows"].as_array().unwrap();
        rows.iter().filter(|row| row["status"] == status).count()
    };
    assert_eq!(
        before["pending_activation"],
        in_status("pending_activation")
    );
    assert_eq!(before["blocked"], in_status("blocked"));
    assert_eq!(before["stock"], tokens["stock"]);
    server.try_block(&session, &["RicardoN"], "lost").await.ok();
    assert_eq!(home().await["blocked"], in_status("blocked") + 1);
}

#[tokio::test]
async fn an_invitation_is_about_to_expire_in_its_last_day_and_not_after_it() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let operation = server.try_assign(&session, "SofiaR").await.ok();
    phone
        .approve(
            &server,
            operation["number"].as_str().unwrap(),
            crate::support::PIN,
        )
        .await
        .unwrap();
    let mut told = Vec::new();
    for hours in [0, 49, 24] {
        server.clock.advance(Duration::from_secs(hours * 3_600));
        let session = server.sign_in_with("andina", "LauraG", &phone).await;
        let body = json!({});
        let home = server
            .post("/api/home/show", Some(&session), &body)
            .await
            .ok();
        told.push(home["expiring_invitations"].as_u64().unwrap());
    }
    assert_eq!((told[0], told[2]), (0, 0));
    assert!(told[1] > 0);
}
