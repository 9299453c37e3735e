use llavero::domain::id::{CompanyId, MessageId, UserId};
use llavero::domain::locale::Locale;
use llavero::domain::message::{Channel, DeliveryFailure, MessageKind, MessageState};
use llavero::store::message::{Attempt, MessageRecord, NewMessage};
use llavero::store::{self, Connection};

use crate::fixture::*;

fn a_message(company: CompanyId, user: UserId) -> NewMessage {
    NewMessage {
        id: MessageId::new(NOW, unique()),
        company,
        user,
        channel: Channel::Email,
        kind: MessageKind::TokenActivated,
        recipient: Some("ana@acme.co".to_owned()),
        secret_of: None,
        body: vec![1, 2, 3],
        created_at: NOW,
    }
}

async fn someone(conn: &mut Connection) -> (CompanyId, UserId) {
    let company = company(conn).await;
    (company, member(conn, company).await.id)
}

async fn written(conn: &mut Connection, message: NewMessage) -> MessageId {
    store::message::insert(conn, &message).await.unwrap();
    message.id
}

async fn found(conn: &mut Connection, id: MessageId) -> MessageRecord {
    store::message::find(conn, id).await.unwrap().unwrap()
}

async fn claimed(conn: &mut Connection, id: MessageId) -> MessageRecord {
    let record = found(conn, id).await;
    store::message::claim(conn, record, after(1), after(100))
        .await
        .unwrap()
        .unwrap()
}

async fn due(conn: &mut Connection, seconds: u64) -> Vec<MessageId> {
    store::message::due(conn, Channel::Email, after(seconds), 10)
        .await
        .unwrap()
}

on_both_engines! {
    async fn a_delivered_message_is_not_kept_nor_delivered_again(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let id = written(&mut writer, a_message(company, user)).await;
        assert_eq!(due(&mut writer, 0).await, [id]);
        let taken = claimed(&mut writer, id).await;
        assert!(store::message::settle(&mut writer, &taken, Attempt::Delivered, after(2)).await.unwrap());
        assert!(!store::message::settle(&mut writer, &taken, Attempt::Delivered, after(3)).await.unwrap());
        assert!(due(&mut writer, 1_000).await.is_empty());
        let kept = found(&mut writer, id).await;
        assert_eq!((kept.state, kept.body, kept.settled_at), (MessageState::Delivered, vec![], Some(after(2))));
    }

    async fn a_claimed_message_is_nobody_else_s_until_its_time_is_over(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let id = written(&mut writer, a_message(company, user)).await;
        let seen = found(&mut writer, id).await;
        assert!(store::message::claim(&mut writer, seen.clone(), NOW, after(60)).await.unwrap().is_some());
        assert!(store::message::claim(&mut writer, seen, NOW, after(60)).await.unwrap().is_none());
        let seen = found(&mut writer, id).await;
        assert!(store::message::claim(&mut writer, seen, after(59), after(90)).await.unwrap().is_none());
        assert!(due(&mut writer, 59).await.is_empty());
        assert_eq!(due(&mut writer, 60).await, [id]);
    }

    async fn whoever_was_too_slow_settles_nothing(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let id = written(&mut writer, a_message(company, user)).await;
        let slow = claimed(&mut writer, id).await;
        let seen = found(&mut writer, id).await;
        let fast = store::message::claim(&mut writer, seen, after(200), after(300)).await.unwrap().unwrap();
        assert_eq!(fast.attempts, 2);
        assert!(!store::message::settle(&mut writer, &slow, Attempt::Failed(DeliveryFailure::Refused), after(201)).await.unwrap());
        assert_eq!(found(&mut writer, id).await.state, MessageState::Waiting);
    }

    async fn a_message_that_was_not_sent_waits_for_its_next_attempt(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let id = written(&mut writer, a_message(company, user)).await;
        let taken = claimed(&mut writer, id).await;
        let again = Attempt::Again(DeliveryFailure::Unreachable, after(9));
        assert!(store::message::settle(&mut writer, &taken, again, after(2)).await.unwrap());
        let kept = found(&mut writer, id).await;
        assert_eq!((kept.attempts, kept.last_error), (1, Some(DeliveryFailure::Unreachable)));
        assert_eq!(kept.body, [1, 2, 3]);
        assert!(due(&mut writer, 8).await.is_empty());
        assert_eq!(due(&mut writer, 9).await, [id]);
    }

    async fn a_message_that_failed_keeps_what_it_says_and_can_be_sent_again(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let id = written(&mut writer, a_message(company, user)).await;
        let taken = claimed(&mut writer, id).await;
        let failed = Attempt::Failed(DeliveryFailure::Refused);
        assert!(store::message::settle(&mut writer, &taken, failed, after(2)).await.unwrap());
        let seen = found(&mut writer, id).await;
        assert_eq!((seen.state, seen.body.len()), (MessageState::Failed, 3));
        assert!(store::message::send_again(&mut writer, &seen, "ana@otra.co", after(5)).await.unwrap());
        assert!(!store::message::send_again(&mut writer, &seen, "ana@otra.co", after(6)).await.unwrap());
        let kept = found(&mut writer, id).await;
        assert_eq!((kept.state, kept.attempts), (MessageState::Waiting, 0));
        assert_eq!(kept.recipient.as_deref(), Some("ana@otra.co"));
        assert_eq!(due(&mut writer, 5).await, [id]);
    }

    async fn a_message_to_nobody_has_failed_before_it_was_tried(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let id = written(&mut writer, NewMessage { recipient: None, ..a_message(company, user) }).await;
        let kept = found(&mut writer, id).await;
        assert_eq!((kept.state, kept.last_error), (MessageState::Failed, Some(DeliveryFailure::NoAddress)));
        assert!(due(&mut writer, 1_000).await.is_empty());
    }

    async fn what_an_invitation_s_messages_did_not_say_is_forgotten_with_it(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let token = assigned(&mut writer, company, user).await;
        let enrolment = an_enrolment(&token, user);
        store::enrolment::insert(&mut writer, &enrolment).await.unwrap();
        let invitation = || NewMessage { secret_of: Some(enrolment.id.to_string()), ..a_message(company, user) };
        let sent = written(&mut writer, invitation()).await;
        let taken = claimed(&mut writer, sent).await;
        store::message::settle(&mut writer, &taken, Attempt::Delivered, after(1)).await.unwrap();
        let waiting = written(&mut writer, invitation()).await;
        let failed = written(&mut writer, NewMessage { recipient: None, ..invitation() }).await;
        let other = written(&mut writer, a_message(company, user)).await;

        assert!(store::enrolment::use_up(&mut writer, enrolment.id, after(2)).await.unwrap());
        for (id, state, length) in [
            (sent, MessageState::Delivered, 0),
            (waiting, MessageState::Void, 0),
            (failed, MessageState::Void, 0),
            (other, MessageState::Waiting, 3),
        ] {
            let kept = found(&mut writer, id).await;
            assert_eq!((kept.state, kept.body.len()), (state, length));
        }
    }

    async fn a_replaced_invitation_takes_its_messages_with_it(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let token = assigned(&mut writer, company, user).await;
        let enrolment = an_enrolment(&token, user);
        store::enrolment::insert(&mut writer, &enrolment).await.unwrap();
        let secret_of = Some(enrolment.id.to_string());
        let id = written(&mut writer, NewMessage { secret_of, ..a_message(company, user) }).await;
        assert!(store::enrolment::void_open_of_token(&mut writer, token.id, after(1)).await.unwrap());
        let kept = found(&mut writer, id).await;
        assert_eq!((kept.state, kept.body.len()), (MessageState::Void, 0));
    }

    async fn a_row_that_does_not_read_hides_no_other(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let bad = written(&mut writer, a_message(company, user)).await;
        let good = written(&mut writer, a_message(company, user)).await;
        writer.commit().await.unwrap();
        db.execute(format!("UPDATE message SET kind = 'from_tomorrow' WHERE id = '{bad}'")).await.unwrap();
        let mut writer = db.write().await;
        assert_eq!(due(&mut writer, 0).await, [bad, good]);
        assert!(store::message::find(&mut writer, bad).await.is_err());
        store::message::give_up(&mut writer, bad, DeliveryFailure::Unreadable, after(1)).await.unwrap();
        assert_eq!(due(&mut writer, 0).await, [good]);
    }

    async fn a_message_is_in_the_language_that_its_user_chose(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let before = written(&mut writer, a_message(company, user)).await;
        store::user::set_locale(&mut writer, user, Locale::English).await.unwrap();
        let later = written(&mut writer, a_message(company, user)).await;
        assert_eq!(found(&mut writer, before).await.locale, Locale::Spanish);
        assert_eq!(found(&mut writer, later).await.locale, Locale::English);
    }

    async fn old_messages_are_forgotten_but_for_those_that_wait(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let waiting = written(&mut writer, a_message(company, user)).await;
        let failed = written(&mut writer, NewMessage { recipient: None, ..a_message(company, user) }).await;
        assert_eq!(store::message::forget_before(&mut writer, MessageId::new(NOW, [0; 10])).await.unwrap(), 0);
        assert_eq!(store::message::forget_before(&mut writer, MessageId::new(after(1), [0; 10])).await.unwrap(), 1);
        assert!(store::message::find(&mut writer, waiting).await.unwrap().is_some());
        assert!(store::message::find(&mut writer, failed).await.unwrap().is_none());
    }

    async fn two_servers_take_a_message_once(db: &Db) {
        let mut writer = db.write().await;
        let (company, user) = someone(&mut writer).await;
        let id = written(&mut writer, a_message(company, user)).await;
        writer.commit().await.unwrap();
        let take = || async {
            let mut writer = db.write().await;
            let record = found(&mut writer, id).await;
            let taken = store::message::claim(&mut writer, record, NOW, after(60)).await.unwrap();
            writer.commit().await.unwrap();
            taken.is_some()
        };
        let (one, other) = tokio::join!(take(), take());
        assert!(one != other, "{one} and {other}");
    }
}
