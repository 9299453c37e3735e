use std::time::Duration;

use llavero::domain::protocol::client::{approval, rejection};
use llavero::domain::protocol::{
    Base64Bytes, DeviceCall, DeviceFault, DeviceOperation, DeviceReply, Outcome,
};
use serde_json::{Value, json};

use crate::support::{PIN, Phone, Server, Session};

struct Asked {
    server: Server,
    session: Session,
    phone: Phone,
    operation: Value,
}

impl Asked {
    async fn to_assign() -> Self {
        let server = Server::start().await;
        let (session, phone) = server.admin("andina", "LauraG").await;
        let operation = server.try_assign(&session, "SofiaR").await.ok();
        Self {
            server,
            session,
            phone,
            operation,
        }
    }

    fn number(&self) -> &str {
        self.operation["number"].as_str().unwrap()
    }

    /// The signed yes to `operation`, with the right number and PIN.
    async fn approval_of(&self, operation: &DeviceOperation) -> DeviceCall {
        let Phone { keys, profile } = &self.phone;
        approval(keys, profile, operation, self.number(), PIN)
            .await
            .unwrap()
    }

    /// A number that is not the right one.
    fn wrong_number(&self) -> &'static str {
        if self.number() == "000000" {
            "000001"
        } else {
            "000000"
        }
    }

    async fn state(&self) -> Value {
        self.server.operation(&self.session, &self.operation).await["state"].clone()
    }

    async fn nothing_was_assigned(&self) {
        assert!(self.server.row(&self.session, "SofiaR").await.is_none());
        assert_eq!(
            self.server.tokens(&self.session).await["stock"]["available"],
            5
        );
    }
}

#[tokio::test]
async fn a_rejection_is_signed_and_needs_no_pin() {
    let asked = Asked::to_assign().await;
    assert_eq!(
        asked.phone.reject(&asked.server).await,
        Ok(DeviceReply::Confirmed(Outcome::Rejected))
    );
    assert_eq!(
        asked.state().await,
        json!({"state": "rejected", "reason": "on_device"})
    );
    asked.nothing_was_assigned().await;
}

#[tokio::test]
async fn after_two_minutes_it_has_expired() {
    let asked = Asked::to_assign().await;
    let operation = asked.phone.waiting_one(&asked.server).await;
    let call = asked.approval_of(&operation).await;
    asked.server.clock.advance(Duration::from_secs(120));
    assert_eq!(
        asked.phone.call(&asked.server, call).await,
        Err(DeviceFault::Expired)
    );
    assert_eq!(asked.state().await, json!({"state": "expired"}));
    assert!(asked.phone.waiting(&asked.server).await.is_empty());
    asked.nothing_was_assigned().await;
}

#[tokio::test]
async fn an_expired_operation_does_not_stand_in_the_way_of_a_new_one() {
    let asked = Asked::to_assign().await;
    asked.server.clock.advance(Duration::from_secs(121));
    assert!(
        asked
            .server
            .try_assign(&asked.session, "SofiaR")
            .await
            .status
            .is_success()
    );
}

#[tokio::test]
async fn screens_are_told_of_an_operation_that_a_new_one_ended() {
    let asked = Asked::to_assign().await;
    asked.server.clock.advance(Duration::from_secs(121));
    let mut told = asked.server.context.hub.listen();
    let second = asked.server.try_assign(&asked.session, "SofiaR").await.ok();
    for operation in [&asked.operation, &second] {
        let change = serde_json::to_value(told.try_recv().unwrap().topic).unwrap();
        assert_eq!(change, json!({"topic": "operation", "id": operation["id"]}));
    }
}

#[tokio::test]
async fn three_wrong_numbers_end_it() {
    let asked = Asked::to_assign().await;
    for left in [2, 1, 0] {
        let refused = asked
            .phone
            .approve(&asked.server, asked.wrong_number(), PIN)
            .await;
        assert_eq!(refused, Err(DeviceFault::WrongNumber { left }));
    }
    assert_eq!(
        asked.state().await,
        json!({"state": "rejected", "reason": "wrong_numbers"})
    );
    asked.nothing_was_assigned().await;
}

#[tokio::test]
async fn a_wrong_pin_is_counted_and_the_right_one_forgives() {
    let asked = Asked::to_assign().await;
    let refused = asked
        .phone
        .approve(&asked.server, asked.number(), "111111")
        .await;
    assert_eq!(refused, Err(DeviceFault::WrongPin { left: 4 }));
    assert!(
        asked
            .phone
            .approve(&asked.server, asked.number(), PIN)
            .await
            .is_ok()
    );
    let operation = asked
        .server
        .try_assign(&asked.session, "AndresL")
        .await
        .ok();
    let refused = asked
        .phone
        .approve(
            &asked.server,
            operation["number"].as_str().unwrap(),
            "111111",
        )
        .await;
    assert_eq!(refused, Err(DeviceFault::WrongPin { left: 4 }));
}

#[tokio::test]
async fn five_wrong_pins_block_the_token_and_end_its_session() {
    let asked = Asked::to_assign().await;
    for left in [4, 3, 2, 1, 0] {
        let refused = asked
            .phone
            .approve(&asked.server, asked.number(), "111111")
            .await;
        assert_eq!(refused, Err(DeviceFault::WrongPin { left }));
    }
    let events = asked.server.get("/events", Some(&asked.session)).await;
    assert_eq!(events.status, 401);
    let (other, _) = asked.server.admin("andina", "CarlosM").await;
    let detail = asked
        .server
        .post(
            "/api/token/show",
            Some(&other),
            &json!({"serial": "FEF5100001"}),
        )
        .await
        .ok();
    assert_eq!(
        (&detail["status"], &detail["block_reason"]),
        (&json!("blocked"), &json!("too_many_failures"))
    );
}

#[tokio::test]
async fn a_confirmation_works_once() {
    let asked = Asked::to_assign().await;
    let operation = asked.phone.waiting_one(&asked.server).await;
    let call = asked.approval_of(&operation).await;
    assert!(asked.phone.call(&asked.server, call.clone()).await.is_ok());
    assert_eq!(
        asked.phone.call(&asked.server, call).await,
        Err(DeviceFault::AlreadySettled)
    );
}

#[tokio::test]
async fn the_very_same_request_is_refused_as_a_replay() {
    let asked = Asked::to_assign().await;
    let request = asked
        .phone
        .signed(&asked.server, DeviceCall::Operations)
        .await;
    assert!(asked.phone.send(&asked.server, &request).await.is_ok());
    assert_eq!(
        asked.phone.send(&asked.server, &request).await,
        Err(DeviceFault::Replayed)
    );
}

#[tokio::test]
async fn a_request_with_a_changed_byte_is_refused() {
    let asked = Asked::to_assign().await;
    let mut request = asked
        .phone
        .signed(&asked.server, DeviceCall::Operations)
        .await;
    let text = String::from_utf8(request.payload.0.clone()).unwrap();
    request.payload = Base64Bytes(text.replace("\"operations\"", "\"details\"").into_bytes());
    assert_eq!(
        asked.phone.send(&asked.server, &request).await,
        Err(DeviceFault::NotRecognised)
    );
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_the_server_s() {
    let asked = Asked::to_assign().await;
    let now = asked.server.context.now();
    for at in [
        now.minus(Duration::from_secs(121)),
        now.plus(Duration::from_secs(121)),
    ] {
        let request = asked.phone.signed_at(at, DeviceCall::Operations).await;
        let refused = asked.phone.send(&asked.server, &request).await;
        assert_eq!(refused, Err(DeviceFault::ClockOff { server_time: now }));
    }
}

#[tokio::test]
async fn another_administrator_s_device_cannot_confirm_it() {
    let asked = Asked::to_assign().await;
    let (_, other) = asked.server.admin("andina", "CarlosM").await;
    let operation = asked.phone.waiting_one(&asked.server).await;
    let call = approval(&other.keys, &other.profile, &operation, asked.number(), PIN)
        .await
        .unwrap();
    assert_eq!(
        other.call(&asked.server, call).await,
        Err(DeviceFault::NoSuchOperation)
    );
    assert_eq!(
        other.call(&asked.server, rejection(&operation)).await,
        Err(DeviceFault::NoSuchOperation)
    );
}

#[tokio::test]
async fn bytes_other_than_those_shown_are_refused() {
    let asked = Asked::to_assign().await;
    let mut operation = asked.phone.waiting_one(&asked.server).await;
    let text = String::from_utf8(operation.challenge.0.clone()).unwrap();
    operation.challenge = Base64Bytes(text.replace("SofiaR", "PedroZ").into_bytes());
    let call = asked.approval_of(&operation).await;
    assert_eq!(
        asked.phone.call(&asked.server, call).await,
        Err(DeviceFault::WrongChallenge)
    );
    asked.nothing_was_assigned().await;
}

#[tokio::test]
async fn what_was_taken_back_cannot_be_confirmed() {
    let asked = Asked::to_assign().await;
    let operation = asked.phone.waiting_one(&asked.server).await;
    let body = json!({"operation": asked.operation["id"]});
    let view = asked
        .server
        .post("/api/operation/cancel", Some(&asked.session), &body)
        .await
        .ok();
    assert_eq!(view["state"], json!({"state": "cancelled"}));
    let call = asked.approval_of(&operation).await;
    assert_eq!(
        asked.phone.call(&asked.server, call).await,
        Err(DeviceFault::AlreadySettled)
    );
    asked.nothing_was_assigned().await;
}

#[tokio::test]
async fn a_user_who_became_ineligible_meanwhile_is_not_assigned_a_token() {
    let asked = Asked::to_assign().await;
    let mut writer = asked.server.context.store.write().await.unwrap();
    let company = llavero::store::company::find_by_slug(&mut writer, "andina")
        .await
        .unwrap()
        .unwrap()
        .id;
    let mut user = llavero::store::user::find_by_username(&mut writer, company, "SofiaR")
        .await
        .unwrap()
        .unwrap();
    let version = user.version;
    user.contact.mobile = None;
    user.version += 1;
    llavero::store::user::save(&mut writer, &user, version)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    let refused = asked
        .phone
        .approve(&asked.server, asked.number(), PIN)
        .await;
    assert_eq!(refused, Err(DeviceFault::NotAllowed));
    asked.nothing_was_assigned().await;
}

#[tokio::test]
async fn after_an_unblock_there_are_five_tries_again() {
    let asked = Asked::to_assign().await;
    let (server, phone) = (&asked.server, &asked.phone);
    for _ in 0..5 {
        let refused = phone.approve(server, asked.number(), "111111").await;
        assert!(matches!(refused, Err(DeviceFault::WrongPin { .. })));
    }
    let (other, others_phone) = server.admin("andina", "CarlosM").await;
    let serial = phone.profile.serial.to_string();
    let operation = server.try_change_of(&other, &serial, "unblock").await.ok();
    let number = operation["number"].as_str().unwrap();
    others_phone.approve(server, number, PIN).await.unwrap();
    let session = server.sign_in_with("andina", "LauraG", phone).await;
    let operation = server.try_assign(&session, "AndresL").await.ok();
    let number = operation["number"].as_str().unwrap();
    let refused = phone.approve(server, number, "111111").await;
    assert_eq!(refused, Err(DeviceFault::WrongPin { left: 4 }));
}
