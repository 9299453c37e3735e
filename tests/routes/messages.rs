//! What people are told, and that what cannot be sent holds up nothing.

use std::time::Duration;

use axum::http::StatusCode;
use llavero::domain::contact::Contact;
use llavero::domain::id::MessageId;
use llavero::domain::message::{Channel, DeliveryFailure, MessageKind, MessageState};
use llavero::service::clock::random_bytes;
use llavero::service::settings::WaysOut;
use llavero::store::message::NewMessage;
use llavero::store::{company, message, user};
use serde_json::json;

use crate::support::{Answer, Gateway, Letter, MailServer, PIN, Phone, Server, Session};

const OK: fn(&str) -> &'static str = |_| "250 ok";

fn subjects<'a>(letters: &'a [Letter], to: &str) -> Vec<&'a str> {
    letters
        .iter()
        .filter(|letter| letter.to == to)
        .map(|letter| letter.subject.as_str())
        .collect()
}

/// Writes a message to somebody of Comercial Andina whose body does not open.
async fn a_bad_message(server: &Server) -> MessageId {
    let context = &server.context;
    let mut writer = context.store.write().await.unwrap();
    let andina = company::find_by_slug(&mut writer, "andina")
        .await
        .unwrap()
        .unwrap();
    let sofia = user::find_by_username(&mut writer, andina.id, "SofiaR")
        .await
        .unwrap()
        .unwrap();
    let bad = NewMessage {
        // As old as can be: it is the first to be sent.
        id: MessageId::new(
            context.now().minus(Duration::from_secs(60)),
            random_bytes(context.random.as_ref()),
        ),
        company: andina.id,
        user: sofia.id,
        channel: Channel::Email,
        kind: MessageKind::TokenActivated,
        recipient: Some("sofiar@andina.co".to_owned()),
        secret_of: None,
        body: vec![9; 40],
        created_at: context.now().minus(Duration::from_secs(60)),
    };
    message::insert(&mut writer, &bad).await.unwrap();
    writer.commit().await.unwrap();
    bad.id
}

async fn state_of(server: &Server, id: MessageId) -> (MessageState, Option<DeliveryFailure>, u32) {
    let mut reader = server.context.store.read().await.unwrap();
    let found = message::find(&mut reader, id).await.unwrap().unwrap();
    (found.state, found.last_error, found.attempts)
}

/// Assigns a token to a user of Comercial Andina, by LauraG.
async fn assign(server: &Server, username: &str) -> (Session, Phone) {
    let (session, phone) = server.admin("andina", "LauraG").await;
    let operation = server.try_assign(&session, username).await.ok();
    let number = operation["number"].as_str().unwrap();
    phone.approve(server, number, PIN).await.unwrap();
    (session, phone)
}

#[tokio::test]
async fn one_bad_message_holds_up_no_other() {
    let server = Server::start().await;
    let bad = a_bad_message(&server).await;
    assign(&server, "SofiaR").await;
    let letters = server.letters().await;
    assert!(subjects(&letters, "sofiar@andina.co")[0].starts_with("Active su Token Virtual"));
    let expected = (MessageState::Failed, Some(DeliveryFailure::Unreadable), 1);
    assert_eq!(state_of(&server, bad).await, expected);
}

#[tokio::test]
async fn every_change_tells_its_user_and_some_tell_the_administrators() {
    let server = Server::start().await;
    // Messages of one millisecond have no order.
    let later = || server.clock.advance(Duration::from_secs(1));
    let (laura, phone) = assign(&server, "SofiaR").await;
    later();
    let code = server.invitation_code().await;
    Phone::enrol(&server, &code, PIN).await.unwrap();
    later();
    server.change(&laura, &phone, "SofiaR", "activate").await;
    later();
    server
        .try_block(&laura, &["SofiaR"], "suspected_fraud")
        .await
        .ok();
    later();
    server.change(&laura, &phone, "SofiaR", "unblock").await;
    later();
    server
        .change(&laura, &phone, "SofiaR", "replace_device")
        .await;
    later();
    server.change(&laura, &phone, "SofiaR", "unassign").await;
    let letters = server.letters().await;

    let told = subjects(&letters, "sofiar@andina.co");
    let told: Vec<String> = told
        .iter()
        .map(|subject| subject.split(" FEF").next().unwrap().to_owned())
        .collect();
    assert_eq!(
        told,
        [
            "Active su Token Virtual",
            "Se enroló un dispositivo para su Token Virtual",
            "Su Token Virtual",
            "Su Token Virtual",
            "Su Token Virtual",
            "Se le quitó el Token Virtual",
        ],
        "the invitation to replace is void once the token is taken back"
    );
    let carlos = subjects(&letters, "carlosm@andina.co");
    assert_eq!(carlos.len(), 4, "{carlos:?}");
    assert!(carlos[0].starts_with("LauraG enroló"));
    assert!(carlos[1].starts_with("SofiaR enroló"));
    assert!(carlos[2].ends_with("de SofiaR fue bloqueado"));
    assert!(carlos[3].starts_with("Se reemplaza el dispositivo de SofiaR"));
    let own = subjects(&letters, "laurag@andina.co");
    assert_eq!(own.len(), 2, "nobody is told of what they did: {own:?}");

    let blocked = letters
        .iter()
        .find(|letter| letter.subject.ends_with("fue bloqueado"));
    let text = &blocked.unwrap().text;
    for part in [
        "Motivo: Sospecha de fraude",
        "Quién lo hizo: LauraG",
        "018000 514652",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    for letter in &letters {
        let invites = letter.text.contains("/app/enrolar#");
        assert_eq!(invites, letter.link.is_some(), "{}", letter.text);
    }
}

#[tokio::test]
async fn an_invitation_that_was_replaced_is_not_sent_any_more() {
    let server = Server::start().await;
    let (laura, _) = assign(&server, "SofiaR").await;
    server.try_resend(&laura, "SofiaR").await.ok();
    let letters = server.letters().await;
    let to_sofia: Vec<_> = letters
        .iter()
        .filter(|letter| letter.to == "sofiar@andina.co")
        .collect();
    assert_eq!(to_sofia.len(), 1);
    assert!(to_sofia[0].text.contains("La anterior ya no funciona"));
}

#[tokio::test]
async fn an_invitation_whose_time_is_over_is_not_sent() {
    let server = Server::start().await;
    assign(&server, "SofiaR").await;
    server.clock.advance(Duration::from_secs(72 * 3_600));
    let letters = server.letters().await;
    assert_eq!(subjects(&letters, "sofiar@andina.co"), [""; 0]);
}

#[tokio::test]
async fn five_rejections_in_a_row_alert_the_other_administrators() {
    let server = Server::start().await;
    let (session, phone) = server.admin("andina", "LauraG").await;
    for _ in 0..5 {
        server.try_assign(&session, "SofiaR").await.ok();
        phone.reject(&server).await.unwrap();
        server.clock.advance(Duration::from_secs(180));
        server.is_there(&session).await;
    }
    let letters = server.letters().await;
    let alerts = |to| {
        let subjects = subjects(&letters, to);
        let locked = "Las solicitudes de LauraG quedaron bloqueadas";
        subjects
            .iter()
            .filter(|subject| **subject == locked)
            .count()
    };
    assert_eq!(
        (alerts("carlosm@andina.co"), alerts("laurag@andina.co")),
        (1, 0)
    );
}

#[tokio::test]
async fn what_the_folder_did_not_take_is_written_later() {
    let server = Server::start().await;
    assign(&server, "SofiaR").await;
    let folder = &server.context.settings.messages;
    std::fs::write(folder, "in the way").unwrap();
    server.send_by(&[]).await;
    std::fs::remove_file(folder).unwrap();
    assert!(server.letters().await.is_empty(), "not before its time");
    server.clock.advance(Duration::from_secs(5));
    assert!(!server.letters().await.is_empty());
}

#[tokio::test]
async fn a_mail_server_gets_both_forms_of_an_e_mail() {
    let server = Server::start().await;
    assign(&server, "SofiaR").await;
    let mail_server = MailServer::start(0, OK).await;
    let url = mail_server.url();
    let variables = [
        ("LLAVERO_SMTP_URL", url.as_str()),
        ("LLAVERO_MAIL_FROM", "Banco Ejemplo <tokens@bank.example>"),
    ];
    server.send_by(&variables).await;
    let mails = mail_server.mails();
    let mail = mails
        .iter()
        .find(|mail| mail.to == "sofiar@andina.co")
        .unwrap();
    for part in [
        "From: \"Banco Ejemplo\" <tokens@bank.example>",
        "Content-Type: multipart/alternative",
        "text/plain",
        "text/html",
        "Auto-Submitted: auto-generated",
        "@bank.example>",
    ] {
        assert!(mail.data.contains(part), "{part} in {}", mail.data);
    }
    server.send_by(&variables).await;
    assert_eq!(mail_server.mails().len(), mails.len(), "none is sent twice");
}

#[tokio::test]
async fn a_mail_server_that_was_away_gets_everything_once_it_is_back() {
    let server = Server::start().await;
    assign(&server, "SofiaR").await;
    let first = MailServer::start(0, OK).await;
    let (port, url) = (first.port, first.url());
    drop(first);
    let variables = [
        ("LLAVERO_SMTP_URL", url.as_str()),
        ("LLAVERO_MAIL_FROM", "tokens@bank.example"),
    ];
    server.send_by(&variables).await;
    let back = MailServer::start(port, OK).await;
    server.clock.advance(Duration::from_secs(5));
    server.send_by(&variables).await;
    assert!(
        back.mails()
            .iter()
            .any(|mail| mail.to == "sofiar@andina.co")
    );
}

#[tokio::test]
async fn a_refused_recipient_fails_for_good_and_alone() {
    let server = Server::start().await;
    assign(&server, "SofiaR").await;
    let picky = |to: &str| match to {
        "sofiar@andina.co" => "550 no such mailbox",
        "carlosm@andina.co" => "451 later",
        _ => "250 ok",
    };
    let mail_server = MailServer::start(0, picky).await;
    let url = mail_server.url();
    let variables = [
        ("LLAVERO_SMTP_URL", url.as_str()),
        ("LLAVERO_MAIL_FROM", "tokens@bank.example"),
    ];
    server.send_by(&variables).await;
    assert!(
        mail_server
            .mails()
            .iter()
            .any(|mail| mail.to == "laurag@andina.co")
    );
    let patient = MailServer::start(0, OK).await;
    let url = patient.url();
    let variables = [("LLAVERO_SMTP_URL", url.as_str()), variables[1]];
    server.clock.advance(Duration::from_secs(3_600));
    server.send_by(&variables).await;
    let mut to: Vec<_> = patient.mails().into_iter().map(|mail| mail.to).collect();
    to.dedup();
    assert_eq!(
        to,
        ["carlosm@andina.co"],
        "the other one is not tried again"
    );
}

#[tokio::test]
async fn a_gateway_gets_short_texts_and_a_broken_one_again() {
    let ways_out = WaysOut {
        email: None,
        sms: Some("gateway.example".to_owned()),
    };
    let server = Server::start_with(ways_out).await;
    let (laura, _) = assign(&server, "SofiaR").await;
    let serial = server.row(&laura, "SofiaR").await.unwrap()["serial"].clone();
    let invites = format!("{} en su celular", serial.as_str().unwrap());
    let gateway = Gateway::start().await;
    let variables = [
        ("LLAVERO_SMS_URL", gateway.url.as_str()),
        ("LLAVERO_SMS_TOKEN", "hush"),
        (
            "LLAVERO_SMS_BODY",
            r#"{"messages":[{"to":"{to}","body":"{text}"}]}"#,
        ),
    ];
    gateway.answer(StatusCode::SERVICE_UNAVAILABLE);
    server.send_by(&variables).await;
    gateway.answer(StatusCode::ACCEPTED);
    server.clock.advance(Duration::from_secs(5));
    server.send_by(&variables).await;
    server.clock.advance(Duration::from_secs(3_600));
    server.send_by(&variables).await;

    let taken = gateway.taken();
    let invitations: Vec<_> = taken
        .iter()
        .filter(|sms| {
            let body = sms.body["messages"][0]["body"].as_str().unwrap();
            body.contains(&invites) && body.contains("/app/enrolar#")
        })
        .collect();
    let [refused, accepted] = invitations[..] else {
        panic!("once refused, once taken: {taken:?}")
    };
    assert_eq!(
        refused.key, accepted.key,
        "the gateway can tell that it is the same"
    );
    assert_eq!(accepted.authorization, "Bearer hush");
    assert_eq!(accepted.body["messages"][0]["to"], "+573001234567");
}

#[tokio::test]
async fn who_has_no_address_is_seen_not_to_be_told() {
    let server = Server::start().await;
    let (laura, phone) = assign(&server, "SofiaR").await;
    server.letters().await;
    let context = &server.context;
    let mut writer = context.store.write().await.unwrap();
    let andina = company::find_by_slug(&mut writer, "andina")
        .await
        .unwrap()
        .unwrap();
    let mut sofia = user::find_by_username(&mut writer, andina.id, "SofiaR")
        .await
        .unwrap()
        .unwrap();
    sofia.contact = Contact::default();
    let version = sofia.version;
    user::save(&mut writer, &sofia, version).await.unwrap();
    writer.commit().await.unwrap();
    let before = server.letters().await.len();
    server.change(&laura, &phone, "SofiaR", "cancel").await;
    assert_eq!(server.letters().await.len(), before);
}

#[tokio::test]
async fn a_person_is_written_to_in_the_language_they_chose() {
    let server = Server::start().await;
    let (carlos, _) = server.admin("andina", "CarlosM").await;
    let english = json!({"locale": "english"});
    server
        .post("/api/session/language", Some(&carlos), &english)
        .await
        .ok();
    assign(&server, "SofiaR").await;
    let letters = server.letters().await;
    let told = subjects(&letters, "carlosm@andina.co");
    assert!(
        told.iter()
            .any(|subject| subject.starts_with("LauraG enrolled")),
        "{told:?}"
    );
}

/// What the operator's table shows under a state.
async fn listed(server: &Server, operator: &Session, state: &str) -> Answer {
    let query = json!({"query": {
        "filter": {"state": state, "channel": null, "company": "andina"},
        "sort": {"column": "written_at", "direction": "descending"},
        "page": {"place": "first", "number": 1, "size": 10},
    }});
    server
        .post("/api/message/list", Some(operator), &query)
        .await
}

#[tokio::test]
async fn the_operator_sees_what_failed_and_has_it_sent_to_the_present_address() {
    let server = Server::start().await;
    assign(&server, "SofiaR").await;
    let picky = MailServer::start(0, |to| match to {
        "sofiar@andina.co" => "550 no such mailbox",
        _ => "250 ok",
    })
    .await;
    let url = picky.url();
    let variables = [
        ("LLAVERO_SMTP_URL", url.as_str()),
        ("LLAVERO_MAIL_FROM", "tokens@bank.example"),
    ];
    server.send_by(&variables).await;

    let operator = server.sign_in("banco", "OperadorB").await;
    let answer = listed(&server, &operator, "failed").await;
    let text = answer.text();
    assert!(
        !text.contains("enrolar#") && !text.contains("sofiar@"),
        "{text}"
    );
    let view = answer.ok();
    // Two of the demo's failed before.
    assert_eq!(view["failed"], 3);
    let row = &view["page"]["rows"][0];
    assert_eq!(
        (&row["failure"], &row["kind"]),
        (&json!("refused"), &json!("invitation"))
    );
    assert_eq!(row["recipient"], "s•••@andina.co");

    let context = &server.context;
    let mut writer = context.store.write().await.unwrap();
    let andina = company::find_by_slug(&mut writer, "andina")
        .await
        .unwrap()
        .unwrap();
    let mut sofia = user::find_by_username(&mut writer, andina.id, "SofiaR")
        .await
        .unwrap()
        .unwrap();
    sofia.contact.email = Some("sofia@andina.co".to_owned());
    let version = sofia.version;
    user::save(&mut writer, &sofia, version).await.unwrap();
    writer.commit().await.unwrap();

    let seen = json!({"seen": [{"message": row["id"], "version": row["version"]}]});
    let again = server
        .post("/api/message/send-again", Some(&operator), &seen)
        .await;
    assert_eq!(again.ok(), json!(["waiting"]));
    let twice = server
        .post("/api/message/send-again", Some(&operator), &seen)
        .await;
    assert_eq!(twice.ok(), json!(["changed"]));
    server.send_by(&variables).await;
    assert!(
        picky
            .mails()
            .iter()
            .any(|mail| mail.to == "sofia@andina.co")
    );
    assert_eq!(listed(&server, &operator, "failed").await.ok()["failed"], 2);
}
