//! Every transition of a token by its route, as far as it goes well.

use std::time::Duration;

use llavero::domain::protocol::DeviceFault;
use llavero::domain::token::{PhysicalToken, TokenStatus};
use llavero::domain::view::SeenUser;
use llavero::service::deactivate_user::deactivate_user;
use llavero::service::expire_invitations::expire_invitations;
use llavero::service::identify::{Caller, identify};
use llavero::store::{self, physical_token};
use serde_json::{Value, json};

use crate::support::{PIN, Phone, Server, Session};

const HOUR: Duration = Duration::from_secs(3_600);

async fn caller(server: &Server, session: &Session) -> Caller {
    let (_, token) = session.cookie().split_once('=').unwrap();
    identify(&server.context, Some(token)).await.unwrap()
}

async fn status(server: &Server, session: &Session, username: &str) -> Option<Value> {
    let row = server.row(session, username).await?;
    Some(row["status"].clone())
}

async fn available(server: &Server, session: &Session) -> u64 {
    server.tokens(session).await["stock"]["available"]
        .as_u64()
        .unwrap()
}

async fn physical(server: &Server, company: &str, username: &str) -> Vec<PhysicalToken> {
    let mut reader = server.context.store.read().await.unwrap();
    let company = store::company::find_by_slug(&mut reader, company)
        .await
        .unwrap()
        .unwrap();
    let user = store::user::find_by_username(&mut reader, company.id, username)
        .await
        .unwrap()
        .unwrap();
    physical_token::of_holder(&mut reader, company.id, user.id)
        .await
        .unwrap()
}

#[tokio::test]
async fn resending_makes_a_new_invitation_and_ends_the_old_one() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let old = server.invitation_code().await;
    server.try_resend(&session, "MonicaJ").await.ok();
    let new = server.invitation_code().await;
    assert_eq!(
        status(&server, &session, "MonicaJ").await,
        Some(json!("assigned"))
    );
    assert_eq!(
        Phone::enrol(&server, &old, PIN).await.err(),
        Some(DeviceFault::InvitationInvalid)
    );
    assert!(Phone::enrol(&server, &new, PIN).await.is_ok());
}

#[tokio::test]
async fn cancelling_frees_the_token_and_ends_the_invitation() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let code = server.invitation_code().await;
    let before = available(&server, &session).await;
    server.change(&session, &phone, "MonicaJ", "cancel").await;
    assert_eq!(status(&server, &session, "MonicaJ").await, None);
    assert_eq!(available(&server, &session).await, before + 1);
    assert_eq!(
        Phone::enrol(&server, &code, PIN).await.err(),
        Some(DeviceFault::InvitationInvalid)
    );
}

#[tokio::test]
async fn a_token_is_blocked_at_once_with_its_reason_and_unblocked_with_a_confirmation() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let outcomes = server
        .try_block(&session, &["RicardoN"], "suspected_fraud")
        .await
        .ok();
    assert_eq!(outcomes[0]["error"], json!(null));
    let detail = server.detail(&session, "RicardoN").await;
    assert_eq!(
        (&detail["status"], &detail["block_reason"]),
        (&json!("blocked"), &json!("suspected_fraud"))
    );
    server.change(&session, &phone, "RicardoN", "unblock").await;
    assert_eq!(
        status(&server, &session, "RicardoN").await,
        Some(json!("active"))
    );
}

#[tokio::test]
async fn a_blocked_holder_is_signed_out_and_their_phone_approves_nothing() {
    let server = Server::start().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let operation = server.try_assign(&laura, "SofiaR").await.ok();
    let own = server.detail_of(&carlos, "FEF5100001").await;
    server
        .post(
            "/api/token/block",
            Some(&carlos),
            &json!({"seen": [{"token": own["id"], "version": own["version"]}], "reason": "lost"}),
        )
        .await
        .ok();
    assert_eq!(server.get("/events", Some(&laura)).await.status, 401);
    assert!(phone.waiting(&server).await.is_empty());
    assert_eq!(operation["state"], json!({"state": "pending"}));
    assert_eq!(available(&server, &carlos).await, 5);
}

#[tokio::test]
async fn several_tokens_are_blocked_each_by_itself() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    let outcomes = server
        .try_block(&session, &["ValentinaB", "MonicaJ", "RicardoN"], "other")
        .await
        .ok();
    let errors: Vec<_> = outcomes
        .as_array()
        .unwrap()
        .iter()
        .map(|outcome| outcome["error"].clone())
        .collect();
    let refused = json!({"refused": {"wrong_state": {"from": "assigned", "action": "block"}}});
    assert_eq!(errors, [json!(null), refused, json!(null)]);
    for (username, expected) in [
        ("ValentinaB", "blocked"),
        ("MonicaJ", "assigned"),
        ("RicardoN", "blocked"),
    ] {
        assert_eq!(
            status(&server, &session, username).await,
            Some(json!(expected))
        );
    }
}

#[tokio::test]
async fn replacing_the_device_invites_again_and_the_new_one_has_to_be_activated() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    for username in ["HernanQ", "RicardoN", "GloriaE"] {
        // Messages are told apart by their time.
        server.clock.advance(Duration::from_secs(1));
        server
            .change(&session, &phone, username, "replace_device")
            .await;
        assert_eq!(
            status(&server, &session, username).await,
            Some(json!("assigned"))
        );
        let code = server.invitation_code().await;
        assert!(Phone::enrol(&server, &code, PIN).await.is_ok());
        server.change(&session, &phone, username, "activate").await;
        assert_eq!(
            status(&server, &session, username).await,
            Some(json!("active"))
        );
    }
}

#[tokio::test]
async fn taking_a_token_back_restores_the_physical_one_only_when_asked_to() {
    for (kind, expected) in [
        ("unassign", TokenStatus::Disabled),
        ("unassign_restoring_physical", TokenStatus::Active),
    ] {
        let server = Server::start().await;
        let (session, phone) = server.admin("andina", "LauraG").await;
        let detail = server.detail(&session, "ValentinaB").await;
        assert_eq!(detail["physical"][0]["restorable"], json!(true));
        let before = available(&server, &session).await;
        server.change(&session, &phone, "ValentinaB", kind).await;
        assert_eq!(status(&server, &session, "ValentinaB").await, None);
        assert_eq!(available(&server, &session).await, before + 1);
        let physical = physical(&server, "andina", "ValentinaB").await;
        assert_eq!(physical[0].state.status(), expected, "{kind}");
    }
}

#[tokio::test]
async fn a_token_is_taken_back_from_every_state_that_somebody_holds_it_in() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let before = available(&server, &session).await;
    for username in ["MonicaJ", "HernanQ", "RicardoN", "GloriaE"] {
        server.change(&session, &phone, username, "unassign").await;
    }
    assert_eq!(available(&server, &session).await, before + 4);
}

#[tokio::test]
async fn a_token_that_nobody_enrols_is_free_ten_days_after_its_invitation() {
    let server = Server::start().await;
    server.clock.advance(HOUR * (72 + 7 * 24) - HOUR * 2);
    expire_invitations(&server.context).await.unwrap();
    let session = server.sign_in("andina", "AuditoraP").await;
    assert_eq!(
        status(&server, &session, "MonicaJ").await,
        Some(json!("assigned"))
    );
    let before = available(&server, &session).await;

    server.clock.advance(Duration::from_secs(1));
    expire_invitations(&server.context).await.unwrap();
    assert_eq!(status(&server, &session, "MonicaJ").await, None);
    assert_eq!(available(&server, &session).await, before + 1);
    // The administrators' own tokens wait for them.
    server.admin("andina", "CarlosM").await;
}

#[tokio::test]
async fn an_invitation_sent_again_begins_anew() {
    let server = Server::start().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    server.try_resend(&laura, "MonicaJ").await.ok();
    server
        .clock
        .advance(HOUR * (72 + 7 * 24) - Duration::from_secs(1));
    expire_invitations(&server.context).await.unwrap();
    let laura = server.sign_in_with("andina", "LauraG", &phone).await;
    assert_eq!(
        status(&server, &laura, "MonicaJ").await,
        Some(json!("assigned"))
    );
}

#[tokio::test]
async fn a_user_set_inactive_loses_the_use_of_their_token_at_once() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    let caller = caller(&server, &session).await;
    for (username, after) in [
        ("MonicaJ", None),
        ("HernanQ", Some(json!("blocked"))),
        ("RicardoN", Some(json!("blocked"))),
        ("GloriaE", Some(json!("blocked"))),
    ] {
        let holder = server.row(&session, username).await.unwrap()["holder"].clone();
        let holder = serde_json::from_value(holder).unwrap();
        deactivate_user(
            &server.context,
            &caller,
            SeenUser {
                user: holder,
                version: 1,
            },
        )
        .await
        .unwrap();
        assert_eq!(
            status(&server, &session, username).await,
            after,
            "{username}"
        );
    }
    let refused = server.try_change(&session, "RicardoN", "unblock").await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.json(),
        json!({"refused": {"ineligible": ["inactive"]}})
    );
    let row = server.row(&session, "RicardoN").await.unwrap();
    assert_eq!(row["circumstances"]["ineligibilities"], json!(["inactive"]));
    server
        .change(&session, &phone, "RicardoN", "unassign")
        .await;
}

#[tokio::test]
async fn nobody_sets_themselves_or_the_last_administrator_inactive() {
    let server = Server::start().await;
    let (laura, phone) = server.admin("andina", "LauraG").await;
    let carlos = caller(&server, &server.sign_in("andina", "CarlosM").await).await;
    let me = caller(&server, &laura).await;
    let seen = SeenUser {
        user: me.user.id,
        version: 1,
    };
    let own = deactivate_user(&server.context, &me, seen).await;
    assert!(own.unwrap_err().to_string().contains("themselves"));
    let last = deactivate_user(&server.context, &carlos, seen).await;
    assert!(last.unwrap_err().to_string().contains("last administrator"));
    assert!(
        phone.waiting(&server).await.is_empty(),
        "the phone still speaks"
    );
}
